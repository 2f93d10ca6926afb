"""How every kind of screen looks and reads: small, large, light, dark, from either side."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from guide.conversation.events import Asked, Card, Contact, Headline
from guide.screens.machine import shortest_paths
from tests.support.browsers import CHROMIUM, CHROMIUM_OPTIONS
from tests.support.exported import LANGUAGES, machine
from tests.web.conftest import PageFiles

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

PHONE = {"width": 320, "height": 640}
LIGHTS = ("light", "dark")
ONLY_WHAT_IS_SEEN = """document.querySelectorAll('main :is(section, div, ul, li, details)').forEach(
    (each) => each.offsetParent || each.matches('#first, #why') || each.remove())"""
"""Takes away what no one sees or hears, which a look at every element would take minutes for."""
DIRECTIONS = pytest.mark.parametrize("code", ["en", "ur"], ids=["from the left", "from the right"])


@cache
def kinds() -> dict[str, list[int]]:
    """A way to each kind of screen, as the answers to press: questions, endings by urgency."""
    engine = machine("en")
    ways: dict[str, list[int]] = {}
    for name, path in shortest_paths(engine).items():
        places, state = [], engine.walk(())
        for key in path:
            places.append(list(state.moves).index(key))
            state = engine.states[state.moves[key]]
        for kind in kinds_of(engine.screens[engine.states[name].screen].events):
            ways.setdefault(kind, places)
    return ways


def kinds_of(events: Any) -> Iterator[str]:
    """What kinds of screen these are."""
    if not isinstance(events[-1], Headline) and hasattr(events[-1], "choices"):
        yield f"a question with {len(events[-1].choices)} answers"
    for event in events:
        if isinstance(event, Headline):
            yield f"to do: {event.urgency}"
        if isinstance(event, Card):
            yield "a card to show"
        if isinstance(event, Contact) and event.beside:
            yield "two equal contacts"


def press(page: "Page", places: list[int]) -> None:
    """Press answers by their places among those in view: by the page itself, which is quick."""
    for place in places:
        page.evaluate(
            """(place) => [...document.querySelectorAll('main li a')].filter(
                (link) => link.offsetParent)[place].click()""",
            place,
        )


def screens_of(
    chromium: "Browser", pages: PageFiles, code: str, **options: Any
) -> Iterator[tuple[str, "Page"]]:
    """Each kind of screen, with everything opened that can be."""
    page = chromium.new_context(viewport=PHONE, **options).new_page()
    for kind, places in kinds().items():
        page.goto(pages(code))
        press(page, places)
        page.evaluate("document.querySelectorAll('details').forEach((each) => each.open = true)")
        if page.locator("#both").count():
            page.locator("#both").check()
        yield kind, page


def ending(chromium: "Browser", pages: PageFiles, **options: Any) -> "Page":
    """An ending with a card, nothing in it opened."""
    page = chromium.new_context(**options).new_page()
    page.goto(pages("en"))
    for place in kinds()["a card to show"]:
        page.locator("main li a:visible").nth(place).click()
    return page


@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_stands_in_the_way_of_anyone(
    chromium: "Browser", pages: PageFiles, code: str, light: str
) -> None:
    """axe-core finds nothing, in any of its rules, on any kind of screen."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe: `make web`")
    findings = {}
    for kind, page in screens_of(chromium, pages, code, color_scheme=light):
        page.evaluate(ONLY_WHAT_IS_SEEN)
        for violation in axe.Axe().run(page).response["violations"]:
            nodes = [node["html"][:90] for node in violation["nodes"][:2]]
            findings[f"{kind}: {violation['id']}"] = nodes
    assert {} == findings


