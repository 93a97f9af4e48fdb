"""What every command needs to know of the world: the clock, the settings, the journal, the screen."""

import os
import sys
from datetime import date, datetime, time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from leerlog.errors import JournalUnreadable, LeerlogError, UsageError

if TYPE_CHECKING:
    from leerlog.dialogue.talk import Talk
    from leerlog.domain.entry import Problem
    from leerlog.domain.guide import Guide
    from leerlog.journal.store import Journal
    from leerlog.library.config import Config
    from leerlog.render.page import Page
    from leerlog.reports.rules import ContentRules


class Setting:
    """The options before the command, and what follows from them.

    named: whether the journal was named on the command line itself.
    changed: whether the command changed something on disk, which stays true whatever fails after it.
    """

    def __init__(self, journal_option: str | None, plain: bool, *, named: bool = False) -> None:
        self.journal_option = journal_option
        self.plain = plain
        self.named = named
        self._warned: set[Problem] = set()
        self.changed = False

    @cached_property
    def now(self) -> tuple[date, time]:
        """The day and the minute, from the clock or from LEERLOG_NOW."""
        if fixed := os.environ.get("LEERLOG_NOW"):
            from leerlog.domain.when import parse_clock

            try:
                return parse_clock(fixed, date.today())  # noqa: DTZ011 (the person's own clock)
            except ValueError as error:
                raise UsageError(f"LEERLOG_NOW: {error}.") from None
        moment = datetime.now()  # noqa: DTZ005 (the person's own clock)
        return moment.date(), moment.time().replace(second=0, microsecond=0)

    @property
    def today(self) -> date:
        """The day."""
        return self.now[0]

    @cached_property
    def config(self) -> "Config":
        """The person's settings."""
        from leerlog.library.config import config_file, load_config

        return load_config(config_file())

    @cached_property
    def journal(self) -> "Journal":
        """The journal that was asked for; its folder need not exist yet."""
        from leerlog.journal.store import Journal
        from leerlog.library.config import resolve_journal

        return Journal(resolve_journal(self.journal_option, lambda: self.config), lambda: self.state)

    @cached_property
    def state(self) -> Path:
        """The folder for what leerlog keeps to itself."""
        from leerlog.library.config import state_folder

        return state_folder()

    @property
    def drafts(self) -> Path:
        """The folder of drafts."""
        return self.state / "concepten"

    @property
    def own_content(self) -> Path:
        """The folder of the person's own checklists."""
        from leerlog.library.config import own_content_folder

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
        from leerlog.cli.rules import remembered_rules
        from leerlog.library.config import content_folder

        folders = [content_folder(), content_folder() / "checklists", self.own_content]
        return remembered_rules(self.state / "rules.json", folders, lambda: self.guide, self.config.window_days)

    @cached_property
    def talk(self) -> "Talk":
        """The conversation with the person, one for all that a command asks."""
        from leerlog.dialogue.readers import open_talk

        return open_talk(self.today, self.plain)

    def show(self, page: "Page") -> None:
        """Print a page on stdout, for this terminal or pipe."""
        from leerlog.render.draw import show

        if self._unread and page.says_nothing:
            raise JournalUnreadable(self._without())
        show(page, sys.stdout, plain=self.plain)

    @property
    def _unread(self) -> "dict[str, Problem]":
        """The months that could not be read, if the journal was looked at."""
        return self.journal.unread if "journal" in self.__dict__ else {}

    def _without(self) -> str:
        from leerlog.journal.reading import without

        return f"{without(self._unread)} Zonder is het niet compleet; probeer het later opnieuw."

    def end(self) -> None:
        """See that nobody takes what was shown for all that there is.

        Raises:
            JournalUnreadable: when a month could not be read, and nothing was done that stands all the same.
        """
        if self._unread and not self.changed:
            raise JournalUnreadable(self._without())

    def say(self, text: str) -> None:
        """Print a line on stdout, control characters made visible."""
        from leerlog.cli.remarks import fitted

        sys.stdout.write(fitted(text, sys.stdout) + "\n")

    def write(self, data: str) -> None:
        """Write data for a program on stdout."""
        from leerlog.cli.out import emit

        emit(f"{data}\n")

    def confirm(self, said: str, data: str | None = None) -> None:
        """Say on stdout what was done and is on disk now.

        data: what a program is told instead.

        Raises:
            LeerlogError: when stdout takes nothing; it says what was done.
        """
        self.changed = True
        try:
            if data is None:
                self.say(said)
            else:
                self.write(data)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            from leerlog.files import reason

            what = "; ".join(line.strip() for line in said.splitlines())
            raise LeerlogError(f"ik kan de uitvoer niet wegschrijven ({reason(error)}). Wel gelukt: {what}") from error

    def tell(self, text: str) -> None:
        """Print a remark on stderr, control characters made visible."""
        from leerlog.cli.remarks import fitted

        sys.stderr.write(fitted(text, sys.stderr) + "\n")

    def warn(self, problems: "list[Problem]") -> None:
        """Say on stderr which problems were met, three at the most; what was said before is not said again."""
        # Of a month that could not be read the end of the command tells.
        problems = [problem for problem in problems if self.changed or problem.file not in self._unread]
        problems = [problem for problem in problems if problem not in self._warned]
        self._warned.update(problems)
        for problem in problems[:3]:
            where = f"{problem.file}, regel {problem.line}" if problem.line else problem.file
            self.tell(f"Let op: {where}: {problem.message}. (leerlog check toont alles)")
        if len(problems) > 3:
            self.tell(f"Let op: nog {len(problems) - 3} meer; leerlog check toont alles.")

    @property
    def interactive(self) -> bool:
        """Whether a person sits at both ends."""
        return sys.stdin.isatty() and sys.stdout.isatty()
