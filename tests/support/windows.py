"""Windows of a browser that is kept: a fresh one costs three times as much as a page in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal, Protocol

from playwright.sync_api import Browser, Page, ViewportSize

from app.web.deps import COOKIE
from tests.support.chromium import DESK, HEIGHT

_KEPT = "/static/icon.svg"  # small, and of the same address as the pages


class Window(Protocol):
    def new_page(self) -> Page: ...


class Opened(Protocol):
    """Opens a window."""

    def __call__(
        self,
        *,
        viewport: ViewportSize = ...,
        color_scheme: Literal["light", "dark"] = ...,
        java_script_enabled: bool = ...,
    ) -> Window: ...


@dataclass(slots=True)
class _Window:
    kept: Page
    viewport: ViewportSize
    color_scheme: Literal["light", "dark"]
    pages: list[Page]

    def new_page(self) -> Page:
        page = self.kept.context.new_page()
        self.pages.append(page)
        page.set_viewport_size(self.viewport)
        if self.color_scheme != "light":
            page.emulate_media(color_scheme=self.color_scheme)
        return page


@dataclass(slots=True)
class Windows:
    """One for each person and each way (with scripts, without), as long as the process lives.

    A page of it stays open, which keeps the process behind all its pages. What a test leaves in
    a window (pages, cookies, what scripts stored) is gone before the next one.
    """

    browser: Browser
    address: str
    _kept: dict[tuple[str, bool], Page] = field(default_factory=dict)

    @contextmanager
    def of(self, person: str, *, cookie: str = "") -> Iterator[Opened]:
        """Opens windows of that person for one test; `cookie` is the value of their session's."""
        pages: list[Page] = []
        fresh: set[bool] = set()

        def opened(
            *,
            viewport: ViewportSize | None = None,
            color_scheme: Literal["light", "dark"] = "light",
            java_script_enabled: bool = True,
        ) -> Window:
            kept = self._page(person, has_scripts=java_script_enabled)
            if java_script_enabled not in fresh:
                fresh.add(java_script_enabled)
                self._empty(kept, cookie)
            wide: ViewportSize = {"width": DESK, "height": HEIGHT}
            return _Window(kept, viewport or wide, color_scheme, pages)

        yield opened
        for page in pages:
            page.close()

    def _page(self, person: str, *, has_scripts: bool) -> Page:
        found = self._kept.get((person, has_scripts))
        if found is None:
            context = self.browser.new_context(java_script_enabled=has_scripts)
            found = self._kept[person, has_scripts] = context.new_page()
            found.goto(self.address + _KEPT)
        return found

    def _empty(self, kept: Page, cookie: str) -> None:
        kept.evaluate("localStorage.clear()")
        kept.context.clear_cookies()
        if cookie:
            kept.context.add_cookies([{"name": COOKIE, "value": cookie, "url": self.address}])