@pytest.mark.parametrize("code", LANGUAGES)
def test_on_a_phone_there_is_at_once_something_to_do(
    chromium: "Browser", pages: PageFiles, code: str
) -> None:
    """A question with an answer, or an ending with its headline; in English whom to turn to."""
    page = chromium.new_context(viewport={"width": 360, "height": 640}).new_page()
    for kind, places in kinds().items():
        page.goto(pages(code))
        press(page, places)
        wanted = "main li a" if "question" in kind else "main h1"
        if code == "en" and "question" not in kind:
            wanted = "main article h2"
        ends = page.evaluate(
            """(what) => [...document.querySelectorAll(what)].find(
                (each) => each.offsetParent).getBoundingClientRect().bottom""",
            wanted,
        )
        assert 640 >= ends, kind


@pytest.mark.parametrize("code", LANGUAGES)
def test_on_the_smallest_phone_the_first_question_shows_an_answer(
    chromium: "Browser", pages: PageFiles, code: str
) -> None:
    """Below help, languages, the notice of a draft and who speaks, all in view."""
    page = chromium.new_context(viewport={"width": 320, "height": 568}).new_page()
    page.goto(pages(code))
    for what in ("header", "nav", "main li a"):
        box = page.locator(f"{what}:visible").first.bounding_box()
        assert box
        assert 568 >= box["y"] + box["height"], what


@DIRECTIONS
@pytest.mark.parametrize(
    "size", [PHONE, {"width": 320, "height": 256}], ids=["a small phone", "magnified four times"]
)
def test_nothing_runs_out_of_a_narrow_screen(
    chromium: "Browser", pages: PageFiles, code: str, size: dict[str, int]
) -> None:
    """No sideways scrolling; what stays in view leaves room to read."""
    for kind, page in screens_of(chromium, pages, code):
        page.set_viewport_size(size)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert 320 >= width, kind
        staying = page.evaluate("""[...document.querySelectorAll('header, #leave')]
            .filter((each) => getComputedStyle(each).position == 'sticky')
            .map((each) => each.offsetHeight)""")
        assert size["height"] * 0.4 >= sum(staying), kind
        assert page.locator("#leave").is_visible()


@DIRECTIONS
def test_what_is_pressed_is_large_enough_for_a_thumb(
    chromium: "Browser", pages: PageFiles, code: str
) -> None:
    """Answers, the leave button and what can be opened: 44 px, as WCAG's AAA asks."""
    for kind, page in screens_of(chromium, pages, code, has_touch=True):
        small = page.evaluate("""[...document.querySelectorAll('main li a, #leave, summary')]
            .filter((each) => each.offsetParent && each.offsetHeight < 44)
            .map((each) => each.textContent + each.offsetHeight)""")
        assert [] == small, kind


def test_with_colours_of_their_own_people_still_see_what_can_be_pressed(
    chromium: "Browser", pages: PageFiles
) -> None:
    """Forced colours take backgrounds away: borders stay."""
    for kind, page in screens_of(chromium, pages, "en", forced_colors="active"):
        bare = page.evaluate("""[...document.querySelectorAll('main li a, article, figure, #leave')]
            .filter((each) => each.offsetParent && getComputedStyle(each).borderTopStyle == 'none')
            .map((each) => each.outerHTML.slice(0, 80))""")
        assert [] == bare, kind


def test_on_paper_there_is_what_to_do_and_nothing_to_press(
    chromium: "Browser", pages: PageFiles
) -> None:
    """An ending as it is printed: headline, contacts and the card, without the page around it."""
    screens = screens_of(chromium, pages, "en")
    page = next(page for kind, page in screens if kind == "a card to show")
    page.emulate_media(media="print")
    for what in ("h1", "article", "figure"):
        assert page.locator(f"main {what}:visible").count(), what
    for what in ("header", "nav", ".foot", "main > div > ul a"):
        assert 0 == page.locator(f"{what}:visible").count(), what


@pytest.mark.parametrize("answers", [0, 3])
def test_a_question_on_paper_says_whom_to_call(
    chromium: "Browser", pages: PageFiles, answers: int
) -> None:
    """A sheet with a question cannot be answered: 999, Childline and the others stand under it."""
    page = chromium.new_page()
    page.goto(pages("en"))
    for _ in range(answers):
        page.locator("main li a:visible").nth(1).click()
    page.emulate_media(media="print")
    cards = page.locator("main > div > .Help article:visible")
    assert 4 == cards.count()
    assert "999" in cards.first.inner_text()


