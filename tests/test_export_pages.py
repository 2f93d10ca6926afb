"""The pages for a browser say and do what the guide does, in every language, and fetch nothing."""

import gzip
import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest

from guide.conversation import phrases
from guide.conversation.events import Asked, Headline
from guide.export.hosts.dom import Element, parsed
from guide.export.web.markup import ALWAYS_BESIDE, SWITCHED
from guide.export.web.script import MOST_SCRIPT
from guide.export.web.site import LEAVE_TO, Host, Pages, booklet_name, file_name
from guide.i18n.words import Words, written_out
from guide.project import Project
from guide.screens.machine import shortest_paths
from tests.support.exported import (
    LANGUAGES,
    elements,
    files,
    holds_until,
    machine,
    opened_at,
    page,
    project,
    words,
    words_at,
)
from tests.support.pages import Page, read, unwrapped
from tests.support.talking import TINY

MOST_BYTES, MOST_PACKED = 750, 82
"""Of a page, for each of its states: as it is, and as a server packs it."""


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_answer_leads_to_the_words_that_the_guide_says_there(code: str) -> None:
    """Walked from the first state by the links in the page itself, each state and each answer."""
    shown, engine = page(code), machine(code)
    waiting = [(shown.first, engine.walk(()))]
    reached = {shown.first}
    for name, state in waiting:
        assert words_at(code, state) == shown.words(name)
        assert opened_at(code, state) == shown.opened(name)

        links = shown.links(name)
        assert len(state.moves) == len(links)
        for target, link in zip(state.moves.values(), links, strict=True):
            if link not in reached:
                reached.add(link)
                waiting.append((link, engine.states[target]))
    assert set(shown.states) == reached


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_is_small_for_what_it_holds(code: str) -> None:
    """A slow phone and a school's line: counted for each state, raw and packed."""
    raw = page(code).html.encode()
    states = len(page(code).states)
    assert len(raw) <= MOST_BYTES * states
    assert len(gzip.compress(raw, 9)) <= MOST_PACKED * states


def test_without_a_script_a_browser_looks_at_few_places_to_show_an_answer() -> None:
    """It walks from each block beside the states back past them all: counted, for the worst group.

    All states and blocks in one row were 8 million places, and half a second of a processor.
    """
    shown = page("en")
    for group in {each.parent: None for each in shown.states.values()}:
        assert group
        tags = [part.tag for part in group.inside if isinstance(part, Element)]
        states = tags.count("section")
        assert states * (len(tags) - states) < 250_000

    of_states = {name for state in shown.states.values() for name in state.classes}
    of_blocks = {
        name for part in shown.main.all() if part.tag != "section" for name in part.classes
    }
    assert set() == of_states & of_blocks, "a browser looks again at all states at each answer"


@pytest.mark.parametrize("name", [*map(file_name, LANGUAGES), *map(booklet_name, LANGUAGES)])
def test_nothing_is_fetched(name: str) -> None:
    """No file but this one: links are followed by a person, or not at all."""
    html = files()[name]
    for element in elements(name).all():  # those within the frame are among them
        fetching = {"src", "srcset", "data", "poster", "action", "background", "ping"}
        assert not fetching & set(element.attributes), element.tag
        assert element.tag not in ("link", "img", "object", "embed", "base", "form")
        if (link := element.attributes.get("href", "")) and element.tag != "use":
            assert re.match(r"about:srcdoc#s\w+$|#|tel:|sms:|mailto:|https://|[\w-]+\.html$", link)
    for source in (html, unwrapped(html)) if "<iframe" in html else (html,):
        assert "@import" not in source
        assert "url(" not in source


@pytest.mark.parametrize("name", [*map(file_name, LANGUAGES), *map(booklet_name, LANGUAGES)])
def test_the_page_forbids_whatever_is_not_in_it(name: str) -> None:
    """A tracker that a host adds, or a font, is refused by the page's own policy."""
    shown = elements(name)
    (policy,) = [
        meta.attributes["content"]
        for meta in shown.find("meta")
        if meta.attributes.get("http-equiv") == "content-security-policy"
    ]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    scripts = shown.find("script")
    assert scripts
    for element in (*shown.find("style"), *scripts):
        (text,) = element.inside
        hashed = b64encode(sha256(str(text).encode()).digest()).decode()
        assert f"'sha256-{hashed}'" in policy, element.tag


