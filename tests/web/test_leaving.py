"""Leaving: blank at once, then another page, and no way back to what was on the screen."""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from guide.conversation import phrases
from guide.export.web.site import LEAVE_TO
from tests.support.browsers import Served, seen, served
from tests.support.exported import files, html
from tests.support.firefox import Firefox, firefox
from tests.support.webkit import WebKit, missing, webkit
from tests.web.conftest import PageFiles

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


def press(*keys: str) -> Callable[["Page"], None]:
    """Press keys, one after another."""

    def pressed(page: "Page") -> None:
        for key in keys:
            page.keyboard.press(key)

    return pressed


def press_the_button(page: "Page") -> None:
    """As a finger does."""
    page.locator("#leave").click()


WAYS = {
    "the button": press_the_button,
    "the button, by the wheel": lambda page: page.locator("#leave").click(button="middle"),
    "Shift three times": press("Shift", "Shift", "Shift"),
    "Esc twice": press("Escape", "Escape"),
    "Shift on and on": press(*["Shift"] * 8),
}


def opened(chromium: "Browser", pages: PageFiles, server: Served, answers: int = 3) -> "Page":
    """The page, come to from another one, some answers in. Nothing of it reaches the internet."""
    pages("en")
    (pages.folder / "before.html").write_text("<title>Before</title>before")
    return opened_in(chromium.new_context(), server, answers)


def opened_in(context: "BrowserContext", server: Served, answers: int) -> "Page":
    """The page that is served, come to from the one before it, some answers in."""
    context.route(LEAVE_TO, lambda route: route.fulfill(body="weather", content_type="text/html"))
    page = context.new_page()
    page.goto(f"{server.url}/before.html")
    page.goto(f"{server.url}/en.html")
    for _ in range(answers):
        page.locator("main li a:visible").nth(1).click()
    return page


def heading(page: "Page") -> str:
    """The question or headline in view."""
    return seen(page.locator("h1:visible").inner_text())


def assert_left(page: "Page", server: Served) -> None:
    """Back is the page before, Forward the one it left to."""
    page.wait_for_url(LEAVE_TO)
    page.go_back()
    assert f"{server.url}/before.html" == page.url
    page.go_forward()
    assert LEAVE_TO == page.url


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("answers", [0, 3])
def test_away_and_back_is_the_page_before(
    chromium: "Browser", pages: PageFiles, server: Served, way: str, answers: int
) -> None:
    """Neither Back nor Forward shows a question again."""
    page = opened(chromium, pages, server, answers)
    WAYS[way](page)
    assert_left(page, server)


@pytest.mark.usefixtures("firefox")
@pytest.mark.parametrize("answers", [0, 1, 3])
@pytest.mark.parametrize("link", ["#leave", "nav a[lang=cy]"])
def test_firefox_does_not_come_back_either(tmp_path: Path, link: str, answers: int) -> None:
    """It is still on its way back to the first question when the page hears of it."""
    (tmp_path / "profile").mkdir()
    with firefox(tmp_path / "profile") as driven:
        assert "before.html" == back_after(driven, tmp_path, link, answers)


@pytest.mark.skipif(bool(missing()), reason=f"not here: {missing()}")
@pytest.mark.parametrize("answers", [0, 3])
def test_webkit_does_not_come_back_either(tmp_path: Path, answers: int) -> None:
    """As on a phone of Apple's."""
    with webkit() as driven:
        assert "before.html" == back_after(driven, tmp_path, "#leave", answers)


def back_after(driven: Firefox | WebKit, folder: Path, link: str, answers: int) -> str:
    """What Back shows after a link of the page was pressed that leaves it."""
    page = html("en").replace(LEAVE_TO, "away.html").replace("'cy.html'", "'away.html'")
    (folder / "en.html").write_text(page, encoding="utf-8")
    for name in ("before", "away"):
        (folder / f"{name}.html").write_text(f"<title>{name}</title>{name}")
    with served(folder) as server:
        driven.open(f"{server.url}/before.html")
        driven.open(f"{server.url}/en.html")
        for _ in range(answers):
            driven.press(driven.elements("main li a")[1])
        driven.press(driven.elements(link)[0])
        until_shown(driven, "away.html")
        driven.back()
        return shown_page(driven)


def shown_page(driven: Firefox | WebKit) -> str:
    """The name of the page in view."""
    return str(driven.run("return location.pathname")).rpartition("/")[2]


