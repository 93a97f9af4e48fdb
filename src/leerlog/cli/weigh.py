"""Giving a value to the entries that have none yet."""

from leerlog.app.setting import Setting
from leerlog.dialogue.ask import ask_value
from leerlog.domain.dates import count, long_date
from leerlog.domain.period import Period
from leerlog.journal.edits import set_field
from leerlog.reports.gist import in_full
from leerlog.reports.levels import unweighed


def weigh_period(setting: Setting, period: Period) -> None:
    """Ask for the value of every entry of a period that has none yet, one by one; Enter leaves one as it is."""
    entries, problems = setting.journal.read(period)
    waiting = [entry for entry in entries if unweighed(entry, setting.rules)]
    talk = setting.talk
    weighed = 0
    for number, entry in enumerate(waiting, 1):
        talk.screen.head("Wegen", long_date(entry.date), f"{number} van {len(waiting)}")
        for answer in in_full(entry, setting.rules).answers:
            talk.screen.say(answer.text)
        if level := ask_value(talk):
            setting.journal.change(entry, set_field("Waarde", level))
            weighed += 1
    setting.say(f"{count(weighed, 'notitie', 'notities')} gewogen, nog {len(waiting) - weighed} te wegen.")
    setting.warn(problems)
