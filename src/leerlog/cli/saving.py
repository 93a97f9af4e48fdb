"""Save an entry so that its text is never lost, and say where it is."""

from leerlog.cli.context import Setting
from leerlog.domain.dates import clock, long_date, short_date
from leerlog.domain.entry import Entry, tidy
from leerlog.errors import LeerlogError, NotSaved
from leerlog.journal.store import refuse_bad_text


def save(setting: Setting, entry: Entry) -> Entry:
    """Add the entry to the journal, which the first note makes.

    Raises:
        NotSaved: with the place of the draft that holds the text now.
    """
    refuse_bad_text(entry)
    journal = setting.journal
    try:
        if not journal.exists():
            journal.create()
            setting.tell(f"Je leerlog staat in {journal.folder}: gewone tekstbestanden, alleen voor jou leesbaar.")
        return journal.add(entry)
    except NotSaved as error:
        raise NotSaved(f"{error}\n{_keep(setting, entry)}") from error


def _keep(setting: Setting, entry: Entry) -> str:
    """Put the text in a draft and say where; when even that fails, print the text itself."""
    from leerlog.journal.drafts import keep_entry
    from leerlog.journal.text import render

    text = render(tidy(entry))
    try:
        path = keep_entry(setting.drafts, entry)
    except (LeerlogError, OSError):
        setting.say(text)
        return "Ook een concept kon ik niet wegschrijven. Hierboven staat je tekst; kopieer hem."
    return f"Je tekst staat veilig in {path}; met leerlog drafts zet je hem later alsnog in je leerlog."


def report(setting: Setting, entry: Entry, as_json: bool) -> None:
    """Say that the entry was saved: its id, when, and the file it is in."""
    if as_json:
        from leerlog.render.data import entry_json

        setting.write(entry_json(entry))
        return
    when = f"{long_date(entry.date)}, {clock(entry.time)}" if entry.time else long_date(entry.date)
    parts = [f"Bewaard als {entry.id}", when, *([str(entry.value)] if entry.value else [])]
    setting.say(" · ".join(parts))
    setting.say(f"in {setting.journal.folder / entry.file}")
    if due := sorted((item.due, item.text) for item in entry.follow_ups if item.due and item.open):
        setting.say("In je agenda:")
        for day, text in due:
            setting.say(f"  {short_date(day, entry.date):>11}  {text}")