def until_shown(driven: Firefox | WebKit, name: str) -> None:
    """Wait for a page, as a person does."""
    end = time.monotonic() + 20
    while shown_page(driven) != name:
        assert time.monotonic() < end, f"{name} never comes"
        time.sleep(0.1)


@pytest.mark.parametrize("answers", [0, 3])
def test_another_language_is_left_as_the_first_is(
    chromium: "Browser", pages: PageFiles, server: Served, answers: int
) -> None:
    """To go on in it leaves the page it was chosen on, so Back never shows that again."""
    pages("cy")
    page = opened(chromium, pages, server, answers)
    page.locator("nav a[lang=cy]").click()
    page.wait_for_url(f"{server.url}/cy.html")
    page.locator("main li a:visible").first.click()
    WAYS["Esc twice"](page)
    page.wait_for_url(LEAVE_TO)
    page.go_back()
    assert f"{server.url}/before.html" == page.url


BOOKLET = "plain.html"


def write_booklet(folder: Path, leave_to: str = LEAVE_TO) -> None:
    """The guide, its booklet and the page before them."""
    for name in ("en.html", BOOKLET):
        page = files()[name].replace(LEAVE_TO, leave_to)
        (folder / name).write_text(page, encoding="utf-8")
    (folder / "before.html").write_text("<title>Before</title>before")
    (folder / "away.html").write_text("<title>Away</title>away")


def booklet(chromium: "Browser", folder: Path, server: Served, answers: int = 0) -> "Page":
    """The booklet, come to from some answers in."""
    write_booklet(folder)
    page = opened_in(chromium.new_context(), server, answers)
    page.locator(".foot a[target]").click()
    page.wait_for_url(f"{server.url}/{BOOKLET}")
    return page


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("answers", [0, 2])
def test_the_booklet_is_left_as_the_guide_is(
    chromium: "Browser", pages: PageFiles, server: Served, way: str, answers: int
) -> None:
    """It takes the place of the guide, and what is pressed in it writes no address."""
    page = booklet(chromium, pages.folder, server, answers)
    section = "1"
    for place in (1, 2):
        link = page.locator(f"[id='{section}'] li a").nth(place)
        section = str(link.get_attribute("href"))[1:]
        link.click()
        assert section == page.evaluate("document.activeElement.id")
        assert page.locator(f"[id='{section}'] h2").is_visible()
        assert page.locator("#leave").evaluate("(e) => e.getBoundingClientRect().top") >= 0
        assert f"{server.url}/{BOOKLET}" == page.url
    WAYS[way](page)
    assert_left(page, server)


def test_the_guide_is_gone_back_to_from_the_booklet_in_its_place(
    chromium: "Browser", pages: PageFiles, server: Served
) -> None:
    """By a link, as from a language to another."""
    page = booklet(chromium, pages.folder, server)
    page.locator("nav a").last.click()
    page.wait_for_url(f"{server.url}/en.html")
    assert heading(page)
    page.go_back()
    assert f"{server.url}/before.html" == page.url


@pytest.mark.usefixtures("firefox")
@pytest.mark.parametrize("way", ["button", "keys"])
def test_firefox_remembers_no_place_in_the_booklet_and_does_not_come_back(
    tmp_path: Path, way: str
) -> None:
    """Neither by Back nor in its history (places.sqlite)."""
    profile = tmp_path / "profile"
    profile.mkdir()
    write_booklet(tmp_path, "away.html")
    with firefox(profile) as driven, served(tmp_path) as server:
        driven.open(f"{server.url}/before.html")
        driven.open(f"{server.url}/en.html")
        driven.press(driven.elements("main li a")[1])
        driven.press(driven.elements(".foot a[target]")[0])
        until_shown(driven, BOOKLET)
        driven.press(driven.elements("article li a")[1])
        driven.press(driven.elements("article:focus li a")[2])
        if way == "button":
            driven.press(driven.elements("#leave")[0])
        else:
            driven.keys("\ue00c", "\ue00c")  # Esc, as WebDriver names it
        until_shown(driven, "away.html")
        driven.back()
        assert "before.html" == shown_page(driven)
    with sqlite3.connect(profile / "places.sqlite") as places:
        every = [url for (url,) in places.execute("SELECT url FROM moz_places")]
    assert [] == [url for url in every if "#" in url]