def test_what_is_folded_on_the_screen_is_open_on_paper(
    chromium: "Browser", pages: PageFiles
) -> None:
    """Childline, the card to show and the words to begin with: nobody can press a sheet."""
    page = ending(chromium, pages)
    folded = page.locator("main > div > .Ending > details.on > :is(div.on, p, article, figure)")
    assert 3 < folded.count()
    assert not any(each.is_visible() for each in folded.all())
    page.emulate_media(media="print")
    heights = folded.evaluate_all("(all) => all.map((each) => each.offsetHeight)")
    assert 0 not in heights
    assert 1 == page.locator("main > div > .Ending > details.on figure:visible").count()


def test_the_first_thing_to_do_looks_like_something_to_press(
    chromium: "Browser", pages: PageFiles
) -> None:
    """A way to reach somebody is as large as an answer, and in view without scrolling."""
    page = ending(chromium, pages, viewport={"width": 390, "height": 844})
    way = page.locator("article .y:visible").first
    box, card = way.bounding_box(), page.locator("article:visible").first.bounding_box()
    assert box
    assert card
    assert box["height"] >= 44
    assert box["width"] > card["width"] * 0.8
    assert box["y"] + box["height"] <= 844


def test_no_answer_looks_chosen_where_a_finger_was(
    playwright: "Playwright", pages: PageFiles
) -> None:
    """A touch screen keeps the style for a pointer after the touch, on the next question's answer.

    Only a browser that is told so has no pointer, so this one is started anew.
    """
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM,
        args=[*CHROMIUM_OPTIONS, "--blink-settings=primaryHoverType=1,availableHoverTypes=1"],
    )
    page = browser.new_page()
    page.goto(pages("en"))
    page.locator("main li a:visible").first.click()
    page.locator("main li a:visible").first.hover()
    looks = page.locator("main li.on a:not(.d)").evaluate_all(
        "(all) => all.map((each) => getComputedStyle(each).backgroundColor)"
    )
    browser.close()
    assert 1 == len(set(looks))


@pytest.mark.parametrize("code", ["en", "ur"])
def test_magnified_without_script_the_question_has_the_window(
    chromium: "Browser", pages: PageFiles, code: str
) -> None:
    """And so it has on a phone that lies on its side: all else scrolls away, but for the button."""
    page = chromium.new_context(
        viewport={"width": 320, "height": 256}, java_script_enabled=False
    ).new_page()
    page.goto(pages(code))
    frame = page.frames[1].locator("main")
    frame.wait_for()
    page.locator("header li").first.hover()
    page.mouse.wheel(0, 2000)
    page.wait_for_function("document.querySelector('iframe').getBoundingClientRect().bottom <= 257")
    leave, rest = page.locator("#leave").bounding_box(), page.locator("iframe").bounding_box()
    assert leave
    assert rest
    assert 0 == leave["y"]
    assert rest["height"] >= 256 * 0.75
    assert rest["y"] >= leave["y"] + leave["height"] - 1


def test_without_script_the_next_question_is_seen_from_the_top(
    chromium: "Browser", pages: PageFiles
) -> None:
    """However far down the answer stood that was pressed."""
    page = chromium.new_context(
        viewport={"width": 360, "height": 640}, java_script_enabled=False
    ).new_page()
    page.goto(pages("uk"))
    frame = page.frames[1]
    frame.locator("main li a:visible").last.click()
    frame.locator("#first h1").wait_for(state="hidden")
    assert 0 == frame.evaluate("scrollY")


