"""Single questions around a conversation: the value, yes or no, a word, with whom to share, which course."""

import re
from collections.abc import Callable, Mapping, Sequence

from leerlog.dialogue.pick import matching
from leerlog.dialogue.screen import Screen
from leerlog.dialogue.talk import BLANK, Choice, Interrupted, Talk, Turn, listen
from leerlog.dialogue.wording import echo_of, explain, how, is_short, options, to_choose, with_wait
from leerlog.domain.checklist import COURSE, Question
from leerlog.domain.course import match_name
from leerlog.domain.entry import AUDIENCES, Answer, bad_character, one_line, read_audience_words
from leerlog.domain.period import ALL, Period, quarter_of, range_words
from leerlog.domain.period_words import read_period
from leerlog.domain.text import in_quotes
from leerlog.domain.typed import check
from leerlog.domain.value import Level, parse_level
from leerlog.errors import NothingChosen

VALUE = "Wat bracht het tot nu toe?"
UNKNOWN = "Enter: weet ik nog niet"
RESULT = "Wat kwam ervan?"
YES = {"j": "j", "ja": "j", "y": "j", "n": "n", "nee": "n", "no": "n"}
MOST_NAMES = 9  # that are numbered; the others are still completed
NOBODY = ("", "n", "nee", "niemand", "met niemand")
MOST_NAME = 100  # characters of who shares
BAD_NAME = "deze naam kan ik niet gebruiken. Houd het bij honderd gewone tekens"


def _answer(talk: Talk, check: Callable[[str], str], turn: Turn = BLANK) -> str:
    """The checked answer to one question that has nothing before it."""
    turn = turn._replace(back=False, later=False)
    while True:
        heard = listen(talk, check, turn)
        if heard.move == "on":
            return heard.value
        if heard.move == "end":
            return _default(check)
        if heard.move == "stop":
            raise Interrupted(f"Gestopt. {talk.leaving}".strip(), heard.typed)
        if talk.leaving:
            raise NothingChosen(talk.leaving)
        talk.screen.say("Terug kan hier niet; Ctrl+C is stoppen.")
        turn = turn._replace(given=heard.typed)


def _default(check: Callable[[str], str]) -> str:
    try:
        return check("")
    except ValueError as error:
        raise Interrupted(f"Gestopt: {error}.") from None


def ask(talk: Talk, question: Question, background: str = "", given: str = "", earlier: str = "") -> str:
    """One question by itself, such as the daily one; the text in the form that is kept.

    background: what F1 tells about it. earlier: the earlier answer to show beside it.

    Raises:
        Interrupted: with the half answer as its text.
    """
    notes = [note for note in (question.hint, how(question)) if note]
    talk.screen.question(question.text, "", notes, options(question), beside(talk.screen, question, earlier))
    text = with_wait(question, background)
    told = (lambda: talk.screen.background(text)) if text else None
    turn = Turn(given, background=told, short=is_short(question), waits=question.waits)
    answer = _answer(talk, lambda typed: check(question, typed, talk.today), turn)
    if meaning := echo_of(question, answer, answer, talk.today):
        talk.screen.took(meaning)
    return answer


def beside(screen: Screen, question: Question, earlier: str) -> str:
    """The earlier answer to show beside a question; what was written about its course is shown above it."""
    if question.shows != COURSE:
        return earlier
    screen.written(earlier)
    return ""


def ask_value(talk: Talk) -> Level | None:
    """The value level so far, of the five that are told; None when the person doesn't know yet."""

    def checked(typed: str) -> str:
        if typed.strip() and parse_level(typed) is None:
            known = ", ".join(f"{level.number} {level}" for level in Level)
            raise ValueError(f"{in_quotes(typed)} is geen waardeniveau. Kies uit: {known}")
        return typed

    screen = talk.screen
    screen.gap()
    screen.aside(VALUE, UNKNOWN)
    screen.numbered(to_choose(screen))
    turn = Turn(background=lambda: explain(screen), empty=UNKNOWN.removeprefix("Enter: "), short=True)
    return parse_level(_answer(talk, checked, turn))