def test_the_frame_may_run_no_script() -> None:
    """What a host's system puts into it does nothing; pop-ups are the links of the guide."""
    sandbox = page("en").frame.attributes["sandbox"].split()
    assert "allow-scripts" not in sandbox
    assert "allow-same-origin" not in sandbox
    assert "allow-forms" not in sandbox


@pytest.mark.parametrize("name", [file_name("en"), booklet_name("en")])
def test_the_scripts_are_small_and_old_browsers_read_them(name: str) -> None:
    """All of them together are; none asks for anything or keeps anything."""
    text = "".join(str(part) for script in elements(name).find("script") for part in script.inside)
    assert text
    assert len(text.encode()) <= MOST_SCRIPT
    assert not re.search(r"=>|(?<!\[)\b(let|const|class|async|await)\b|`|\?\.", text)
    assert not re.search(r"fetch|XMLHttp|sendBeacon|cookie|Storage|indexedDB|serviceWorker", text)


def test_a_browser_with_scripts_makes_no_page_of_the_frame() -> None:
    """The frame stands in a template that the script before it begins, and that alone."""
    html = page("en").html
    assert html.count("</template>") == 1
    assert re.search(r"d\.write\('<template id=hold>'\);</script><iframe ", html)
    assert html.index("</iframe></template>") > html.index("<iframe ")


@pytest.mark.parametrize("code", LANGUAGES)
def test_help_is_in_view_and_can_be_pressed(code: str) -> None:
    """Outside the frame, so on every screen: the names and numbers, in their order."""
    (header,) = page(code).outer.find("header")
    names = machine(code).menus[machine(code).walk(()).menu].help_names
    assert list(names) == [read(line) for line in header.find("li")]
    links = [link.attributes["href"] for link in header.find("a")]
    assert [LEAVE_TO, "tel:999", "tel:08001111"] == links[:3]
    assert "https://www.ceop.police.uk/safety-centre" in links


def test_tab_and_history_show_nothing_of_what_this_is() -> None:
    for name in files():
        title = elements(name).find("title")[0].text()
        for word in ("report", "abuse", "CEOP", "Childline", "worr"):
            assert word.lower() not in f"{title} {name}".lower()


def test_the_book_is_in_the_order_of_the_questions_and_its_contents_are_short() -> None:
    """As a person may come to them; what has the same title is one line, with all its numbers."""
    library = project().library
    ((_, html),) = Pages(library, {"en": Words(library.contacts)}, Host()).books()
    engine = machine("en")
    met: dict[str, str] = {}
    for state in shortest_paths(engine):
        screen = engine.screens[engine.states[state].screen]
        step = next(e for e in screen.events if isinstance(e, Asked | Headline))
        met.setdefault(step.step if isinstance(step, Asked) else step.ending, screen.id)
    book = parsed(html)
    ids = [
        article.find("code")[0].text() for article in book.find("article") if article.find("code")
    ]
    places = [ids.index(screen) for screen in met.values() if screen in ids]
    assert places == sorted(places)
    assert len(places) > 0.9 * len(met)

    lines = book.find("ul")[0].find("li")
    numbers = [link.attributes["href"] for line in lines for link in line.find("a")]
    assert numbers == [f"#{number}" for number in range(1, len(ids) + 1)]
    titles = [str(line.inside[0]) for line in lines]
    assert all(before != after for before, after in pairwise(titles))


def tiny(host: Host) -> str:
    """A page of the smallest flows there are."""
    library = Project(str(TINY)).library
    return dict(Pages(library, {"en": Words(library.contacts)}, host).files())["en.html"]


