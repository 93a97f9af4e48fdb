"""Entry to Markdown. The law: `parse(render(tidy(entry)))` gives the tidy entry back.

Reading is `parsing`, which writing a note does not load.
"""

from collections.abc import Iterator
from datetime import date

from leerlog.domain.dates import month_name
from leerlog.domain.entry import Answer, Entry, Kind
from leerlog.journal.escape import LABELS, Place, escape, needs_wide

FORMAT = "<!-- leerlog 1 -->"
WIDE = "2"  # what the key `guard` says of an entry with the wide guard
SECTIONS: dict[str, Kind] = {
    "Afspraken": "follow_up",
    "Belemmeringen": "obstacle",
    "Vragen aan het team": "ask",
}
_ONE_OF = ("afspraak", "belemmering", "vraag aan het team")
_KINDS = {title.casefold(): kind for title, kind in SECTIONS.items()} | dict(
    zip(_ONE_OF, SECTIONS.values(), strict=True)
)


def section_kind(title: str) -> Kind | None:
    """The kind of item that stands under a heading, also `Afspraak:` or `**afspraken**`; None for an answer's."""
    return _KINDS.get(title.strip(" :.*_").casefold())


def header(day: date) -> str:
    """The first lines of a new month file."""
    return f"{FORMAT}\n# Leerlog {month_name(day.month)} {day.year}\n\n"


def render(entry: Entry) -> str:
    """A tidy entry in Markdown, from its heading to its last line's end."""
    minute = f" {entry.time:%H:%M}" if entry.time else ""
    title = f" · {entry.title}" if entry.title else ""
    wide = any(needs_wide(a.text, _place(a)) for a in entry.answers if "#" in a.text)
    comment = _render_comment(("id", entry.id), ("checklist", entry.checklist), ("guard", WIDE if wide else ""))
    parts = [f"## {entry.date.isoformat()}{minute}{title}{comment}"]
    if fields := _render_fields(entry):
        parts.append(fields)
    parts += [_render_answer(answer, wide) for answer in entry.answers]
    if entry.follow_ups:
        parts += _render_items(entry)
    return "\n\n".join(parts) + "\n"


def _render_comment(*pairs: tuple[str, str | None]) -> str:
    words = " ".join([f"{key}={value}" for key, value in pairs if value])
    return f"\n<!-- {words} -->" if words else ""


def _render_fields(entry: Entry) -> str:
    lists = (entry.people, entry.tags, entry.builds_on, entry.share)
    values = (entry.value, entry.course, *map(", ".join, lists))
    return "\n".join([f"- {label}: {value}" for label, value in zip(LABELS, values, strict=True) if value])


def _place(answer: Answer) -> Place:
    if not answer.title:
        return "body"
    return "tasks" if not answer.question and section_kind(answer.title) else "answer"


def _render_answer(answer: Answer, wide: bool) -> str:
    text = escape(answer.text, _place(answer), wide=wide)
    if not answer.title:
        return text
    private = "true" if answer.private else ""
    comment = _render_comment(("question", answer.question), ("value", answer.value), ("private", private))
    return f"### {answer.title}{comment}\n\n{text}"


def _render_items(entry: Entry) -> Iterator[str]:
    from leerlog.domain.items import task_line

    for heading, kind in SECTIONS.items():
        if items := [task_line(item) for item in entry.follow_ups if item.kind == kind]:
            yield f"### {heading}\n\n" + "\n".join(items)