def yes_no(talk: Talk, text: str, default: bool = True) -> bool:
    """Yes or no; Enter is the default."""

    def checked(typed: str) -> str:
        word = typed.strip().lower().rstrip(".!")
        if word and word not in YES:
            raise ValueError("antwoord met j of n")
        return YES.get(word, "j" if default else "n")

    talk.screen.aside(text, options=["[J/n]" if default else "[j/N]"])
    return _answer(talk, checked, Turn(empty="ja" if default else "nee", short=True)) == "j"


def ask_resume(talk: Talk, what: str) -> bool:
    """Whether to go on with a draft; `what` says which: `je concept van zaterdag 21 november (3 van 9)`."""
    talk.screen.gap()
    return yes_no(talk, f"Verdergaan met {what}?")


def ask_share(talk: Talk, answers: int = 0) -> tuple[tuple[str, ...], int | None]:
    """With whom to share: nobody, the team, the manager or both; or the place, from 0, of one of so many answers."""

    def checked(typed: str) -> str:
        if typed.strip().lower() in NOBODY:
            return ""
        if answers and (number := _number_of(typed, answers)):
            return number
        try:
            return ",".join(read_audience_words(typed, asked=True))
        except ValueError as error:
            raise ValueError(f"{error}, of Enter voor niemand") from None

    talk.screen.aside("Delen met: team, leidinggevende?", _or_number("Enter: met niemand", answers))
    found = _answer(talk, checked, Turn(words=AUDIENCES, empty="met niemand", short=True))
    if found.isdecimal():
        return (), int(found) - 1
    return tuple(found.split(",")) if found else (), None


def ask_right(talk: Talk, answers: int) -> int | None:
    """Whether all is right as it is; or the place, from 0, of one of so many answers to change."""

    def checked(typed: str) -> str:
        word = one_line(typed).lower().rstrip(".!")
        if word in ("", *(yes for yes, means in YES.items() if means == "j")):
            return ""
        if number := _number_of(word, answers):
            return number
        raise ValueError(f"{in_quotes(typed)} is geen nummer van 1 tot en met {answers}. Of Enter: bewaren")

    talk.screen.aside("Klopt het zo?", _or_number("Enter: bewaren", answers))
    found = _answer(talk, checked, Turn(empty="bewaren", short=True))
    return int(found) - 1 if found else None


def _or_number(enter: str, answers: int) -> str:
    """What Enter means, and a number where answers have one."""
    return f"{enter}; een nummer: wijzigen" if answers else enter


def _number_of(typed: str, last: int) -> str:
    """The number that was typed; "" when it is none.

    Raises:
        ValueError: for a number that stands at no answer, and for more than one.
    """
    word = one_line(typed).rstrip(".")
    if re.fullmatch(r"[0-9]+(?:(?:[ ,;+&]| en )+[0-9]+)+", word):
        raise ValueError("typ één nummer; daarna kies je het volgende")
    if not (word.isascii() and word.isdigit()):
        return ""
    if not 1 <= int(word[:9]) <= last or len(word) > 9:
        raise ValueError(f"{in_quotes(word)} is geen nummer van 1 tot en met {last}")
    return str(int(word))


def ask_audience(talk: Talk) -> str:
    """The one audience that something is shared with now."""

    def checked(typed: str) -> str:
        word = one_line(typed).rstrip(".")
        if word in ("1", "2"):
            return AUDIENCES[int(word) - 1]
        found = read_audience_words(typed, asked=True)
        if len(found) != 1:
            raise ValueError("met wie? Kies er één: " + " of ".join(AUDIENCES))
        return found[0]

    talk.screen.aside("Met wie wil je delen?", "", [f"{number} {name}" for number, name in enumerate(AUDIENCES, 1)])
    return _answer(talk, checked, Turn(words=AUDIENCES, empty="", short=True))


