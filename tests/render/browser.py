"""A headless Chromium for the tests of the page, and what it saw: requests, messages, axe's findings."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

# Browser processes that do nothing but draw the page.
QUIET = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PATIENCE = 180_000  # milliseconds; a machine may be slow and busy
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def chromium() -> str:
    """Where Chromium is; without it the test is skipped."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        pytest.skip("NO BROWSER: chromium is not installed, so the HTML page was not looked at (apt install chromium)")
    return found


@dataclass
class Seen:
    """A page that was opened, what it asked for besides itself, and what it said on the console."""

    page: Any
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def overflow(self, *widths: int) -> dict[int, int]:
        """How many pixels the page is wider than its window, of those of these widths in which it is."""
        found = {}
        for width in widths:
            self.page.set_viewport_size({"width": width, "height": 900})
            found[width] = int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
        return {width: over for width, over in found.items() if over > 0}

    def violations(self) -> list[str]:
        """What axe finds wrong, with where."""
        spec = find_spec("axe_playwright_python")
        assert spec
        assert spec.origin
        self.page.evaluate((Path(spec.origin).parent / "axe.min.js").read_text(encoding="utf-8") + ";0")
        made = self.page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
        assert made["passes"]
        return [f"{each['id']}: {node['html'][:200]}" for each in made["violations"] for node in each["nodes"]]


class Browser:
    """Opens pages one after another, all in one tab: starting a process for each costs more than drawing it."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver
        self._tabs: dict[bool, Any] = {}
        self._seen = Seen(None)

    @contextmanager
    def open(self, file: Path, width: int = 1400, scheme: str = "light", *, trusted: bool = False) -> Iterator[Seen]:
        """A page from a file; `trusted`: its policy does not hold for the test's own scripts, as axe."""
        if trusted not in self._tabs:
            self._tabs[trusted] = self._tab(trusted)
        page = self._tabs[trusted]
        page.goto("about:blank")  # so that nothing comes from the page before
        self._seen = seen = Seen(page)
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(media="null", color_scheme=scheme)
        page.goto(file.as_uri(), wait_until="load")
        seen.asked.remove(file.as_uri())
        yield seen

    def _tab(self, trusted: bool) -> Any:
        context = self.driver.new_context(bypass_csp=trusted)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("request", lambda request: self._seen.asked.append(request.url))
        page.on("console", lambda message: self._seen.said.append(message.text))
        page.on("pageerror", lambda error: self._seen.said.append(str(error)))
        page.on("dialog", lambda dialog: self._seen.said.append(dialog.message))
        return page


@contextmanager
def launched() -> Iterator[Browser]:
    """A browser with a profile of its own."""
    api = pytest.importorskip("playwright.sync_api", reason="NO BROWSER: playwright is not installed")
    with api.sync_playwright() as play:
        try:
            driver = play.chromium.launch(
                executable_path=chromium(), args=QUIET, chromium_sandbox=False, timeout=PATIENCE
            )
        except api.Error as error:
            pytest.skip(f"NO BROWSER: chromium does not start, the HTML page was not looked at: {error.message[:99]}")
        yield Browser(driver)
        driver.close()
