"""What stands beside a question: how to answer it, from what to choose, and what an answer was taken to mean."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from leerlog.dialogue.screen import Screen
from leerlog.domain.checklist import ITEM_KINDS, Question
from leerlog.domain.dates import full_date, spoken_date
from leerlog.domain.guide import LevelText
from leerlog.domain.spacing import in_words as in_weeks
from leerlog.domain.typed import in_words, read_item
from leerlog.domain.value import Level
from leerlog.domain.waiting import HOW, waits_until


def no_text(question: Question) -> str:
    """No explanation, and no earlier answer."""
    return ""


def echo_of(prompt: Question, typed: str, text: str, today: date) -> str:
    """What an answer was taken to mean, "" when it says no more than was typed."""
    if no_answer := _no_answer(prompt, typed, text):
        return no_answer
    if prompt.kind == "date" or prompt.item:
        with suppress(ValueError):
            days = [date.fromisoformat(line) for line in text.split("\n")]
            done = ", dus al gedaan" if prompt.item else ""
            return "\n".join(full_date(day) + (done if day < today else "") for day in days)
    if prompt.fills == "course":
        return text if text != typed.strip() else ""
    if prompt.kind in ITEM_KINDS:
        # A date that was typed as one, or not at all, needs no telling.
        lines = [
            line for line in text.split("\n") if (due := read_item(prompt.kind, line).due) and f"{due}" not in typed
        ]
        return "\n".join(in_words(prompt, line) for line in lines)
    if prompt.kind != "choice":
        return ""
    words = in_words(prompt, text)
    return words if words.lower() != typed.strip().lower() else ""


def _no_answer(prompt: Question, typed: str, text: str) -> str:
    """Why what was typed is no answer: it is in the agenda already, or the question waits; "" for an answer."""
    if day := waits_until(prompt, text):
        return f"Deze vraag wacht tot {full_date(day)}."
    return "Dat staat al in je agenda." if prompt.planned and not text and typed.strip() else ""


def options(prompt: Question) -> list[str]:
    """A question's fixed answers, each with its number; empty when it has none."""
    if prompt.kind == "choice":
        return [f"{number} {choice.text}" for number, choice in enumerate(prompt.choices, 1)]
    if prompt.kind == "scale":
        words = [f" {choice.text}" for choice in prompt.choices]
        numbers = range(prompt.low, prompt.high + 1)
        return [f"{number}{_at(words, place)}" for place, number in enumerate(numbers)]
    return []


def _at(words: Sequence[str], place: int) -> str:
    return words[place] if place < len(words) else ""


def how(prompt: Question) -> str:
    """How to answer, for questions that don't take just any words."""
    if prompt.several:
        return "Kies wat past, ook meer dan één: 1, 3."
    if prompt.planned:
        days = ", ".join(spoken_date(day) for day in prompt.planned)
        return f"Al in je agenda: {days}. Enter: zo laten. Of nog een datum erbij."
    if prompt.weeks:
        return f"Ja: na {in_weeks(prompt.weeks)}. Of kies er een of meer, of een datum (7 dec)."
    if prompt.item:
        return "Een datum (2 weken, vrijdag, 7 dec), of in woorden."
    return {
        "date": "Een datum: 2 weken, vrijdag, 7 dec of 2026-12-07.",
        "people": "Namen, met een komma ertussen.",
        "scale": "Een cijfer, en erachter wat je erover kwijt wilt.",
    }.get(prompt.kind, "")


def with_wait(prompt: Question, text: str) -> str:
    """The explanation of a question, and where it can wait how that is said."""
    return "\n\n".join(part for part in (text.strip(), HOW if prompt.waits else "") if part)


def is_short(prompt: Question) -> bool:
    """Whether an answer is a word or so, and no text to mend."""
    return prompt.kind in ("date", "choice") or prompt.is_level


def to_choose(screen: Screen) -> list[str]:
    """The levels in their order, each with what it is in a few words."""
    levels = _levels()
    if screen.plain:
        return [f"{text.level}, {text.brief}" for text in levels]
    width = max(map(len, Level))
    aligned = [f"{text.level:<{width}}  {text.brief}" for text in levels]
    return (
        aligned
        if not screen.narrow and all(map(screen.fits, aligned))
        else [f"{text.level}: {text.brief}" for text in levels]
    )


def explain(screen: Screen) -> None:
    """What each level means, with a note as an example."""
    screen.gap()
    for text in _levels():
        screen.background(f"{text.level.number} {text.level}: {text.meaning} Bijvoorbeeld: {text.example}")


def _levels() -> tuple[LevelText, ...]:
    # Reads YAML, which most runs never do.
    from leerlog.library.content import load_values

    return load_values().levels
