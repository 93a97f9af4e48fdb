"""What every use needs to know of the world: the day, the settings, the journal, and who is told what comes of it."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import date, datetime, time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from leerlog import files
from leerlog.errors import JournalUnreadable, LeerlogError

# A note needs none of these; they are loaded when they are asked for.
if TYPE_CHECKING:
    from leerlog.dialogue.talk import Talk
    from leerlog.documents.blocks import Document
    from leerlog.domain.entry import Problem
    from leerlog.domain.guide import Guide
    from leerlog.journal.history import History
    from leerlog.journal.store import Journal
    from leerlog.library.settings import Config
    from leerlog.reports.rules import ContentRules

OFFERED = "plain-aangeboden"  # in the folder for what leerlog keeps to itself
OFFER = "Met --plain geeft leerlog alleen regels tekst. Zo blijft het: leerlog config plain ja"

Step = Callable[[int, int], None]  # how much is done, and of how much


class Listener:
    """Who started a use: what is said and shown while it goes on reaches a person, or a program, through it.

    This one takes all and passes on nothing.
    """

    @property
    def interactive(self) -> bool:
        """Whether a person sits at both ends."""
        return False

    def say(self, text: str) -> None:
        """Take a line of the result."""

    def tell(self, text: str) -> None:
        """Take a remark beside the result."""

    @property
    def why_plain(self) -> str:
        """What says that lines of text alone may suit the person better, as a sentence; "" when nothing does."""
        return ""

    def show(self, document: "Document", *, plain: bool, full: bool) -> None:
        """Take a result to look at; `plain`: as lines of text alone; `full`: all of it."""

    def waiting(self, _what: str, *, plain: bool) -> "AbstractContextManager[Step]":
        """Take that something goes on that may take long, and what it is called; then how far it is."""
        return nullcontext(lambda _done, _total: None)

    def confirm(self, said: str, data: str | None) -> None:
        """Take what was done and is on disk now; `data` is what a program is told instead.

        Raises:
            LeerlogError: when it reaches nobody; it says what was done.
        """


class Setting:
    """The journal and all that is around it.

    journal_option: the folder or the name of the journal, as it was asked for; None for the usual one.
    plain: whether what is shown is lines of text alone; None: as the person's settings say.
    clock: gives the day and the minute.
    listener: hears what is said.
    usual: what `journal_option` is when nobody asks for another, as the environment says.
    named: whether the journal was named by the person on this very occasion.
    changed: whether something on disk was changed, which stays true whatever fails after it.
    """

    def __init__(
        self,
        journal_option: str | None,
        plain: bool | None,
        clock: Callable[[], tuple[date, time]],
        listener: Listener,
        *,
        usual: str | None = None,
        named: bool = False,
    ) -> None:
        self.journal_option = journal_option
        self._plain = plain
        self.usual = usual
        self.named = named
        self.changed = False
        self._clock = clock
        self._listener = listener
        self._warned: set[Problem] = set()

    def at(self, journal: str) -> "Setting":
        """The same but for the journal."""
        return Setting(journal, self._plain, lambda: self.now, self._listener, usual=self.usual)

    @cached_property
    def now(self) -> tuple[date, time]:
        """The day and the minute at which this began."""
        return self._clock()

    @property
    def today(self) -> date:
        """The day."""
        return self.now[0]

    @cached_property
    def plain(self) -> bool:
        """Whether what is shown is lines of text alone; who may want that and never chose is told once that it can."""
        if self._plain is not None:
            return self._plain
        if not self.config.plain and (why := self._listener.why_plain):
            self._offer_plain(why)
        return self.config.plain

    def _offer_plain(self, why: str) -> None:
        """Say that everything can be lines of text, and after what sign; a second time nothing is said."""
        mark = self.state / OFFERED
        if files.is_file(mark):
            return
        with suppress(OSError, LeerlogError):  # then it is said again next time
            files.make_folder(self.state)
            files.write(mark, b"")
        self.tell(f"{why} {OFFER}")

    @cached_property
    def config(self) -> "Config":
        """The person's settings."""
        from leerlog.library.folders import config_file
        from leerlog.library.settings import load_config

        return load_config(config_file())

    @cached_property
    def journal(self) -> "Journal":
        """The journal that was asked for; its folder need not exist yet."""
        from leerlog.journal.store import Journal
        from leerlog.library.folders import resolve_journal

        folder = resolve_journal(self.journal_option, lambda: self.config)
        return Journal(folder, lambda: self.state, lambda: self._history(folder))

    def _history(self, folder: Path) -> "History":
        from leerlog.journal.history import History, history_folder

        return History(
            history_folder(self.state, folder),
            self.drafts,
            lambda: datetime.combine(*self.now),
            lambda: self.config.history_days,
        )

    @property
    def history(self) -> "History":
        """What was changed in the journal."""
        return self._history(self.journal.folder)

    @cached_property
    def state(self) -> Path:
        """The folder for what leerlog keeps to itself."""
        from leerlog.library.folders import state_folder

        return state_folder()

    @property
    def drafts(self) -> Path:
        """The folder of drafts."""
        return self.state / "concepten"

    @property
    def own_content(self) -> Path:
        """The folder of the person's own checklists."""
        from leerlog.library.folders import own_content_folder

        return own_content_folder()

    @cached_property
    def guide(self) -> "Guide":
        """The handreiking, the person's own checklists included; what is wrong with those is said once."""
        from leerlog.library.content import load_guide

        guide, problems = load_guide(self.own_content)
        for problem in problems:
            self.tell(f"Let op: {problem}")
        return guide

    @cached_property
    def rules(self) -> "ContentRules":
        """How the reports look at entries."""
        from leerlog.app.rules import remembered_rules
        from leerlog.library.folders import content_folder

        folders = [content_folder(), content_folder() / "checklists", self.own_content]
        return remembered_rules(self.state / "rules.json", folders, lambda: self.guide, self.config.window_days)

    @cached_property
    def talk(self) -> "Talk":
        """The conversation with the person, one for all that a use asks."""
        from leerlog.dialogue.plain import open_talk

        return open_talk(self.today, self.plain)

    @property
    def interactive(self) -> bool:
        """Whether a person is there to be asked."""
        return self._listener.interactive

    def say(self, text: str) -> None:
        """Say a line of the result."""
        self._listener.say(text)

    def tell(self, text: str) -> None:
        """Remark on something beside the result."""
        self._listener.tell(text)

    def confirm(self, said: str, data: str | None = None) -> None:
        """Say what was done and is on disk now; `data` is what a program is told instead."""
        self.changed = True
        self._listener.confirm(said, data)

    def show(self, document: "Document", *, full: bool = False) -> None:
        """Show a result, unless it says that nothing is there of a journal that could not all be read."""
        if self._unread and document.says_nothing:
            raise JournalUnreadable(self._without())
        self._listener.show(document, plain=self.plain, full=full)

    def waiting(self, what: str) -> AbstractContextManager[Step]:
        """Say that something goes on that may take long, and give what is to be told how far it is."""
        return self._listener.waiting(what, plain=self.plain)

    def warn(self, problems: "list[Problem]") -> None:
        """Tell which problems were met, three at the most; what was told before is not told again."""
        # Of a month that could not be read the end of the use tells.
        problems = [problem for problem in problems if self.changed or problem.file not in self._unread]
        problems = [problem for problem in problems if problem not in self._warned]
        self._warned.update(problems)
        for problem in problems[:3]:
            where = f"{problem.file}, regel {problem.line}" if problem.line else problem.file
            self.tell(f"Let op: {where}: {problem.message}. (leerlog check toont alles)")
        if len(problems) > 3:
            self.tell(f"Let op: nog {len(problems) - 3} meer; leerlog check toont alles.")

    def end(self) -> None:
        """See that nobody takes what was shown for all that there is.

        Raises:
            JournalUnreadable: when a month could not be read, and nothing was done that stands all the same.
        """
        if self._unread and not self.changed:
            raise JournalUnreadable(self._without())

    @property
    def _unread(self) -> "dict[str, Problem]":
        """The months that could not be read, if the journal was looked at."""
        return self.journal.unread if "journal" in self.__dict__ else {}

    def _without(self) -> str:
        from leerlog.journal.reading import without

        return f"{without(self._unread)} Zonder is het niet compleet; probeer het later opnieuw."
