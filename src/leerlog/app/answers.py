"""Answers become an entry: filled in from a file or the input, with what was said beside them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from leerlog.app.afterwards import afterwards, ask_what_holds_back
from leerlog.app.drafting import begin_command
from leerlog.app.finding import settle, settle_tags
from leerlog.app.given import EntryOptions, begin_entry, find_sources, read_course, read_moment
from leerlog.app.recalling import tick_recall, with_planned
from leerlog.app.saving import keeping_input, report, save
from leerlog.app.setting import Setting
from leerlog.app.typed import as_word
from leerlog.dialogue.editor import read_form
from leerlog.domain.checklist import Checklist
from leerlog.domain.entry import Entry, Problem, names
from leerlog.domain.remarks import remark
from leerlog.domain.text import AS_UTF8, decode
from leerlog.domain.typed import Mistake, check_all, fill, items_by_question
from leerlog.errors import ContentError, UsageError
from leerlog.library.answers import Answers, read_answers

T = TypeVar("T")
FORM = ".md"  # what the form for an editor is called


def filled_in(setting: Setting, checklist: Checklist, entry: Entry, texts: dict[str, str]) -> Entry:
    """The entry with checked answers in it; what the options said goes before what was answered."""
    parts = fill(checklist, texts, setting.today, setting.rules.nothing.said)
    return entry._replace(
        course=entry.course or parts.course,
        people=names(",".join((*entry.people, *parts.people))),
        value=entry.value or parts.value,
        answers=parts.answers,
        follow_ups=parts.follow_ups,
    )


def is_empty(entry: Entry) -> bool:
    """Whether nothing was given that is worth keeping."""
    return not entry.answers and not entry.follow_ups


def keep_private(
    entry: Entry, private: tuple[str, ...], checklist: Checklist, texts: dict[str, str], today: date
) -> Entry:
    """The entry with the answers to these questions kept private, and the items that came up with them.

    texts: the checked answers of which the entry was made.
    """
    if not private:
        return entry
    kept = [item for question, item in items_by_question(checklist, texts, today) if question in private]
    answers = tuple(a._replace(private=a.private or a.question in private) for a in entry.answers)
    items = tuple(item._replace(private=item.private or item in kept) for item in entry.follow_ups)
    return entry._replace(answers=answers, follow_ups=items)


def need_course(checklist: Checklist, entry: Entry) -> None:
    """Stop when the checklist is about a course and nobody said which."""
    if checklist.scope == "course" and not entry.course:
        example = f'leerlog {checklist.id} "Woo-training"'
        raise UsageError(f"over welk leertraject gaat het? Schrijf bijvoorbeeld: {example}.")


def tell_remarks(setting: Setting, checklist: Checklist, texts: Mapping[str, str]) -> None:
    """Tell what there is to say of checked answers that came whole."""
    for prompt in checklist.prompts():
        if said := remark(checklist.id, prompt.id, texts, setting.rules.window_days):
            setting.tell(said)


def save_answers(
    setting: Setting, checklist: Checklist, given: EntryOptions, data: bytes, name: str, *, as_json: bool
) -> None:
    """Save answers that came whole; when anything is wrong, all is said and nothing saved.

    name: of the file that they came in; "" when they came on the input, which is then kept where it can't be used.
    """
    if name:
        entry = _answered(setting, checklist, given, data, name)
    else:
        command = begin_command(setting, checklist, given.course or "")
        with keeping_input(setting, data, ".yaml", lambda path: f"{command} --answers {as_word(str(path))}"):
            entry = _answered(setting, checklist, given, data, "invoer")
    if is_empty(entry):
        setting.tell("Niets ingevuld, dus niets bewaard.")
        return
    saved = save(setting, entry)
    report(setting, saved, as_json)
    tick_recall(setting, saved)
    if not as_json:
        afterwards(setting, None, saved)
        ask_what_holds_back(setting, None, saved)


def _answered(setting: Setting, checklist: Checklist, given: EntryOptions, data: bytes, name: str) -> Entry:
    entry = begin_entry(setting, checklist.id, checklist.title, given)
    problems: tuple[Problem, ...] = ()
    if name.endswith(FORM):
        found = Answers(name, _form_texts(checklist, data, name))
    else:
        found, problems = read_answers(data, name, checklist)
    entry, wrong = _with_options(setting, entry, found, given)
    checklist = with_planned(setting, checklist, entry.course)
    texts, mistakes = check_all(checklist, found.texts, setting.today)
    if problems or wrong or mistakes:
        told = _told(problems, [*wrong, *mistakes], found)
        raise UsageError(f"dit kan ik zo niet bewaren; er is niets opgeslagen.\n{told}")
    need_course(checklist, entry)
    tell_remarks(setting, checklist, texts)
    entry = keep_private(filled_in(setting, checklist, entry, texts), found.private, checklist, texts, setting.today)
    return entry if is_empty(entry) else entry._replace(course=settle(setting, entry.course))


def _form_texts(checklist: Checklist, data: bytes, name: str) -> dict[str, str]:
    """What was filled in in a form that an editor left behind."""
    try:
        return read_form(checklist, decode(data))
    except UnicodeDecodeError as error:
        raise ContentError(f"{name} is geen UTF-8. {AS_UTF8}.") from error


def _told(problems: Iterable[Problem], mistakes: list[Mistake], found: Answers) -> str:
    """Everything that is wrong in the file, in the order of its lines."""
    lines = [(each.line, str(each)) for each in problems]
    lines += [
        (found.lines.get(each.prompt, 1), f"{found.where(each.prompt)}: {each.prompt}: {each.message}")
        for each in mistakes
    ]
    return "\n".join(text for _, text in sorted(lines, key=lambda line: line[0]))


def _with_options(setting: Setting, entry: Entry, found: Answers, given: EntryOptions) -> tuple[Entry, list[Mistake]]:
    """The entry with the options that stand in the file, where the command line said nothing, and the wrong ones."""
    wrong: list[Mistake] = []

    def taken(name: str, read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except UsageError as error:
            wrong.append(Mistake(name, str(error).removeprefix("--on: ")))
            return otherwise

    now = (entry.date, entry.time)
    on = found.on if given.on is None else ""
    day, minute = taken("on", lambda: read_moment(setting, on) if on else now, now)
    course = entry.course or taken("course", lambda: read_course(found.course or None), "")
    sources = entry.builds_on or taken("builds_on", lambda: find_sources(setting, list(found.builds_on)), ())
    filled = entry._replace(
        date=day,
        time=minute,
        course=course,
        people=names(",".join((*entry.people, *found.people))),
        tags=settle_tags(setting, (*entry.tags, *found.tags)),
        share=entry.share or found.share,
        builds_on=sources,
    )
    return filled, wrong
