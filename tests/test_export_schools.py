"""Schools' own pages with CEOP's button, as site builders and browsers write and save them."""

from base64 import b64encode
from pathlib import Path

import pytest

from guide.export.hosts.check import check_pages
from tests.support.hosting import GIF

SAVED = "Help and safety_files"
"""The folder that browsers write beside a page that is saved whole."""
PICTURE = '<img src="Help%20and%20safety_files/button.gif" alt="CEOP" width="120" height="60">'
LINK = '<a href="https://www.ceop.police.uk/safety-centre">'
SPACE = f'<section class="box">{LINK}{PICTURE}</a></section>'
CHILDREN = (
    "<p>CEOP helps anyone under the age of 18 who is being pressured, forced or tricked into"
    " something sexual.</p>"
)
BULLIED = "<p>Bullied? Speak to an adult you trust, or to Childline on 0800&nbsp;1111.</p>"
ADULTS = "<p>For parents and carers: Bullying should not be reported to CEOP with this button.</p>"
SCHOOL = f"""<!DOCTYPE html>
<!-- saved from url=(0032)https://hill-lane.example/safety -->
<HTML lang="en-GB"><HEAD><META charset="utf-8"><TITLE>Help and safety - Hill Lane</TITLE>
<LINK rel="canonical" href="https://hill-lane.example/safety">
<link href="./Help%20and%20safety_files/site.css" rel="stylesheet">
<script type="application/ld+json">{{"@type":"School","url":"https://hill-lane.example"}}</script>
</HEAD><BODY><header><img src="logo.png" alt="Hill Lane Primary"></header>
<main style="max-width:40em;padding:1em"><h1>Help and safety</h1>
<p>In danger now? Call 999.</p>{CHILDREN}{BULLIED}{SPACE}{ADULTS}
<p>CEOP has not vetted this page.</p></main>
<footer><p>Rated good by Ofsted. Our partners: the library. Approved by governors.</p></footer>
</BODY></HTML>"""
STYLES = """:root{--wide:40em} main{max-width:var(--wide);position:relative} .hero img{width:100%}
header img{opacity:.9} nav ul{display:none} h2::before{content:"> "} a:focus{outline:2px solid}
.box{margin:3em 0} footer{position:absolute} @media print{nav{display:none}}
input[type="image"]{border:0} .news > img{float:left}"""


def broken(
    folder: Path, page: str = SCHOOL, styles: str = STYLES, picture: bytes = GIF
) -> set[str]:
    """The rules that the page breaks, saved whole."""
    (folder / SAVED).mkdir()
    (folder / SAVED / "site.css").write_text(styles, "utf-8")
    (folder / SAVED / "button.gif").write_bytes(picture)
    file = folder / "Help and safety.html"
    file.write_text(page, "utf-8")
    return {name for name, _ in check_pages(str(file), GIF)}


RIGHT = {
    "as it is": "",
    "a member of staff": "Ask a member of staff to help you report to CEOP.",
    "an adult beside a child": "Be supported by an adult when you report to CEOP.",
    "who reads reports": "Reports are checked by the NCA's control centre at night.",
    "on their behalf": "Reports reach CEOP from a child, or on their behalf from a parent.",
    "CEOP's own partners": "There are links to CEOP partners, such as Childline.",
    "denied": "We are not associated with CEOP, and CEOP has neither checked nor approved us.",
}


@pytest.mark.parametrize("words", RIGHT.values(), ids=RIGHT)
def test_a_page_as_schools_have_it_breaks_no_rule(words: str, tmp_path: Path) -> None:
    """Layout, canonical address, other pictures, what is said of reports: no false alarm."""
    page = SCHOOL.replace("</main>", f"<p>{words}</p></main>")
    assert set() == broken(tmp_path, page)


BUTTON = f"{LINK}{PICTURE}</a>"
COLUMN = f"<div class=half>{BULLIED}</div><div class=half>{BUTTON}</div>"
PLACES = {
    "a paragraph": f"<p>{BUTTON}</p>",
    "an element without style": f"<div>{BUTTON}</div>",
    "boxes of a site builder": f"<div id=comp-1><div><div>{BUTTON}</div></div></div>",
    "in bold": f"<p><strong>{BUTTON}</strong><br></p>",
    "in no element": BUTTON,
    "between lines": f"<hr>{BUTTON}<hr>",
    "between headings": f"<h2>Report it</h2><div>{BUTTON}</div><h2>More</h2>",
    "a list of one": f"<ul><li>{BUTTON}</ul>",
    "a section with a heading": f"<section><h2>Tell CEOP</h2><div>{BUTTON}</div></section>",
    "a column with room": f"<style>.c{{display:grid;gap:2em}}</style><div class=c>{COLUMN}</div>",
}
"""Where site builders put a picture."""


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_button_on_a_line_of_its_own_between_paragraphs_has_its_space(
    place: str, tmp_path: Path
) -> None:
    """Browsers leave room around paragraphs, so nothing touches it, whatever it is put into."""
    assert set() == broken(tmp_path, SCHOOL.replace(SPACE, place))