EDGES = """() => {
    const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((each) => each / 255)
        .map((each) => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
        .reduce((sum, each, at) => sum + each * [0.2126, 0.7152, 0.0722][at], 0.05);
    const apart = (one, other) => Math.max(one / other, other / one);
    return [...document.querySelectorAll('main li a, header ul a, #why button')]
        .filter((each) => each.offsetParent).map((each) => getComputedStyle(each))
        .map((style) => apart(light(style.borderTopColor), light(
            style.backgroundColor == 'rgba(0, 0, 0, 0)'
                ? getComputedStyle(document.querySelector('header')).backgroundColor
                : style.backgroundColor)));
}"""
"""How far the edge of what is pressed stands out (WCAG 2.2, relative luminance and contrast)."""


@pytest.mark.parametrize("light", LIGHTS)
def test_what_can_be_pressed_has_an_edge_that_is_seen(
    chromium: "Browser", pages: PageFiles, light: str
) -> None:
    """Three to one, as WCAG 1.4.11 asks of a control: a card is no answer."""
    page = chromium.new_context(color_scheme=light).new_page()
    page.goto(pages("en"))
    press(page, [0])
    page.locator("#why summary").click()
    edges = page.evaluate(EDGES)
    assert len(edges) > 5
    assert min(edges) >= 3


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
@pytest.mark.parametrize("before", [0, 1], ids=["first question", "second question"])
def test_a_finger_that_taps_twice_answers_once(
    chromium: "Browser", pages: PageFiles, before: int, script: bool
) -> None:
    """Each answer: what is under it then cannot be pressed for a moment: nobody has read it yet.

    Nor can what stood there before, such as that somebody is in danger now.
    """
    context = chromium.new_context(java_script_enabled=script, viewport=PHONE)
    engine = machine("en")
    state = engine.walk(())
    for _ in range(before):
        state = engine.states[next(iter(state.moves.values()))]
    for place, target in enumerate(state.moves.values()):
        page = context.new_page()
        page.goto(pages("en"))
        shown = page if script else page.frames[1]
        answers = shown.locator("main li a:visible")
        for _ in range(before):
            answers.first.click()
            page.wait_for_timeout(500)
        answers.nth(place).hover()
        box = answers.nth(place).bounding_box()
        assert box
        page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(600)
        assert heading_of(target) == shown.locator("h1:visible").inner_text()
        if answers.count():
            answers.first.click()
        page.close()


def heading_of(name: str) -> str:
    """The question or headline of a state, by its name."""
    engine = machine("en")
    events = engine.screens[engine.states[name].screen].events
    (text,) = (event.text for event in events if isinstance(event, Asked | Headline))
    return text


@DIRECTIONS
def test_numbers_are_never_torn(chromium: "Browser", pages: PageFiles, code: str) -> None:
    """A phone number stands on one line, at the narrowest too."""
    for kind, page in screens_of(chromium, pages, code):
        torn = page.evaluate("""[...document.querySelectorAll('a[href^="tel:"]')]
            .filter((each) => each.offsetParent && /^[\\d\\s]+$/.test(each.textContent)
                && each.getClientRects().length > 1)
            .map((each) => each.textContent)""")
        assert [] == torn, kind


def test_the_question_has_the_focus_once_it_is_in_view(
    chromium: "Browser", pages: PageFiles
) -> None:
    """A screen reader reads it by itself; the next Tab comes to the first answer."""
    page = chromium.new_page()
    page.goto(pages("en"))
    page.locator("main li a:visible").nth(1).click()
    assert page.evaluate("document.activeElement.tagName") == "H1"
    page.keyboard.press("Tab")
    first = page.locator("main li a:visible").first
    assert first.evaluate("(each) => each == document.activeElement")


def test_without_script_the_place_itself_has_the_focus_and_a_name(
    chromium: "Browser", pages: PageFiles
) -> None:
    """The name is the question."""
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(pages("en"))
    frame = page.frames[1]
    frame.locator("main li a:visible").nth(1).click()
    role, name = frame.evaluate("""() => {
        const place = document.activeElement;
        const title = document.getElementById(place.getAttribute('aria-labelledby'));
        return [place.tagName, title.innerText];
    }""")
    assert ("SECTION", frame.locator("h1:visible").inner_text()) == (role, name)