def test_a_host_chooses_title_and_where_leaving_leads() -> None:
    made = Page(tiny(Host("Library", "https://www.example.org/")))
    assert "<title>Library</title>" in made.html
    (leave,) = [a for a in made.outer.find("a") if a.id == "leave"]
    assert "https://www.example.org/" == leave.attributes["href"]
    assert "_top" == leave.attributes["target"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_in_a_browser_does_not_claim_what_only_a_terminal_can(code: str) -> None:
    """The server and the browser note that the page was opened; keys are not typed commands."""
    inner = read(page(code).main)
    terminal = project().library.statements["guide-keeps-nothing"].say[0].text
    assert words()[code].say(terminal) not in inner
    assert "press Enter" not in inner
    assert "Ctrl" not in inner


def test_phone_numbers_stay_in_one_piece_and_can_be_pressed() -> None:
    inner = unwrapped(page("en").html)
    assert "0800 1111" not in re.sub(r"<svg.*", "", inner)
    assert "<a href=tel:08001111>0800\u00a01111</a>" in inner


def test_words_and_hint_of_an_answer_are_apart_in_a_browser_without_styles() -> None:
    assert "YesSomeone" not in re.sub(r"<[^b][^>]*>", "", unwrapped(page("en").html))


def test_english_in_another_language_says_that_it_is_english() -> None:
    """A voice that reads Urdu does not read it as Urdu, and it runs from the left."""
    shown = page("ur")
    assert "rtl" == shown.inner.find("html")[0].attributes["dir"]
    beside = shown.main.find(ALWAYS_BESIDE, SWITCHED)
    assert beside
    meaning = {"s", "del", "ins", "strike", "em", "strong", "q"}
    assert not meaning & {e.tag for e in beside}, "to a screen reader it is deleted, or stressed"
    assert {"en"} == {element.attributes["lang"] for element in beside}


def test_two_languages_can_be_seen_side_by_side() -> None:
    """A switch before the states, which needs no script; in English there is nothing to switch."""
    assert ["both"] == [e.id for e in page("cy").main.find("input")]
    assert [] == page("en").main.find("input")
    english = page("cy").main.find(SWITCHED)
    assert any("What is worrying you?" in str(e.inside) for e in english)


def test_the_page_says_that_it_is_old_once_it_is() -> None:
    """Nothing is read until the first review date has passed: then 999 and Childline are in it."""
    (old,) = [e for e in page("en").outer.find("p") if e.id == "old"]
    assert [] == old.inside, "a browser that does not know `hidden` would show it before its day"
    text = old.attributes["data-say"]
    assert "999" in text
    assert "0800" in text
    assert f"data-by={holds_until()}" in page("en").html


@pytest.mark.parametrize("code", LANGUAGES)
def test_without_a_script_too_a_page_says_until_when_it_holds(code: str) -> None:
    """On the page and in the booklet, the day written out as it is in that language."""
    written = written_out(holds_until(), code)
    (foot,) = [each for each in page(code).main.find("p") if each.classes == ["foot"]]
    assert " ".join(written.split()) in " ".join(foot.text().split())
    assert written in files()[booklet_name(code)]


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "21 May 2027"), ("pl", "21 maja 2027"), ("xx-nobody", "2027-05-21")],
)
def test_a_day_is_written_as_its_language_does(language: str, written: str) -> None:
    assert written == written_out("2027-05-21", language)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_booklet_leaves_at_once_and_says_what_a_browser_without_script_remembers(
    code: str,
) -> None:
    """Its script stands before the sections, which are long on their way."""
    html = files()[booklet_name(code)]
    assert html.index(" id=leave ") < html.index("<script>") < html.index("<article ")
    (told,) = elements(booklet_name(code)).find("noscript")
    assert words()[code].say(phrases.WEB_REMEMBERS) == read(told)
    links = [link.attributes for link in elements(booklet_name(code)).find("a")]
    assert [LEAVE_TO, file_name(code)] == [each["href"] for each in links if "target" in each][:2]


def test_two_exports_are_the_same_to_the_letter() -> None:
    assert tiny(Host()) == tiny(Host())
