"""Answers files: a checklist filled in as YAML, read strictly and written as a template."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from textwrap import wrap

from leerlog.domain.checklist import AFTER_NO, Checklist, Question
from leerlog.domain.entry import AUDIENCES, Problem, clean, names, one_line, read_audience_words
from leerlog.domain.spacing import in_words
from leerlog.domain.text import in_quotes
from leerlog.domain.waiting import HOW
from leerlog.library.checklists import ENTRY_FIELDS
from leerlog.library.strict import Fields, Items, Node, Reader, Text, load, nearest

# What a text can hold to stand under | as it is; anything else is written as an escape.
_AS_IT_IS = "[\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*"
_ON_ONE_LINE = ("date", "choice")  # kinds whose slot is `id:`; a scale's note may hold a colon, which needs |

_HELP = {
    "date": "een datum: 2026-12-07, 7 dec, vrijdag of 2 weken",
    "people": "namen, met komma's ertussen",
    "follow-up": "bijvoorbeeld: Klus regelen (wie: Noor, voor 2026-12-07)",
    "obstacle": "bijvoorbeeld: Geen toegang tot het zoeksysteem (wie: teamleider, voor 2026-12-07)",
    "ask": "bijvoorbeeld: Elke maandag samen één dossier doen (wie: Kees)",
}
_OPTIONS = {
    "course": "het leertraject, zoals Woo-training",
    "with": "wie erbij waren: Anja, Kees",
    "tags": "trefwoorden: woo, zoeken",
    "on": "op welke dag het was: 2026-11-20",
    "share": f"met wie je het deelt: {', '.join(AUDIENCES)}",
    "builds_on": "de id van de notitie waar dit op voortbouwt",
    "private": "vragen die je niet deelt, ook als je de rest deelt: ",
}
_WIDTH = 98


@dataclass(frozen=True, slots=True)
class Answers:
    """What an answers file says.

    texts: by prompt id, in the order of the file; skipped ones are not there.
        Whether these prompts exist and the texts fit is for `domain.typed.check_all`.
    lines: the line of every name in the file, also of skipped ones.
    course, people, tags, on, share, builds_on: fields of the entry, as
        written; of those that a question of the checklist fills, the answer
        is in `texts`.
    private: ids of questions whose answers are not shared.
    """

    file: str
    texts: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    course: str = ""
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    on: str = ""
    share: tuple[str, ...] = ()
    builds_on: tuple[str, ...] = ()
    private: tuple[str, ...] = ()

    def where(self, name: str) -> str:
        """`file:line` of a name, to begin a message with."""
        return f"{self.file}:{self.lines.get(name, 1)}"


def read_answers(data: str | bytes, file: str, checklist: Checklist) -> tuple[Answers, tuple[Problem, ...]]:
    """What a YAML text says as far as it can be read, and what is wrong with the rest.

    Raises:
        ContentError: when it is no YAML at all.
    """
    fields = load(data, file)
    reader = Reader(file)
    texts = {name: text for name, node in fields.values.items() if (text := _text(name, node, reader))}
    prompts = {prompt.id for prompt in checklist.prompts()}
    options = {name: texts.pop(name) for name in ENTRY_FIELDS if name in texts and name not in prompts}
    lists = {name: names(options.get(name, "").replace("\n", ",")) for name in ENTRY_FIELDS}
    lists["share"] = _audiences(options.get("share", ""), fields, reader)
    _check_private(lists["private"], checklist, fields, reader)
    answers = Answers(
        file,
        texts,
        dict(fields.lines),
        course=one_line(options.get("course", "")),
        people=lists["with"],
        tags=lists["tags"],
        on=one_line(options.get("on", "")),
        share=lists["share"],
        builds_on=lists["builds_on"],
        private=lists["private"],
    )
    return answers, tuple(reader.problems)


def _text(name: str, node: Node, reader: Reader) -> str:
    """The text under a name: a list gives a line for each item, nothing and null are a skipped question."""
    if isinstance(node, Text):
        return "" if node.empty else clean(node.value)
    items = node.items if isinstance(node, Items) else (node,)
    lines = [_item(name, item, reader) for item in items]
    return "\n".join(line for line in lines if line)


def _item(name: str, node: Node, reader: Reader) -> str:
    if isinstance(node, Text):
        return "" if node.empty else one_line(node.value)
    if isinstance(node, Items):
        reader.problem(node.line, f"bij {in_quotes(name)} hoort een tekst, of een lijst van teksten")
    else:
        # `- Klus regelen (wie: Noor)` is a mapping to YAML.
        reader.problem(
            node.line, f"in de tekst bij {in_quotes(name)} staat een dubbele punt; zet er aanhalingstekens om"
        )
    return ""


def _check_private(private: tuple[str, ...], checklist: Checklist, fields: Fields, reader: Reader) -> None:
    known = [question.id for question in (*checklist.questions, *checklist.retired) if not question.fills]
    for name in private:
        if name not in known:
            message = f"bij 'private' staat {in_quotes(name)}, en dat is geen vraag van deze checklist"
            reader.problem(fields.lines["private"], message + nearest(name, known))


def _audiences(typed: str, fields: Fields, reader: Reader) -> tuple[str, ...]:
    try:
        return read_audience_words(typed)
    except ValueError as error:
        reader.problem(fields.lines["share"], str(error))
        return ()


def template(checklist: Checklist, texts: Mapping[str, str] | None = None) -> str:
    """An answers file to fill in: every question with what it needs, and an empty slot.

    Read as it stands it answers nothing. With `texts`, those answers are in it.
    """
    texts = texts or {}
    parts = [_heading(checklist)]
    number = 0
    for question in checklist.questions:
        number += question.numbered
        parts.append(_slot(question, f"{number}. " if question.numbered else "", texts))
        parts += [_slot(child, "", texts) for child in question.then]
    return "\n".join(parts)


def _heading(checklist: Checklist) -> str:
    told = _comment(
        f"{checklist.title}: {checklist.heading}\n{checklist.intro}\n\n"
        "Wat je leeg laat, wordt overgeslagen. Na | begint je antwoord op de volgende regel, "
        "met twee spaties voor elke regel." + (f" {HOW}" if checklist.waits else "")
    )
    asked = [prompt.id for prompt in checklist.prompts()]
    examples = {"private": (checklist.numbered or checklist.questions)[0].id}
    slots = [
        f"{name + ':':11} # {text}{examples.get(name, '')}\n" for name, text in _OPTIONS.items() if name not in asked
    ]
    return f"{told}\n{_comment('Over de hele notitie')}{''.join(slots)}"


def _slot(prompt: Question, number: str, texts: Mapping[str, str]) -> str:
    told = _comment(
        "\n".join(
            part
            for part in (number + prompt.text, AFTER_NO if prompt.after_no else "", prompt.hint, _help(prompt))
            if part
        )
    )
    return f"{told}{prompt.id}:{_value(prompt, texts.get(prompt.id, ''))}\n"


def _value(prompt: Question, text: str) -> str:
    text = clean(text)
    if not text:
        return "" if prompt.kind in _ON_ONE_LINE else " |"
    if not re.fullmatch(_AS_IT_IS, text):
        return f' "{_escaped(text)}"'
    # Text that itself begins with white space needs the indent said.
    mark = " |2" if text[0] in " \t" else " |"
    return mark + "".join(f"\n  {line}" if line else "\n" for line in text.split("\n"))


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return "".join(each if re.fullmatch(_AS_IT_IS, each) else f"\\U{ord(each):08x}" for each in text)


def _briefs() -> dict[str, str]:
    """What each value level is in a few words, behind its name."""
    from leerlog.library.content import load_values  # it imports this file's neighbours, and most forms ask no level

    return {text.level: f": {text.brief}" for text in load_values().levels}


def _help(prompt: Question) -> str:
    if prompt.kind == "choice":
        brief = _briefs() if prompt.is_level else {}
        lines = (f"  {choice.text}{brief.get(choice.id, '')}" for choice in prompt.choices)
        return "\n".join(("kies uit, meer mag ook, met een komma ertussen:" if prompt.several else "kies uit:", *lines))
    if prompt.kind == "scale":
        return f"een cijfer van {prompt.low} tot en met {prompt.high}, en erachter wat je wilt"
    if prompt.weeks:
        return f"ja (na {in_words(prompt.weeks)}), een of meer daarvan, of een datum"
    if prompt.item:
        return f"{_HELP['date']}, of in woorden"
    return ("één per regel, " if prompt.repeats else "") + _HELP.get(prompt.kind, "")


def _comment(text: str) -> str:
    """The text as comment lines, long ones folded; what is indented stays as it is."""
    lines = (part for line in text.split("\n") for part in ([line] if line[:1] == " " else wrap(line, _WIDTH) or [""]))
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)