CROWDED = {
    "words in its line": f"<p>Report here: {BUTTON}</p>",
    "words without a paragraph": f"Hello <div>{BUTTON}</div>",
    "between elements without room": f"<div>Cakes</div><div>{BUTTON}</div><div>News</div>",
    "an advertisement": f"<div>{BUTTON}</div><div class=ad>Buy now!</div>",
    "in a row of logos": f'<div><img src="n.png" alt="N">{BUTTON}</div>',
    "beside a logo in boxes": f'<div><div><img src="n.png" alt="N"></div></div><div>{BUTTON}</div>',
    "in a list of links": f"<ul><li><a href=/a>Home</a><li>{BUTTON}</ul>",
    "without the room": f"<style>p{{margin:0}}</style><div>{BUTTON}</div>",
    "side by side": f"<style>p,div{{display:inline-block}}</style><p>A</p><div>{BUTTON}</div>",
    "columns that touch": f"<style>.c{{display:flex}}</style><div class=c>{COLUMN}</div>",
}


@pytest.mark.parametrize("place", CROWDED.values(), ids=CROWDED)
def test_a_button_that_others_crowd_is_found(place: str, tmp_path: Path) -> None:
    assert "a-space-of-its-own" in broken(tmp_path, SCHOOL.replace(SPACE, place))


STYLED = {
    "scaled with its space": ".box{transform:scale(.8)}",
    "scaled with the whole page": "main{zoom:.5}",
    "faded with its link": ".box a{opacity:.6}",
    "grey, in a browser's own property": "img{-webkit-filter:grayscale(1)}",
    "cropped by its space": ".box{width:80px;overflow:hidden}",
    "off the edge": ".box{margin-left:-60px}",
    "out of the flow": ".box{position:absolute}",
    "not in view": ".box{display:none}",
    "on a pattern": ".box{background:url(dots.png)}",
    "moving": "@keyframes p{50%{rotate:9deg}} .box a{animation:p 1s infinite}",
    "written over": '.box a::after{content:"Report here"}',
    "by its alternative words": 'img[alt="CEOP"]{max-width:80px}',
    "by its address": 'img[src^="data:image/gif"]{width:50px}',
    "by one of several": ":is(.box, .card) :is(img, svg){width:10px}",
    "child by child": "main > section > a > img{height:20px}",
    "after a paragraph": "p + section img{width:10px}",
    "in a layer": "@layer x{@media (min-width:1px){.box img{width:1px}}}",
    "within its space's rule": ".box{color:red;& img{width:44px}}",
}


@pytest.mark.parametrize("rule", STYLED.values(), ids=STYLED)
def test_a_style_that_changes_the_button_is_found_in_the_file_beside(
    rule: str, tmp_path: Path
) -> None:
    """Whatever it is said of: the picture, its link, its space or the page."""
    assert {"unchanged"} == broken(tmp_path, styles=STYLES + rule)


