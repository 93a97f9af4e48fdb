"""The conversation: every question of a checklist in order, back and forth, until all is asked."""

from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from typing import NoReturn, TypeVar

from leerlog.dialogue.ask import MOST_NAMES, beside, name_hint, pick_name, settle_name
from leerlog.dialogue.items import Items, says_what
from leerlog.dialogue.talk import Heard, Interrupted, Move, Talk, Turn, listen
from leerlog.dialogue.wording import echo_of, explain, how, is_short, no_text, options, to_choose, with_wait
from leerlog.domain.checklist import ITEM_KINDS, LEVEL, Checklist, Question
from leerlog.domain.typed import check, in_words, never
from leerlog.domain.waiting import HOW, see_that_it_may_wait, waits_until
from leerlog.errors import LeerlogError

Save = Callable[[dict[str, str], str], None]
T = TypeVar("T")
# Between a question's id and how many of its items have been asked who and when.
ITEMS_DONE = ":"


def no_remark(question: Question, texts: Mapping[str, str]) -> str:
    """Nothing to say of an answer."""
    return ""


def no_words(question: Question) -> Sequence[str]:
    """Nothing to complete."""
    return ()


class Session:
    """One round of a checklist.

    texts: what was given before, and `at` the place to go on: a question's id,
        and behind a colon how many of its items are complete.
    save: called after every answer, and every part of an item, with all texts and
        the place to go on.
    explain: the background of a question; a question without a topic comes with
        its parent's or the checklist's.
    shown: the earlier answer to show beside a question.
    words: what may be completed in an answer: names of courses or people.
    nothing: whether an answer says no more than that there is nothing; then nothing more is asked about it.
    remark: what there is to say of an answer at once, with all that was answered.
    subject: what it is about, beside the title: the course.
    again: the command to go on with later.
    anew: the command to go on with when nothing was filled in, for part of a whole.
    """

    def __init__(
        self,
        checklist: Checklist,
        talk: Talk,
        save: Save,
        *,
        texts: Mapping[str, str] | None = None,
        at: str = "",
        explain: Callable[[Question], str] = no_text,
        shown: Callable[[Question], str] = no_text,
        words: Callable[[Question], Sequence[str]] = no_words,
        nothing: Callable[[str], bool] = never,
        remark: Callable[[Question, Mapping[str, str]], str] = no_remark,
        subject: str = "",
        again: str = "",
        anew: str = "",
    ) -> None:
        self._checklist = checklist
        self._talk = talk
        self._save_draft = save
        self._explain = explain
        self._shown = shown
        self._words = words
        self._nothing = nothing
        self._remark = remark
        self._subject = subject
        self._again = again
        self._anew = anew
        self._prompts = checklist.prompts()
        self._parents = {prompt.id: parent for parent in checklist.questions for prompt in (parent, *parent.then)}
        self._texts = {key: text for key, text in (texts or {}).items() if key in self._parents and text.strip()}
        at, _, complete = at.partition(ITEMS_DONE)
        # Questions that have been gone through to the end, who and when included.
        self._settled = {key for key in self._texts if key != at}
        # The items of the others that have been asked who and when.
        self._complete = {at: self._lines(at)[: int(complete)]} if complete.isdecimal() else {}
        self._place = next((i for i, prompt in enumerate(self._prompts) if prompt.id == at), 0)
        # The questions that are being gone through: all of them, or what belongs to one answer.
        self._first, self._end = 0, len(self._prompts)
        self._at_first = "Dit is de eerste vraag."
        self._drafted = bool(self._texts)
        self._warned = False

    def run(self) -> dict[str, str]:
        """Ask everything; the texts in the form that is kept, in the order of asking.

        Raises:
            Interrupted: the person stopped; what was typed has gone to `save`.
        """
        screen, list_ = self._talk.screen, self._checklist
        where = self._where(self._prompts[self._place])
        intro = "" if self._place else list_.intro
        manual = self._talk.reader.manual
        if manual and list_.waits:
            manual = f"{manual}\n{HOW}"
        screen.opening(list_.title, self._subject, where, intro, manual)
        self._show_parent(self._prompts[self._place])
        self._walk(False)
        if wrong := self._wrong():
            self._talk.screen.wrong(wrong[1])
            self._stop(wrong[0], self._texts[wrong[0].id])
        return self._given()

    def look_over(self, ask: Callable[[int], tuple[T, int | None]]) -> tuple[dict[str, str], T | None]:
        """Show all that was given until nothing of it is to be changed; the texts, and what was answered at the end.

        ask: asks what there is to ask below so many numbered answers; gives that, or the place, from 0, of an answer
            to go back to.

        Raises:
            Interrupted: the person stopped at one of the answers; what was typed has gone to `save`.
        """
        while self._texts:
            self.summary(numbered=True)
            found, place = ask(len(self._texts))
            if place is None:
                return self._given(), found
            self._revise([prompt for prompt in self._prompts if prompt.id in self._texts][place])
        return {}, None

    def _revise(self, prompt: Question) -> None:
        """Ask one question again with what belongs to its answer, and whatever does not fit any more."""
        self._at_first = "Met Enter ga je terug naar het overzicht."
        while True:
            self._first = self._place = self._prompts.index(prompt)
            self._end = self._place + 1 + len(prompt.then)
            self._walk(True)
            if not (wrong := self._wrong()):
                return
            self._talk.screen.wrong(wrong[1])
            prompt = wrong[0]

    def _given(self) -> dict[str, str]:
        return {prompt.id: self._texts[prompt.id] for prompt in self._prompts if prompt.id in self._texts}

    def _walk(self, head: bool) -> None:
        """Ask from where we are to the end. head: whether the first question stands below the title."""
        while self._place < self._end:
            prompt = self._prompts[self._place]
            move = self._ask(prompt, head)
            if move == "end":
                break
            self._place = self._next(-1 if move == "back" else 1)
            head = move == "back" or self._at_parent()

    def _next(self, step: int) -> int:
        """The place of the next question, or of the one before, without those that there is no reason for."""
        place = max(self._place + step, self._first)
        while place < self._end and not self._is_asked(self._prompts[place]):
            if self._prompts[place].fills == LEVEL:
                self._put(self._prompts[place], "")
            place += step
        return place

    def _is_asked(self, prompt: Question) -> bool:
        """No level is asked of an answer that says nothing, and only after such a one what holds somebody back.

        Whoever writes the answers beforehand, line by line, is asked every level. What holds back is asked until it
        was said once: two noes mostly have one reason.
        """
        text = self._texts.get(self._parents[prompt.id].id, "")
        if prompt.fills == LEVEL:
            waits = waits_until(self._parents[prompt.id], text)
            return not self._talk.reader.live or bool(text and not waits and not self._nothing(text))
        if not prompt.after_no or prompt.id in self._texts:
            return True
        said = any(each.after_no and each.id in self._texts for each in self._prompts)
        return bool(text) and self._nothing(text) and not said

    def summary(self, numbered: bool = False) -> None:
        """Show everything that was given. numbered: whether each answer has a number to go back to it."""
        rows = [(p.text, in_words(p, self._texts[p.id])) for p in self._prompts if p.id in self._texts]
        if rows:
            self._talk.screen.summary(self._checklist.title, self._subject, rows, numbered)

    def _at_parent(self) -> bool:
        return self._place < len(self._prompts) and self._prompts[self._place] in self._checklist.questions

    def _wrong(self) -> tuple[Question, str] | None:
        """The first answer that will not do, and why; None when all will.

        That is half an answer that nobody went on from, of a draft, when the input ends early; or one that
        another answer, which was changed, does not go with. The day until which a question of a draft waits may
        have come meanwhile: then it is asked as soon as the note is there.
        """
        for prompt in (each for each in self._prompts if not waits_until(each, self._texts.get(each.id, ""))):
            try:
                self._put(prompt, check(prompt, self._texts.get(prompt.id, ""), self._talk.today, self._texts))
            except ValueError as error:
                return prompt, f"{prompt.text} {error}"
        return None

    def _ask(self, prompt: Question, head: bool) -> Move:
        """One question with what comes after it; where the person goes next."""
        given = self._texts.get(prompt.id, "")
        while True:
            try:
                self._show(prompt, head)
                heard = self._hear(prompt, given)
            except KeyboardInterrupt:  # Ctrl+C between two questions
                heard = Heard("stop", given)
            if heard.move == "on" and self._goes_deeper(prompt, heard.value):
                heard = self._items(prompt).complete(heard.value)
                if heard.move == "back":
                    given, head = heard.typed, True
                    continue
            if heard.move == "stop":
                self._stop(prompt, heard.typed)
            if heard.move == "back" and self._place == self._first:
                self._talk.screen.say(self._at_first)
                given = heard.typed
                continue
            break
        self._keep(prompt, heard)
        return heard.move

    def _hear(self, prompt: Question, given: str) -> Heard:
        words = tuple(self._words(prompt))

        def checked(typed: str) -> str:
            see_that_it_may_wait(self._checklist, prompt, typed, self._talk.today)
            typed = pick_name(typed, words) if prompt.fills == "course" else typed
            return check(prompt, typed, self._talk.today, self._texts)

        turn = Turn(
            in_words(prompt, given) if prompt.kind == "choice" else given,
            background=self._background(prompt),
            words=words,
            short=is_short(prompt),
            back=self._place > self._first,
            waits=prompt.waits,
        )
        heard = listen(self._talk, checked, turn)
        if heard.move != "on":
            return heard
        if prompt.fills == "course" and heard.value:
            heard = heard._replace(value=settle_name(self._talk, heard.value, words))
        if meaning := echo_of(prompt, heard.typed, heard.value, self._talk.today):
            self._talk.screen.took(meaning)
        return heard

    def _goes_deeper(self, prompt: Question, text: str) -> bool:
        if not says_what(prompt, text) or self._nothing(text):
            return False
        known = self._known(prompt)
        return prompt.id not in self._settled or any(line not in known for line in text.split("\n"))

    def _items(self, prompt: Question) -> Items:
        """The questions behind the words of items; every part of their answers is safe at once."""

        def keep(lines: str, complete: int) -> None:
            self._put(prompt, lines)
            self._settled.discard(prompt.id)
            self._complete[prompt.id] = self._lines(prompt.id)[:complete]
            self._save(prompt)

        people = tuple(self._words(prompt._replace(kind="people")))
        return Items(self._talk, prompt, self._background(prompt), people, self._known(prompt), keep)

    def _known(self, prompt: Question) -> list[str]:
        """The items of a question that have been asked who and when."""
        return self._lines(prompt.id) if prompt.id in self._settled else self._complete.get(prompt.id, [])

    def _lines(self, name: str) -> list[str]:
        return self._texts.get(name, "").split("\n")

    def _at(self, prompt: Question) -> str:
        """The place to go on: a question, and how many of its items are complete."""
        if prompt.kind not in ITEM_KINDS:
            return prompt.id
        known = self._known(prompt)
        complete = sum(1 for _ in takewhile(lambda line: line in known, self._lines(prompt.id)))
        return f"{prompt.id}{ITEMS_DONE}{complete}" if complete and self._texts.get(prompt.id) else prompt.id

    def _keep(self, prompt: Question, heard: Heard) -> None:
        """Take in an answer, half ones on the way back included, and save."""
        if heard.move == "on":
            self._put(prompt, heard.value)
            self._settled.add(prompt.id)
            if said := self._remark(prompt, self._texts):
                self._talk.screen.took(said)
        elif heard.typed != self._texts.get(prompt.id, ""):
            self._put_half(prompt, heard.typed)
        place = self._next(-1 if heard.move == "back" else 1)
        self._save(self._prompts[place if place < self._end else -1])

    def _put(self, prompt: Question, text: str) -> None:
        if text.strip():
            self._texts[prompt.id] = text
        else:
            self._texts.pop(prompt.id, None)

    def _put_half(self, prompt: Question, text: str) -> None:
        """Take in what stands in the input; of what was complete in it nothing is asked again."""
        self._complete[prompt.id] = self._known(prompt)
        self._settled.discard(prompt.id)
        self._put(prompt, text)

    def _save(self, at: Question) -> None:
        """Save a draft; when that fails the conversation goes on, and says so once."""
        if not self._texts and not self._drafted:
            return
        try:
            self._save_draft(dict(self._texts), self._at(at))
            self._drafted = True
        except LeerlogError as error:
            if not self._warned:
                self._talk.screen.wrong(f"Let op: ik kan je concept niet bewaren. {error}")
            self._warned = True

    def _stop(self, prompt: Question, typed: str) -> NoReturn:
        self._put_half(prompt, typed)
        if not self._texts and not self._drafted:
            raise Interrupted(f"Gestopt; er was nog niets ingevuld.{_later(self._anew)}")
        try:
            self._save_draft(dict(self._texts), self._at(prompt))
        except LeerlogError:
            self.summary()  # at least it can be copied from the screen
            raise
        numbered = self._checklist.numbered
        answered = sum(question.id in self._texts for question in numbered)
        so_far = f" ({answered} van {len(numbered)})" if answered else ""
        raise Interrupted(f"Tot zover bewaard{so_far}.{_later(self._again)}", typed)

    def _show(self, prompt: Question, head: bool) -> None:
        screen, where = self._talk.screen, self._where(prompt)
        if head:
            screen.head(self._checklist.title, self._subject, where)
        elif "." in prompt.id:
            screen.gap()
        notes = [note for note in (prompt.hint, how(prompt)) if note]
        where = where if "." not in prompt.id else ""
        numbered: Sequence[str] = ()
        if prompt.is_level:
            numbered = to_choose(screen)
        elif prompt.fills == "course" and (numbered := self._words(prompt)[:MOST_NAMES]):
            notes.append(f"{name_hint(numbered).capitalize()}.")
        earlier = beside(screen, prompt, self._shown(prompt))
        shown = () if prompt.is_level else options(prompt)
        screen.question(prompt.text, where, notes, shown, earlier, numbered)

    def _show_parent(self, prompt: Question) -> None:
        """Show what was answered to the question that this one goes on about, when the conversation begins here."""
        parent = self._parents[prompt.id]
        if parent != prompt and parent.id in self._texts:
            self._talk.screen.answered(parent.text, in_words(parent, self._texts[parent.id]))

    def _where(self, prompt: Question) -> str:
        """Vraag 3 van 9, or a quiet word for a question that isn't counted."""
        parent, numbered = self._parents[prompt.id], self._checklist.numbered
        if parent in numbered:
            return f"Vraag {numbered.index(parent) + 1} van {len(numbered)}" if len(numbered) > 1 else ""
        before = self._checklist.questions[: self._checklist.questions.index(parent)]
        seen = sum(question.numbered for question in before)
        if len(numbered) > seen > 0:
            return "Tussendoor"
        return "Kort vooraf" if not seen else "Tot slot"

    def _background(self, prompt: Question) -> Callable[[], None] | None:
        """What shows the explanation of a question; None when there is none."""
        screen = self._talk.screen
        if prompt.is_level:
            return lambda: explain(screen)
        text = self._explain(
            prompt._replace(topic=prompt.topic or self._parents[prompt.id].topic or self._checklist.topic)
        )
        text = with_wait(prompt, text)
        return (lambda: screen.background(text)) if text else None


def _later(command: str) -> str:
    return f" Verder: {command}" if command else ""
