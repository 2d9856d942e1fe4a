"""A real browser, where the machine has one: one for all tests of a process."""

import asyncio
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect, sync_playwright

# The shell is the same engine without the windows: a new page costs it a third.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
PHONE, TABLET, DESK = 360, 768, 1280  # CSS pixels
HEIGHT = 800
PATIENCE_MS = 20_000  # a slow machine is no failure
WCAG = ("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa")


@dataclass(frozen=True, slots=True)
class Chromium:
    """The browser of a process, lent to one test after the other."""

    browser: Browser
    loop: asyncio.AbstractEventLoop

    @contextmanager
    def lent(self) -> Iterator[Browser]:
        """The browser for one test.

        Playwright leaves its event loop marked as running in this thread; a test that runs a loop
        of its own could not do so after it.
        """
        asyncio._set_running_loop(self.loop)
        try:
            yield self.browser
        finally:
            asyncio._set_running_loop(None)


@contextmanager
def chromium() -> Iterator[Chromium]:
    """Skips the test where none is installed."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip("no chromium on this machine")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        started = Chromium(browser, asyncio.get_running_loop())
        asyncio._set_running_loop(None)
        yield started
        asyncio._set_running_loop(started.loop)
        browser.close()


def overflow(page: Page) -> int:
    """How many pixels one would have to scroll sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def is_sound(page: Page, *, tags: tuple[str, ...] | None = WCAG) -> None:
    """All of the page as it stands: axe finds nothing on a desk by day nor on a telephone by night.

    Everything folded is opened, and nothing is wider than any of the three screens. The page is
    left as wide as a desk. `tags`: which of axe's rules; None for all of them.
    """
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    for width, scheme in ((DESK, "light"), (TABLET, None), (PHONE, "dark")):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        assert overflow(page) <= 0, (page.url, width)
        if scheme is not None:
            # A colour that is still on its way to the other scheme has no contrast to speak of.
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            assert not violations(page, tags=tags), (page.url, width, scheme)
    page.set_viewport_size({"width": DESK, "height": HEIGHT})
    page.emulate_media(color_scheme="light")


def violations(page: Page, *, tags: tuple[str, ...] | None = WCAG) -> list[Any]:
    """What axe finds: the rule, where, and how it says so."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE_SCRIPT)
    # All else that axe could tell (what passed, and why) costs as much again to be sent here.
    options: dict[str, object] = {"resultTypes": ["violations"]}
    if tags is not None:
        options["runOnly"] = list(tags)
    found: list[Any] = page.evaluate(
        """options => axe.run(document, options).then(({violations}) => violations.map(each =>
            [each.id, each.nodes.map(node => [node.target, node.html, node.failureSummary])]))""",
        options,
    )
    return found
