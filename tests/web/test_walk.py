"""What a browser shows is what the guide says, wherever a person goes."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.browsers import seen, visible
from tests.support.exported import LANGUAGES, all_seen_at, conversations, machine
from tests.support.firefox import Firefox, firefox
from tests.support.webkit import WebKit, missing, webkit
from tests.web.conftest import PageFiles

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
SAMPLED, FEW = 24, 120
"""Every so many of the endings."""
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])


def opened(browser: "Browser", pages: PageFiles, code: str, **options: Any) -> "Page":
    shown = browser.new_context(**options).new_page()
    shown.goto(pages(code))
    return shown


def expected(code: str, every: int) -> tuple[list[list[int]], list[list[str]]]:
    """Conversations as the answers to press, and what is to be seen after each."""
    every_one = list(conversations(code, every))
    pressed = [[place for place, _ in steps] for steps in every_one]
    told = [[all_seen_at(code, state, answered=True) for _, state in steps] for steps in every_one]
    return pressed, told


def check_walk(shown: "Page", code: str, *, once: bool) -> None:
    """Compare each state, and each answer's target, with the engine's."""
    walked = shown.evaluate((HERE / "walk.js").read_text(), once)
    assert [] == walked["differing"]
    engine = machine(code)
    waiting = [("first", engine.walk(()))]
    reached = {"first"}
    for name, state in waiting:
        there = walked["states"][name]
        assert all_seen_at(code, state, answered=name != "first") == seen(there["text"])
        assert len(state.moves) == len(there["targets"])
        for target, link in zip(state.moves.values(), there["targets"], strict=True):
            if link not in reached:
                reached.add(link)
                waiting.append((link, engine.states[target]))
    assert set(walked["states"]) == reached
    pressed = len(reached) - 1 if once else sum(len(s.moves) for s in engine.states.values())
    assert pressed == walked["pressed"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_state_is_what_the_guide_says(
    chromium: "Browser", pages: PageFiles, code: str
) -> None:
    """From the first question to every place there is, and with Back to where it was left.

    Where each answer leads is read there too, so every conversation is made of what is compared.
    """
    check_walk(opened(chromium, pages, code), code, once=True)


@pytest.mark.soak
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_answer_anywhere_leads_to_what_the_guide_says(
    chromium: "Browser", pages: PageFiles, code: str
) -> None:
    """All moves of a language, each pressed."""
    check_walk(opened(chromium, pages, code), code, once=False)


@pytest.mark.parametrize("code", LANGUAGES)
def test_conversations_say_what_the_guide_says(
    chromium: "Browser", pages: PageFiles, code: str
) -> None:
    """Answer by answer, to endings of every kind."""
    pressed, told = expected(code, SAMPLED)
    shown = opened(chromium, pages, code)
    assert all_seen_at(code, machine(code).walk(()), answered=False) == visible(shown)
    assert told == shown.evaluate((HERE / "play.js").read_text(), pressed)


def test_the_first_question_is_in_view_before_all_others_are_read(
    chromium: "Browser", pages: PageFiles
) -> None:
    """An answer that is given at once waits for them; here they never come by themselves."""
    context = chromium.new_context()
    context.add_init_script("window.requestAnimationFrame = () => 0")
    shown = context.new_page()
    shown.goto(pages("en"))
    assert all_seen_at("en", machine("en").walk(()), answered=False) == visible(shown)
    assert shown.locator("main > div").count() == 1

    pressed, told = expected("en", FEW)
    assert told[:1] == shown.evaluate((HERE / "play.js").read_text(), pressed[:1])
    assert shown.locator("main > div").count() > 1


def test_without_script_conversations_say_the_same(chromium: "Browser", pages: PageFiles) -> None:
    """Within the frame, by its links alone, and the Back button goes one answer back."""
    shown = opened(chromium, pages, "en", java_script_enabled=False)
    for steps in list(conversations("en", FEW))[:6]:
        shown.goto(pages("en"))
        frame = shown.frames[1]
        for place, state in steps:
            frame.locator("main li a:visible").nth(place).click()
            told = all_seen_at("en", state, answered=True, script=False)
            assert told == seen(frame.locator("main").inner_text())
    told = frame.locator("h1:visible").inner_text()
    back(shown)
    frame.locator("h1:visible").get_by_text(told, exact=True).wait_for(state="detached")
    (_, before), _ = steps[-2:]
    assert all_seen_at("en", before, answered=True, script=False) == seen(
        frame.locator("main").inner_text()
    )


def back(shown: "Page") -> None:
    """The Back button. Playwright's own waits for a page, and here a frame alone moves."""
    browser = shown.context.new_cdp_session(shown)
    history = browser.send("Page.getNavigationHistory")
    before = history["entries"][history["currentIndex"] - 1]
    browser.send("Page.navigateToHistoryEntry", {"entryId": before["id"]})


@pytest.mark.usefixtures("firefox")
@SCRIPT
def test_firefox_says_the_same(pages: PageFiles, tmp_path: Path, script: bool) -> None:
    """A few conversations, pressed as a person presses."""
    with firefox(tmp_path, **{"javascript.enabled": script}) as driven:
        check_conversations(driven, pages, script=script)


@SCRIPT
def test_webkit_says_the_same(pages: PageFiles, script: bool) -> None:
    """As iPads and iPhones have it: whatever browser one takes there, the engine is this."""
    if lacking := missing():
        pytest.skip(f"{lacking} is not here")
    with webkit(script=script) as driven:
        check_conversations(driven, pages, script=script)


def check_conversations(driven: Firefox | WebKit, pages: PageFiles, *, script: bool) -> None:
    """Compare what is seen after each answer with the engine's words."""
    for steps in list(conversations("en", FEW))[:3]:
        driven.open(pages("en"))
        if not script:
            driven.enter(driven.elements("iframe")[0])
        for place, state in steps:
            driven.press(driven.elements("main > div > ul > li > a")[place])
            told = all_seen_at("en", state, answered=True, script=script)
            assert told == seen(driven.text(driven.elements("main")[0]))