def ask_period(talk: Talk) -> Period:
    """The period that something is about; Enter is the quarter of today."""

    def read(typed: str) -> Period:
        words = one_line(typed).lower()
        if words in ("alles", "alle"):
            return ALL
        return read_period(words, talk.today) if words else quarter_of(talk.today)

    def checked(typed: str) -> str:
        try:
            read(typed)
        except OverflowError:
            raise ValueError("deze periode valt buiten de kalender") from None
        return typed

    talk.screen.aside("Over welke periode?", "Enter: dit kwartaal; of mei, vorig, Q3, 2025, alles")
    period = read(_answer(talk, checked, Turn(empty="dit kwartaal", short=True)))
    talk.screen.took(range_words(period))
    return period


def ask_writer(talk: Talk, name: str) -> str:
    """The name or the role that something is shared under; Enter is the known name, where there is one."""

    def checked(typed: str) -> str:
        word = one_line(typed) or name
        if not word:
            raise ValueError("zonder naam weten anderen niet van wie het is")
        if len(word) > MOST_NAME or bad_character(word):
            raise ValueError(BAD_NAME)
        return word

    hint = f"Enter: {name}" if name else "je naam, of een rol zoals adviseur"
    talk.screen.aside("Onder welke naam deel je?", hint)
    return _answer(talk, checked, Turn(empty=name, short=True))


def ask_to_go(talk: Talk, text: str, number: int) -> tuple[int, ...] | bool:
    """Yes, or no for Enter; or the places, from 0, of those of so many that are to change sides."""

    def checked(typed: str) -> str:
        word = typed.strip().lower().rstrip(".!")
        if not word or word in YES:
            return YES.get(word, "n")
        if not number:
            raise ValueError("antwoord met j of n")
        try:
            return ",".join(map(str, _numbers(word, number))) or "n"
        except ValueError as error:
            raise ValueError(f"{error}. Antwoord met j, n of nummers") from None

    talk.screen.aside(text, "of nummers: laat die weg, of zet ze erbij" if number else "", ["[j/N]"])
    found = _answer(talk, checked, Turn(empty="nee", short=True))
    return found == "j" if found in ("j", "n") else tuple(int(each) - 1 for each in found.split(","))


def ask_result(talk: Talk, text: str = RESULT) -> str:
    """What came of something that was agreed, on one line; "" for nothing to say.

    Raises:
        Interrupted: with the half answer as its text.
    """

    def checked(typed: str) -> str:
        if wrong := bad_character(typed, "je antwoord"):
            raise ValueError(wrong)
        return one_line(typed)

    talk.screen.aside(text, "Enter: niets te zeggen")
    return _answer(talk, checked, Turn(empty="niets te zeggen"))


def ask_private(talk: Talk, answers: Sequence[Answer]) -> tuple[str, ...]:
    """The ids of the answers that stay private in an entry that is shared."""
    if not answers:
        return ()
    talk.screen.gap()
    for number, answer in enumerate(answers, 1):
        talk.screen.say(f"{number:2} {answer.title}")

    def checked(typed: str) -> str:
        return ",".join(str(number) for number in _numbers(typed, len(answers)))

    talk.screen.aside("Welke houd je voor jezelf?", "nummers; Enter: geen")
    found = _answer(talk, checked, Turn(empty="geen", short=True))
    return tuple(answers[int(number) - 1].question for number in found.split(",") if number)


def _numbers(typed: str, last: int) -> list[int]:
    words = [word for word in typed.lower().replace(",", " ").split() if word != "en"]
    if words in (["alle"], ["allemaal"]):
        return list(range(1, last + 1))
    if words in (["geen"], ["n"], ["nee"]):
        return []
    if wrong := [word for word in words if not (word.isascii() and word.isdigit() and 1 <= int(word) <= last)]:
        raise ValueError(f"{in_quotes(wrong[0])} is geen nummer van 1 tot en met {last}")
    return sorted({int(word) for word in words})


def ask_which(talk: Talk, text: str, choices: Sequence[str]) -> tuple[int, ...]:
    """Which of these, by number; none, one or more. Their places, counted from 0."""

    def checked(typed: str) -> str:
        return ",".join(str(number) for number in _numbers(typed, len(choices)))

    talk.screen.gap()
    talk.screen.aside(text, "nummers; Enter: geen")
    talk.screen.numbered(choices)
    found = _answer(talk, checked, Turn(empty="geen", short=True))
    return tuple(int(number) - 1 for number in found.split(",") if number)