@pytest.mark.parametrize("script", [True, False])
def test_the_booklet_says_what_is_remembered_where_no_script_runs(
    chromium: "Browser", pages: PageFiles, server: Served, script: bool
) -> None:
    """And how to leave by keys where one runs."""
    write_booklet(pages.folder)
    page = chromium.new_context(java_script_enabled=script).new_page()
    page.goto(f"{server.url}/{BOOKLET}")
    assert script != page.locator("noscript p").is_visible()
    assert script == page.get_by_text(phrases.WEB_KEYS.source).is_visible()


@pytest.mark.parametrize("name", ["en.html", BOOKLET])
@pytest.mark.parametrize("way", ["button", "keys"])
def test_the_screen_is_blank_before_anything_else_happens(
    chromium: "Browser", pages: PageFiles, server: Served, way: str, name: str
) -> None:
    """In the same turn as the press, so well within 50 ms; the tab's name is gone too."""
    if name == BOOKLET:
        page = booklet(chromium, pages.folder, server)
    else:
        page = opened(chromium, pages, server)
    escape = (
        "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));"
    )
    leave = "document.getElementById('leave').click();" if way == "button" else escape * 2
    shown = page.evaluate(
        f"() => {{ {leave} return [getComputedStyle(document.body).display, document.title]; }}"
    )
    assert ["none", "\u200b"] == shown


@pytest.mark.parametrize(
    "keys", [("Shift", "Shift"), ("Escape",), ("Shift", "a", "Shift", "Shift"), ("Escape", "Shift")]
)
def test_other_keys_do_not_leave(
    chromium: "Browser", pages: PageFiles, server: Served, keys: tuple[str, ...]
) -> None:
    """A capital letter typed, or Esc pressed once, is no wish to leave."""
    page = opened(chromium, pages, server)
    press(*keys)(page)
    page.wait_for_timeout(100)
    assert f"{server.url}/en.html" == page.url
    assert page.locator("h1:visible").count()


def test_presses_long_apart_do_not_leave(
    chromium: "Browser", pages: PageFiles, server: Served
) -> None:
    """Three times within five seconds."""
    page = opened(chromium, pages, server)
    for second in (0, 3, 6):
        page.clock.set_fixed_time(second * 1000)
        page.keyboard.press("Shift")
    page.wait_for_timeout(100)
    assert f"{server.url}/en.html" == page.url


