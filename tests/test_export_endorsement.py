"""What a host's page says of CEOP: every tie between the two is found, and nothing that has to be
said is refused.

`endorsements.tsv` has sentences of both kinds, as schools, clubs and libraries write them. Those of
the set "tuned" were looked at while the rule was written; those of the others only after it had
been tried on them.
"""

from html import escape
from pathlib import Path

import pytest

from guide.export.hosts.check import check_pages
from guide.flow.model import Text
from guide.flow.walk import texts
from guide.i18n.words import Words
from guide.translate.texts import of_program
from tests.support.exported import project

TESTS = Path(__file__).parent
ROWS = [
    line.split("\t") for line in (TESTS / "endorsements.tsv").read_text("utf-8").splitlines()[1:]
]
MISSED = {
    "Our site? CEOP says yes!",
    "CEOP would not let us show this button if our page were not safe.",
    "Made to please CEOP",
}
REFUSED = {
    "Our online safety lead is a CEOP Ambassador, having finished their training course in 2023."
}
"""Known to be judged wrongly, so that nobody takes the rule for more than it is."""


def found(page: str, folder: Path) -> list[tuple[str, str, str]]:
    """The name of each rule that is broken, what is said of it, and what to do."""
    file = folder / "page.html"
    file.write_text(page, "utf-8")
    return [(name, each.what, each.what_to_do) for name, each in check_pages(str(file))]


@pytest.mark.parametrize("sentence", [row[2] for row in ROWS if row[0] == "endorsing"])
def test_a_tie_between_the_host_and_ceop_is_found(sentence: str, tmp_path: Path) -> None:
    """By name, with the sentence and what to do."""
    told = [each for each in found(f"<p>{sentence}</p>", tmp_path) if each[0] == "no-endorsement"]
    assert (sentence in MISSED) is (told == [])
    assert all(what.split('"')[1] in sentence and "Take it out." in do for _, what, do in told)


@pytest.mark.parametrize("sentence", [row[2] for row in ROWS if row[0] == "honest"])
def test_what_has_to_be_said_is_not_refused(sentence: str, tmp_path: Path) -> None:
    assert (sentence in REFUSED) is (found(f"<p>{sentence}</p>", tmp_path) != [])


def test_no_sentence_of_the_shipped_guide_is_refused(tmp_path: Path) -> None:
    """Its own pages are hosted: `guide export check` holds them to the same rules."""
    said = [_in_full(text) for text in (*texts(project().library), *of_program())]
    assert 30 < sum("CEOP" in each for each in said)
    page = "".join(f"<p>{escape(each)}</p>\n" for each in said)
    assert [] == [what for name, what, _ in found(page, tmp_path) if name == "no-endorsement"]


def _in_full(text: Text) -> str:
    """What is read of a text; where it names the host, or counts, a word stands for that."""
    named = text.source.replace("{organisation}", "West Street School")
    try:
        return Words(project().library.contacts).say(text._replace(source=named))
    except KeyError:
        return named


PLACES = {
    "a heading without a full stop": "<h2>CEOP approved</h2><p>Welcome to our school.</p>",
    "a heading that goes on below": "<h2>Approved by</h2><p>CEOP</p>",
    "over several elements": "<p>Approved <b>by</b> <a href=/c>CEOP</a></p>",
    "a cell": "<table><tr><td>Trusted by CEOP<td>Open 9 to 5</table>",
    "words for a picture": '<img src="a.png" alt="Recommended by CEOP">',
    "the name of a picture": '<img src="/img/ceop-approved_2024.png" alt="">',
    "a title": "<title>Hill Lane, a CEOP approved school</title>",
    "a description": '<meta name=description content="Hill Lane is trusted by CEOP.">',
    "a voice": '<div aria-label="CEOP stands behind us"></div>',
    "a hint": '<p title="The NCA checks this page">Safe</p>',
    "a style": '<style>.a::before{content:"Approved by CEOP"}</style>',
    "a style in pieces": "<style>.a:after{content: 'Trusted ' \"by CE\\4f P\" counter(n)}</style>",
    "a style that keeps it for later": "<style>:root{--t:'CEOP vouches for us'}</style>",
    "an element that keeps it": """<p style="--t:'CEOP approved'">Safe</p>""",
    "an attribute that a style draws": (
        '<style>p:after{content:attr(data-of)}</style><p data-of="Checked by CEOP">Safe</p>'
    ),
    "a heading and a list": "<h2>Our partners</h2><ul><li>The library<li>CEOP</ul>",
    "a row of a table": "<table><tr><th>Accreditation</th><td>CEOP</table>",
    "a page in Welsh": "<html lang=cy><p>Mae CEOP wedi cymeradwyo ein hysgol.</p>",
}


@pytest.mark.parametrize("page", PLACES.values(), ids=PLACES)
def test_it_is_found_wherever_it_is_read_or_heard(page: str, tmp_path: Path) -> None:
    assert "no-endorsement" in {name for name, _, _ in found(page, tmp_path)}


def test_files_that_a_style_names_are_not_read(tmp_path: Path) -> None:
    style = 'i{content:url("nca.gif")} [alt="CEOP approved"]{margin:0} p:after{content:"1"}'
    page = f"<style>{style}</style><p data-of='CEOP approved'>Hello"
    assert "no-endorsement" not in {name for name, _, _ in found(page, tmp_path)}


def test_a_heading_and_what_stands_under_it_are_read_apart(tmp_path: Path) -> None:
    page = "<h2>Our partners</h2><ul><li>The library<li>The scouts</ul><h2>CEOP</h2><p>We are here."
    assert [] == found(page, tmp_path)


BUTTON = "<a href=https://www.ceop.police.uk/safety-centre><img alt=CEOP src=b.gif></a>"


@pytest.mark.parametrize(
    ("words", "endorses"),
    [
        ("The button above shows that our website is safe for children.", True),
        ("Having this button means our website has been checked.", True),
        ("Only safe websites are allowed to show this button.", True),
        ("Showing the button does not mean that our website has been checked.", False),
        ("The button shows where to report.", False),
        ("Only this page of our website has the button.", False),
    ],
)
def test_what_the_button_is_said_to_show_of_the_host(
    words: str, endorses: bool, tmp_path: Path
) -> None:
    """Without CEOP's name: beside its button nobody needs it."""
    names = {name for name, _, _ in found(f"{BUTTON}<p>{words}</p>", tmp_path)}
    assert endorses is ("no-endorsement" in names)


LISTS = [
    "<h2>Who can help</h2><ul><li>Childline<li>CEOP</ul>",
    "<table><tr><td>Report to</td><td>CEOP</table>",
    "<h2>Useful links</h2><ul><li><a href=/c>CEOP</a></ul>",
]


@pytest.mark.parametrize("page", LISTS)
def test_a_list_of_where_to_turn_is_no_endorsement(page: str, tmp_path: Path) -> None:
    assert "no-endorsement" not in {name for name, _, _ in found(page, tmp_path)}


def test_a_page_of_nothing_but_its_name_comes_to_an_end(tmp_path: Path) -> None:
    found("<p>" + "our CEOP report, " * 20_000, tmp_path)
