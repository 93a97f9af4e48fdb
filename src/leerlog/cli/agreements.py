"""Put something in the agenda, and put it on another day."""

from leerlog.app.finding import find_item, settle
from leerlog.app.saving import keeping, save
from leerlog.app.setting import Setting
from leerlog.cli import options
from leerlog.domain.check import check
from leerlog.domain.checklist import Kind as Asked
from leerlog.domain.checklist import Question
from leerlog.domain.entry import Entry, FollowUp, one_line
from leerlog.domain.typed import read_item
from leerlog.errors import UsageError
from leerlog.journal.task_edits import move

CHECKLIST = "agenda"
KINDS: dict[str, Asked] = {"afspraak": "follow-up", "belemmering": "obstacle", "vraag": "ask"}


def add_item(
    setting: Setting, text: str, who: str | None, due: str | None, kind: str | None, course: str | None
) -> tuple[str, Entry, int]:
    """Save a note that holds this one item: what to say, the note, and the item's number in it.

    text: may say who and when itself, as in the journal: `Bellen (wie: Anja, voor vrijdag)`.
    """
    day, minute = setting.now
    typed = FollowUp("follow_up", text)
    entry = Entry("", day, minute, CHECKLIST, "Afspraak", follow_ups=(typed,) if text.strip() else ())
    with keeping(setting, lambda: entry):
        word = _kind(kind)
        item = _item(setting, KINDS[word], text)
        person, last = one_line(who or ""), options.day_of(setting, "--due", due)
        _refuse_two("--who", item.who, person)
        _refuse_two("--due", item.due, last)
        item = item._replace(who=person or item.who, due=last or item.due)
        name = settle(setting, options.course(course)) if course is not None else ""
    saved = save(setting, entry._replace(title=word.capitalize(), course=name, follow_ups=(item,)))
    return "Bewaard als", saved, 1


def move_item(setting: Setting, ref: str, when: str) -> tuple[str, Entry, int]:
    """Put an open item on another day: what to say, its note, and its number in that."""
    due = options.day_of(setting, "--move", when)
    if due is None:
        raise UsageError("--move: de datum is leeg. Schrijf bijvoorbeeld: 2 weken, vrijdag, 7 dec of 2026-12-07.")
    entry, number = find_item(setting, ref)
    changed = setting.journal.change(entry, move(number, due, entry.follow_ups[number - 1].text))
    return "Verzet:", changed, number


def _kind(kind: str | None) -> str:
    word = "afspraak" if kind is None else kind.strip().lower()
    found = [known for known in KINDS if word and known.startswith(word)]
    if len(found) != 1:
        raise UsageError(f"'{kind}' is geen soort. Kies uit: {', '.join(KINDS)}.")
    return found[0]


def _item(setting: Setting, kind: Asked, text: str) -> FollowUp:
    question = Question("agenda", "", "", kind)
    try:
        line = check(question, text, setting.today)
    except ValueError as error:
        raise UsageError(f"--add: {error}.") from None
    if not line:
        raise UsageError('--add: er staat geen tekst. Schrijf: leerlog agenda --add "Anja bellen" --due vrijdag.')
    return read_item(kind, line)


def _refuse_two(option: str, written: object, given: object) -> None:
    if written and given and written != given:
        raise UsageError(f"je tekst zegt '{written}' en {option} zegt '{given}'. Kies er één.")