def test_a_page_that_the_browser_kept_shows_the_first_question(
    chromium: "Browser", pages: PageFiles, server: Served
) -> None:
    """After Back from somebody's site, as browsers keep pages in memory."""
    page = opened(chromium, pages, server, answers=0)
    first = heading(page)
    page.locator("main li a:visible").nth(1).click()
    assert first != heading(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert first == heading(page)


def test_loaded_anew_it_shows_the_first_question_and_still_leaves_for_good(
    chromium: "Browser", pages: PageFiles, server: Served
) -> None:
    """What was answered is not kept anywhere, so it cannot come back."""
    page = opened(chromium, pages, server, answers=0)
    first = heading(page)
    for _ in range(2):
        page.locator("main li a:visible").nth(1).click()
    page.reload()
    assert first == heading(page)
    press_the_button(page)
    page.wait_for_url(LEAVE_TO)
    page.go_back()
    assert f"{server.url}/before.html" == page.url


@pytest.mark.parametrize("way", ["the button", "Shift three times", "Esc twice"])
def test_the_page_is_left_while_it_is_on_its_way(
    chromium: "Browser", pages: PageFiles, server: Served, way: str
) -> None:
    """On a slow line who can help and how to leave are there first, and work."""
    pages("en")
    (pages.folder / "before.html").write_text("<title>Before</title>before")
    context = chromium.new_context()
    context.route(LEAVE_TO, lambda route: route.fulfill(body="weather", content_type="text/html"))
    page = context.new_page()
    page.goto(f"{server.url}/before.html")
    server.sends_first = 40_000
    try:
        page.goto(f"{server.url}/en.html", wait_until="commit")
        page.locator("#leave").wait_for()
        assert not page.locator("h1").count()
        WAYS[way](page)
        page.wait_for_url(LEAVE_TO)
    finally:
        server.sends_first = 0
    page.go_back()
    assert f"{server.url}/before.html" == page.url


def test_without_script_the_button_leaves(
    chromium: "Browser", pages: PageFiles, server: Served
) -> None:
    """Back then shows who can help, and within the frame nothing, or the first question."""
    pages("en")
    context = chromium.new_context(java_script_enabled=False)
    context.route(LEAVE_TO, lambda route: route.fulfill(body="weather", content_type="text/html"))
    page = context.new_page()
    page.goto(f"{server.url}/en.html")
    frame = page.frames[1]
    first = seen(frame.locator("h1:visible").inner_text())
    frame.locator("main li a:visible").nth(1).click()
    page.locator("#leave").click()
    page.wait_for_url(LEAVE_TO)
    page.go_back()
    assert page.locator("header").is_visible()
    shown = {
        seen(text) for each in page.frames for text in each.locator("h1:visible").all_inner_texts()
    }
    assert shown <= {first}


def test_an_answer_is_changed_by_pressing_what_was_answered(
    chromium: "Browser", pages: PageFiles, server: Served
) -> None:
    """What led here can be read, an answer a line; pressed, its question is asked again."""
    page = opened(chromium, pages, server, answers=0)
    assert not page.locator("#why").is_visible()
    questions = []
    for _ in range(3):
        questions.append(heading(page))
        page.locator("main li a:visible").nth(1).click()
    page.locator("#why summary").click()
    lines = page.locator("#why button")
    assert 3 == lines.count()
    for question, line in zip(questions, lines.all(), strict=True):
        assert question in line.inner_text()
    lines.nth(1).click()
    lines.nth(1).wait_for(state="detached")
    assert questions[1] == heading(page)


def test_why_is_told_in_the_words_of_a_page_that_is_translated(
    chromium: "Browser", pages: PageFiles, server: Served
) -> None:
    """A browser that translates a page puts elements of its own around its words."""
    page = opened(chromium, pages, server, answers=0)
    page.evaluate("""() => {
        const words = document.createTreeWalker(document.querySelector('main'), 4);
        const all = [];
        while (words.nextNode()) all.push(words.currentNode);
        for (const each of all) {
            const around = document.createElement('font');
            each.replaceWith(around);
            around.append(each);
        }
    }""")
    asked = heading(page)
    page.locator("main li a:visible").nth(1).click()
    page.locator("#why summary").click()
    assert asked in page.locator("#why button").inner_text()


def test_a_copy_that_a_browser_saved_works_too(
    chromium: "Browser", pages: PageFiles, server: Served
) -> None:
    """Saved as it is shown, the page is there again, and answers lead on."""
    page = opened(chromium, pages, server, answers=0)
    page.locator("section").nth(1000).wait_for(state="attached")
    asked = heading(page)
    (pages.folder / "saved.html").write_text(page.content(), encoding="utf-8")
    page.goto(f"{server.url}/saved.html")
    assert asked == heading(page)
    page.locator("main li a:visible").nth(1).click()
    assert asked != heading(page)
    press_the_button(page)
    page.wait_for_url(LEAVE_TO)


RIGHTS = (
    "allow-scripts allow-popups allow-popups-to-escape-sandbox"
    " allow-top-navigation-by-user-activation"
)


@pytest.mark.parametrize("answers", [0, 2])
@pytest.mark.parametrize("way", ["the button", "Shift three times"])
@pytest.mark.parametrize("rights", [RIGHTS, "allow-scripts"], ids=["may leave", "may not"])
def test_in_the_frame_of_another_page_that_page_is_left_too(
    chromium: "Browser", pages: PageFiles, server: Served, rights: str, way: str, answers: int
) -> None:
    """Where the frame may; otherwise what it shows is gone, and the page around it stays."""
    pages("en")
    frame = f"<iframe title=Help sandbox='{rights}' src='en.html' height=600></iframe>"
    (pages.folder / "host.html").write_text(frame)
    context = chromium.new_context()
    context.route(LEAVE_TO, lambda route: route.fulfill(body="weather", content_type="text/html"))
    page = context.new_page()
    page.goto(f"{server.url}/host.html")
    guide = page.frames[1]
    for _ in range(answers):
        guide.locator("main li a:visible").nth(1).click()
    if way == "the button":
        guide.locator("#leave").click()
    else:
        guide.locator("summary:visible").first.focus()
        press("Shift", "Shift", "Shift")(page)
    if rights == RIGHTS:
        page.wait_for_url(LEAVE_TO)
    else:
        page.frames[1].wait_for_url(LEAVE_TO)
        assert f"{server.url}/host.html" == page.url
