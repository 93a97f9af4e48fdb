"""Items in a conversation: who and when, whether there are more of them, and one picked by its number."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Literal, NamedTuple

from leerlog.dialogue.ask import ask, ask_one
from leerlog.dialogue.talk import Choice, Heard, Interrupted, Talk, Turn, listen
from leerlog.domain.checklist import ITEM_KINDS, Question
from leerlog.domain.dates import full_date
from leerlog.domain.entry import FollowUp, bad_character, one_line
from leerlog.domain.items import item_line
from leerlog.domain.typed import check, read_item
from leerlog.domain.waiting import asks_to_wait, waits_until
from leerlog.domain.when import parse_date

WHO = {"follow-up": "Wie?", "obstacle": "Wie neemt het weg?", "ask": "Wie pakt het op?"}
LATER = "Enter: weet ik nog niet"
Step = Literal["who", "due"]
Keep = Callable[[str, int], None]


def says_what(prompt: Question, text: str) -> bool:
    """Whether a checked answer is the words of items, of which who and when is asked: no wait, nor dates alone."""
    if prompt.kind not in ITEM_KINDS or not text or waits_until(prompt, text):
        return False
    return not (prompt.item and all(map(_is_date, text.split("\n"))))


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


class Items(NamedTuple):
    """The questions that follow the words of an item.

    known: lines whose who and when have been asked before.
    keep: called as soon as anything is given, with all the lines so far and how
        many of them, from the first, have been asked who and when; None when stopping
        keeps nothing for later.
    """

    talk: Talk
    prompt: Question
    background: Callable[[], None] | None = None
    people: tuple[str, ...] = ()
    known: Collection[str] = ()
    keep: Keep | None = None

    def complete(self, text: str) -> Heard:
        """The checked lines with who and when in them, and the ones that were added.

        When the person goes back or stops, `typed` holds all there is so far.
        """
        lines = text.split("\n")
        several = len(lines) > 1
        done: list[str] = []
        while lines:
            line = lines.pop(0)
            if line in self.known:
                heard = Heard("on", line, line)
            else:
                heard = self._line(line, several, partial(self._keep, done, lines))
            done.append(heard.value or heard.typed)
            if heard.move != "on":
                return Heard(heard.move, "\n".join([*done, *lines]))
            if not lines and self.prompt.repeats:
                self._keep(done, [])
                more = self._another()
                if more.move != "on":
                    return Heard(more.move, "\n".join(done + ([more.typed] if more.typed.strip() else [])))
                lines = more.value.split("\n") if more.value else []
                several = len(lines) > 1
        return Heard("on", "\n".join(done), "\n".join(done))

    def _keep(self, done: Sequence[str], rest: Sequence[str], *half: str) -> None:
        if self.keep:
            self.keep("\n".join([*done, *half, *rest]), len(done))

    def _turn(self, given: str, empty: str) -> Turn:
        return Turn(given, background=self.background, empty=empty, later=bool(self.keep))

    def _another(self) -> Heard:
        words = "Nog een?"
        while True:
            self.talk.screen.aside(words, "Enter: nee")
            heard = listen(self.talk, self._check_more, self._turn("", "nee"))
            if heard.value != "ja":
                return heard
            words = "Schrijf hem maar op."

    def _check_more(self, typed: str) -> str:
        word = typed.strip().lower().rstrip(".!")
        if word in ("", "n", "nee"):
            return ""
        if word in ("j", "ja"):
            return "ja"
        self._see_that_nothing_waits(typed)
        return check(self.prompt._replace(waits=False), typed, self.talk.today)

    def _see_that_nothing_waits(self, typed: str) -> None:
        """Stop at `later`, which is said of a whole question, instead of taking it for somebody or something."""
        if asks_to_wait(typed, self.talk.today):
            raise ValueError("later kan hier niet. Weet je het nog niet, druk dan op Enter")

    def _line(self, line: str, named: bool, keep: Callable[[str], None]) -> Heard:
        """One line with what it doesn't say yet: for a fixed item when, for others who and when.

        named: whether to show first which line it is about.
        keep: called before every question with the line so far.
        """
        item = read_item(self.prompt.kind, line)
        steps: list[Step] = []
        if not (item.who or self.prompt.item or item.done):
            steps.append("who")
        if not (item.due or item.done):
            steps.append("due")
        if steps and named:
            self.talk.screen.say(item.text)
        place = 0
        while place < len(steps):
            keep(item_line(item))
            heard = self._ask(steps[place], item)
            if heard.move == "back":
                item = _kept(item, steps[place], heard.typed, self.talk.today)
                if place == 0:
                    return Heard("back", item_line(item))
                place -= 1
            elif heard.move != "on":
                return Heard(heard.move, _half(item, steps[place], heard.typed))
            else:
                item = _with(item, steps[place], heard.value)
                place += 1
        return Heard("on", item_line(item), item_line(item))

    def _ask(self, step: Step, item: FollowUp) -> Heard:
        screen = self.talk.screen
        if step == "who":
            screen.aside(WHO[self.prompt.kind], LATER)
            return listen(
                self.talk, self._check_name, self._turn(item.who, _meaning(LATER))._replace(words=self.people)
            )
        screen.aside("Voor wanneer?", self._without())
        turn = self._turn(_iso(item.due), _meaning(self._without()))._replace(short=True)
        heard = listen(self.talk, self._check_day, turn)
        if heard.value:
            screen.took(full_date(date.fromisoformat(heard.value)))
        return heard

    def _check_name(self, typed: str) -> str:
        self._see_that_nothing_waits(typed)
        return _name(typed)

    def _check_day(self, typed: str) -> str:
        self._see_that_nothing_waits(typed)
        return _day(typed, self.talk.today)

    def _without(self) -> str:
        if not self.prompt.item:
            return LATER
        # A short question has no heading of its own: its words stand in the agenda, dated or not.
        return "Enter: zonder datum" if "." in self.prompt.id else "Enter: niet in je agenda"


def _meaning(hint: str) -> str:
    """What Enter means, of a hint that says so."""
    return hint.removeprefix("Enter: ")


def _name(typed: str) -> str:
    if wrong := bad_character(typed, "je antwoord"):
        raise ValueError(wrong)
    return one_line(typed)


def _day(typed: str, today: date) -> str:
    return parse_date(typed, today).isoformat() if typed.strip() else ""


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _with(item: FollowUp, step: Step, value: str) -> FollowUp:
    if step == "who":
        return item._replace(who=value)
    return item._replace(due=date.fromisoformat(value) if value else None)


def _kept(item: FollowUp, step: Step, typed: str, today: date) -> FollowUp:
    """The item with what stood in the input when the person went back, if it can be used."""
    try:
        return _with(item, step, _name(typed) if step == "who" else _day(typed, today))
    except ValueError:
        return item


def _half(item: FollowUp, step: Step, typed: str) -> str:
    """The line with a half answer in it, in a form that the person can mend later."""
    typed = one_line(typed)
    if not typed:
        return item_line(item)
    if step == "who":
        return item_line(item._replace(who=typed))
    line = item_line(item._replace(due=None))
    return f"{line[:-1]}, voor {typed})" if item.who else f"{line} (voor {typed})"


ITEM = Question("pick", "Wat spreek je af?", "", "follow-up")


def pick(talk: Talk, text: str, choices: Mapping[int, str], people: tuple[str, ...] = ()) -> FollowUp | None:
    """The choice as a follow-up; None when nothing is picked.

    people: whose names can be completed.

    Raises:
        Interrupted: when the person stops.
    """
    while True:
        talk.screen.gap()
        number = ask_one(talk, text, {each: Choice(told, told) for each, told in choices.items()})
        if not number:
            return None
        talk.screen.took(choices[number])
        item = settle(talk, FollowUp("follow_up", choices[number].removesuffix(".")), people)
        if item:
            return item


def settle(talk: Talk, item: FollowUp, people: tuple[str, ...] = ()) -> FollowUp | None:
    """The item with what it doesn't say yet of who and when; None when the person goes back.

    Raises:
        Interrupted: when the person stops.
    """
    heard = Items(talk, ITEM, people=people).complete(item_line(item))
    if heard.move == "back":
        return None
    if heard.move == "stop":
        raise Interrupted("Gestopt.", heard.typed)
    return read_item(ITEM.kind, heard.value or heard.typed)


def hear_item(
    talk: Talk, question: Question, people: tuple[str, ...] = (), given: FollowUp | None = None
) -> FollowUp | None:
    """An item asked for by itself: its words, who and when; None when there is nothing to say.

    given: who and when, for as far as the words don't say them.

    Raises:
        Interrupted: when the person stops, with what there is of it.
    """
    line = ""
    while True:
        line = ask(talk, question, given=line)
        if not line:
            return None
        if given:
            item = read_item(question.kind, line)
            line = item_line(item._replace(who=item.who or given.who, due=item.due or given.due))
        heard = Items(talk, question, people=people).complete(line)
        if heard.move == "stop":
            raise Interrupted("Gestopt.", heard.typed)
        line = heard.value or heard.typed
        if heard.move != "back":
            return read_item(question.kind, line)