ALONE, WORDS, FETCHED = "a-space-of-its-own", "words-beside-it", "nothing-fetched"
CHANGED, ENDORSED = "unchanged", "no-endorsement"
EMBEDDED = f'<iframe srcdoc="{SPACE.replace(chr(34), "&quot;")}"></iframe>'
WRONG = {
    "faded by its link": ("<a href", '<a style="opacity:.3" href', CHANGED),
    "in a frame": (SPACE, EMBEDDED, ALONE),
    "hidden": ('class="box"', "hidden", ALONE),
    "to be opened first": (SPACE, f"<details><summary>Report</summary>{SPACE}</details>", ALONE),
    "only without script": (SPACE, f"<noscript>{SPACE}</noscript>", ALONE),
    "in the footer by its role": ("<main", "<div role=contentinfo><main", ALONE),
    "in a side bar by its name": ("<main", '<main class="page-sidebar"', ALONE),
    "in a row of logos": ("</section>", '</section><section><img alt="N"></section>', ALONE),
    "a background": (PICTURE, '<i style="background:url(c.gif)"></i>', "the-file-itself"),
    "somebody's widget": (SPACE, '<iframe src="https://w.example/ceop-button"></iframe>',
                          "the-file-itself"),
    "pressing counts": ('class="box"', 'onclick="count()"', "only-a-link"),
    "children's words hidden": ("<p>CEOP helps", '<p style="display:none">CEOP helps', WORDS),
    "children's words only without script": (CHILDREN, f"<noscript>{CHILDREN}</noscript>", WORDS),
    "bullying to CEOP": ("Bullied?", "Bullied? Report it to CEOP here.", WORDS),
    "affiliated": (BULLIED, f"{BULLIED}<p>We are affiliated with CEOP.</p>", ENDORSED),
    "backed": (BULLIED, f"{BULLIED}<p>Backed by the NCA's CEOP command.</p>", ENDORSED),
    "checked": (BULLIED, f"{BULLIED}<p>Checked by our friends at CEOP.</p>", ENDORSED),
    "on behalf": (BULLIED, f"{BULLIED}<p>We act on behalf of CEOP.</p>", ENDORSED),
    "an award": (BULLIED, f"{BULLIED}<p>Winner of a CEOP award.</p>", ENDORSED),
    "working with": (BULLIED, f"{BULLIED}<p>We work closely with CEOP.</p>", ENDORSED),
    "a no that denies nothing": (
        BULLIED, f"{BULLIED}<p>CEOP approved us, so do not worry.</p>", ENDORSED),
    "its picture as the icon": (
        "<TITLE>", '<link rel=icon href="data:image/gif;base64,'
        f'{b64encode(GIF).decode()}"><TITLE>', "not-named-after-ceop"),
    "the second of two sizes": ("<h1>", '<img srcset="a.png, https://c.example/b.png 2x"><h1>',
                                FETCHED),
    "a background from elsewhere": ("<h1>", '<p style="background:url(//c.example/x.png)"><h1>',
                                    FETCHED),
    "going on by itself": (
        "<TITLE>", '<meta http-equiv=refresh content="5;url=https://s.example/"><TITLE>', FETCHED),
    "telling who presses": ("<h1>", '<a href="/" ping="https://t.example/">Home</a><h1>', FETCHED),
    "a counter of their own": ("<h1>", "<script>_paq.push(['trackPageView'])</script><h1>",
                               FETCHED),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "rule"), WRONG.values(), ids=WRONG)
def test_what_a_school_gets_wrong_is_found_by_its_rule(
    old: str, new: str, rule: str, tmp_path: Path
) -> None:
    assert old in SCHOOL
    assert rule in broken(tmp_path, SCHOOL.replace(old, new, 1))


@pytest.mark.parametrize(
    "picture",
    [b"RIFF\x00\x00\x00\x00WEBPVP8 ", GIF.replace(b"\x05", b"\x06")],
    ids=["webp", "other"],
)
def test_the_file_beside_a_saved_page_is_looked_at(picture: bytes, tmp_path: Path) -> None:
    """Whatever its name says."""
    assert {"the-file-itself"} <= broken(tmp_path, picture=picture)


def test_no_file_outside_the_folder_of_the_page_is_read(tmp_path: Path) -> None:
    """A page that names files elsewhere is judged as if they were not there."""
    (tmp_path / "secret.css").write_text("img{width:1px}", "utf-8")
    (tmp_path / "page").mkdir()
    page = SCHOOL.replace("./Help%20and%20safety_files/site.css", "../secret.css")
    assert {"styles-in-view"} == broken(tmp_path / "page", page)


def test_a_button_put_into_the_guide_itself_is_found(tmp_path: Path) -> None:
    """In its frame too, where its screens stand."""
    inside = f"<a href=about:srcdoc#s1>No</a>{SPACE}".replace('"', "&quot;")
    guide = f'<p>999, Childline 0800 1111</p><iframe srcdoc="{inside}"></iframe>'
    assert "not-in-the-guide" in broken(tmp_path, guide)


DRAWN = {
    "a style sheet of its folder": ("", ".x{background:url(button.gif)}"),
    "a name for later": ("", ":root{--b:url('button.gif')} .x{background:var(--b)}"),
    "an embedded file": (f'<embed src="{SAVED}/button.gif">', ""),
    "an object": (f'<object data="{SAVED}/button.gif"></object>', ""),
    "a button of a form": (f'<input type="image" src="{SAVED}/button.gif">', ""),
}


@pytest.mark.parametrize(("more", "style"), DRAWN.values(), ids=DRAWN)
def test_the_file_is_known_wherever_a_saved_page_shows_it(
    more: str, style: str, tmp_path: Path
) -> None:
    """By its bytes, as its name says nothing."""
    page = SCHOOL.replace("</main>", f"<section>{more}</section></main>")
    assert "the-file-itself" in broken(tmp_path, page, STYLES + style)
