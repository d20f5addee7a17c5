"""The page in a real browser: nothing fails to load, filters work, and a phone shows all of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from evals.reporting.page import render
from evaluation.building import POLICY
from evaluation.test_page import run

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.tree

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip(f"no browser: none of {', '.join(BROWSERS)} is installed")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, headless=True, args=list(ARGUMENTS))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    made_of = run(epochs=2, gates=({"figure": "decision.exact", "at_least": 0.9},))
    path.write_text(render(*made_of, POLICY), encoding="utf-8")
    return path


class Opened:
    """A page with everything that went wrong on it."""

    def __init__(self, browser: Any, report: Path, **options: Any) -> None:
        self.wrong: list[str] = []
        self.context = browser.new_context(**{"viewport": DESK, "color_scheme": "light", **options})
        self.page = self.context.new_page()
        self.page.on("requestfailed", lambda request: self.wrong.append(f"failed: {request.url}"))
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("console", lambda message: self.wrong.append(f"console: {message.text}"))
        self.page.route("**/*", self._only_files)
        self.page.goto(report.as_uri())

    def _only_files(self, route: Any) -> None:
        if route.request.url.startswith(("file://", "data:")):
            route.continue_()
        else:
            self.wrong.append(f"asked for {route.request.url}")
            route.abort()

    @property
    def shown(self) -> list[str]:
        """The ids of the cards that are seen."""
        ids = self.page.eval_on_selector_all(
            "#cases details.card", "cards => cards.filter(card => card.offsetParent).map(card => card.id)"
        )
        return [str(name) for name in ids]

    @property
    def count(self) -> str:
        """The live count."""
        return str(self.page.inner_text("#count"))


@pytest.fixture
def opened(browser: Any, report: Path) -> Iterator[Opened]:
    found = Opened(browser, report)
    yield found
    found.context.close()
    assert found.wrong == []


def test_nothing_fails_to_load(opened: Opened) -> None:
    assert "Replay reader" in opened.page.inner_text("h1")
    assert opened.page.locator("svg.plot").count() > 6
    assert opened.shown == ["case-low", "case-over", "case-exact"]
    assert opened.count == "3 of 3 cases"


@pytest.mark.parametrize(
    ("kind", "expected"), [("under", ["case-low"]), ("over", ["case-over"]), ("exact", ["case-exact"]), ("missing", [])]
)
def test_the_outcome_filters(opened: Opened, kind: str, expected: list[str]) -> None:
    opened.page.check(f"input[name=kind][value={kind}]")

    assert opened.shown == expected
    assert opened.count == f"{len(expected)} of 3 cases"
    assert opened.page.is_visible("#nothing") is (not expected)


def test_the_outcome_can_be_chosen_by_keyboard(opened: Opened) -> None:
    opened.page.focus("input[name=kind]:checked")
    opened.page.keyboard.press("ArrowRight")

    assert opened.shown == ["case-low"]


def test_words_filter_and_clearing_shows_all_again(opened: Opened) -> None:
    opened.page.fill("input[name=words]", "EVIL.example  torvald")
    assert opened.shown == ["case-low"]

    opened.page.press("input[name=words]", "Enter")
    assert opened.shown == ["case-low"]

    opened.page.click("button[type=reset]")
    opened.page.locator("#count", has_text="3 of 3 cases").wait_for()
    assert len(opened.shown) == 3


def test_the_kind_of_case_filters_together_with_the_outcome(opened: Opened) -> None:
    opened.page.select_option("select[name=tag]", "raters agreed")
    assert opened.count == "3 of 3 cases"

    opened.page.check("input[name=kind][value=over]")
    opened.page.select_option("select[name=tag]", "ARR stated")
    assert opened.shown == ["case-over"]


def test_all_cards_open_and_close(opened: Opened) -> None:
    opened.page.click("button[data-all=open]")
    assert opened.page.locator("#cases details.card[open]").count() == 3

    opened.page.click("button[data-all=close]")
    assert opened.page.locator("#cases details.card[open]").count() == 0


def test_a_link_to_a_case_leads_there_past_the_filters(opened: Opened) -> None:
    opened.page.check("input[name=kind][value=under]")
    opened.page.evaluate("location.hash = 'case-exact'")
    opened.page.wait_for_selector("#case-exact[open]")

    assert len(opened.shown) == 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_all_of_it_without_scrolling_sideways(browser: Any, report: Path, scheme: str) -> None:
    phone = Opened(browser, report, viewport=PHONE, color_scheme=scheme)
    phone.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")

    assert phone.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    background, ink = phone.page.evaluate(
        "['backgroundColor', 'color'].map(name => getComputedStyle(document.body)[name])"
    )
    assert (_light(background), _light(ink)) == ((True, False) if scheme == "light" else (False, True))
    assert phone.wrong == []
    phone.context.close()


def test_without_script_all_cards_are_shown_and_no_filters(browser: Any, report: Path) -> None:
    plain = Opened(browser, report, java_script_enabled=False)

    assert plain.page.locator("#cases details.card:visible").count() == 3
    assert not plain.page.is_visible("#filters")
    plain.context.close()


def _light(colour: str) -> bool:
    return sum(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")) > 382