def ask_one(talk: Talk, text: str, choices: Mapping[int, Choice]) -> int:
    """The number of one of these, that stand above it, by that number or by words that only it has; 0 for none."""
    numbers = {str(number): number for number in choices}

    def checked(typed: str) -> str:
        word = one_line(typed).lower().rstrip(".")
        if word in ("", "0", "n", "nee", "geen") or word in numbers:
            return str(numbers.get(word, ""))
        if word.isdigit():
            raise ValueError(f"{in_quotes(word)} is geen nummer dat je kunt kiezen")
        found = [str([*choices][at]) for at in matching(word, [*choices.values()])]
        if len(found) != 1:
            where = f"bij meer: {', '.join(found[:5])}{' …' if found[5:] else ''}" if found else "hier nergens bij"
            raise ValueError(f"{in_quotes(typed)} staat {where}")
        return found[0]

    talk.screen.aside(text, "nummer, of een paar woorden; Enter: nu niet")
    return int(_answer(talk, checked, Turn(empty="nu niet", short=True)) or 0)


def ask_course(talk: Talk, names: Sequence[str], text: str = "Bij welk leertraject?", needed: bool = False) -> str:
    """The name of a course, known or new; "" when skipped, unless it is needed.

    names: the known ones, newest first; a number picks one, Tab completes them.
    """

    def checked(typed: str) -> str:
        if needed and not typed.strip():
            raise ValueError("zonder naam kan ik het straks niet terugvinden")
        return pick_name(typed, names)

    talk.screen.aside(text, name_hint(names, "" if needed else "Enter: geen"))
    talk.screen.numbered(names[:MOST_NAMES])
    return settle_name(talk, _answer(talk, checked, Turn(words=names, empty="" if needed else "geen")), names)


def name_hint(names: Sequence[str], empty: str = "") -> str:
    """How to answer where known names are numbered."""
    hints = [empty, "een nummer, of een naam" if names else ""]
    return "; ".join(hint for hint in hints if hint)


def pick_name(typed: str, names: Sequence[str]) -> str:
    """The name that was typed, or the one of the shown ones with that number."""
    word = one_line(typed)
    last = min(len(names), MOST_NAMES)
    if not last or word in names or not (word.isascii() and word.isdigit()) or len(word) > len("99"):
        return word
    if not 1 <= int(word) <= last:
        raise ValueError(f"{in_quotes(word)} is geen nummer van 1 tot en met {last}")
    return names[int(word) - 1]


def settle_name(talk: Talk, name: str, names: Sequence[str]) -> str:
    """The known name that was meant; a near miss is asked about."""
    exact, near = match_name(name, names)
    if exact or not near:
        return exact or name
    return near if yes_no(talk, f"Bedoel je {near}?") else name


def choose(talk: Talk, text: str, options: Sequence[str], default: str) -> str:
    """One of the options, by its number or the start of its word; Enter is the default."""

    def checked(typed: str) -> str:
        word = one_line(typed).lower()
        if not word:
            return default
        if word.isascii() and word.isdigit() and 1 <= int(word) <= len(options):
            return options[int(word) - 1]
        found = [option for option in options if option.startswith(word)]
        if len(found) != 1:
            numbered = ", ".join(f"{number} {option}" for number, option in enumerate(options, 1))
            raise ValueError(f"{in_quotes(typed)} staat er niet bij. Kies uit: {numbered}")
        return found[0]

    talk.screen.aside(text, f"Enter: {default}", [f"{number} {option}" for number, option in enumerate(options, 1)])
    return _answer(talk, checked, Turn(empty=default, short=True))


def ask_name(talk: Talk, text: str, hint: str) -> str:
    """A name; "" for Enter."""
    talk.screen.gap()
    talk.screen.aside(text, hint)
    return _answer(talk, one_line, Turn(empty=hint.removeprefix("Enter: ")))
