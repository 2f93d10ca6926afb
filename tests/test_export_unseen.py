"""Words that must stand by CEOP's button: what does not show them, or shows them in another order,
and what honest pages do that changes nothing.
"""

from pathlib import Path

import pytest

from tests.support.hosting import broken_rules, right_page

STYLE, MAIN = "</style>", "<main>"
BULLIED = "<p>Bullied, or worried by something else online?"
END = '<a href="tel:08001111">0800\u00a01111</a>.</p>'
ADULTS = "<p>CEOP is part of the National Crime Agency."
RULE = "words-beside-it"


def unseen(page: str, folder: Path) -> bool:
    return RULE in broken_rules(page, folder)


def around(before: str, after: str = "") -> str:
    """The page with the words on bullying within something."""
    page = right_page()
    start, end = page.index(BULLIED), page.index(END) + len(END)
    return f"{page[:start]}{before}{page[start:end]}{after}{page[end:]}"


HIDING = """
@media(max-width:600px){.x{display:none}}
@media screen{.x{display:none}}
@media (min-width:700px) and (max-width:900px){.x{visibility:hidden}}
@media(width<=500px){.x{font-size:0}}
@media(prefers-color-scheme:dark){.x{background:#222;color:#333}}
@supports(display:grid){.x{display:none}}
@container(max-width:700px){.x{display:none}}
@layer a{.x{display:none}}
main{& .x{display:none}}
.x{@media(max-width:40em){display:none}}
main p:nth-of-type(2){display:none}
main > :nth-child(5){display:none}
p + .x{display:none}
h2 ~ .x{display:none}
main:not(.open) .x{display:none}
main div.x{display:none}.x{display:block}
.x{display:none!important}.x.x{display:block}
:root{--a:#fff;--b:var(--a)}body{background:var(--a)}.x{color:var(--b)}
.x{background:#036}.x{background:#fff}.x p{color:#fff}
.x,.x p{font-size:.6em}
.x p{font:4px/1 Arial}
.x{zoom:.2}
.x{scale:.1}
.x{transform:scale(.1)}
.x{color:hsl(0 0% 99%)}
.x{color:rgba(0,0,0,.05)}
.x{color:#26221d0a}
.x{opacity:.1}
.x{filter:opacity(5%)}
.x{position:relative;left:300vw}
.x{translate:-9999px}
.x{transform:translateX(-200vw)}
.x{letter-spacing:-1em}
.x{line-height:0}
.x p{white-space:nowrap;overflow:hidden;width:3em}
.x{max-height:2px;overflow:hidden}
.x{text-decoration:line-through}
.x{position:absolute;z-index:-1}
"""


@pytest.mark.parametrize("rule", HIDING.strip().splitlines())
def test_words_that_a_style_hides_on_some_screen_are_not_said(rule: str, tmp_path: Path) -> None:
    """By a rule for phones, by where an element stands, by a size or a colour."""
    assert unseen(around("<div class=x>", "</div>").replace(STYLE, rule + STYLE), tmp_path)


SHOWING = """
@media print{.x{display:none}}
@media not screen{.x{display:none}}
@supports not (display:grid){.x{display:none}}
@media(prefers-color-scheme:dark){body{background:#111;color:#eee}}
.x:hover{opacity:0}
.x:empty,.x:not(div),.x:first-child{display:none}
.y + .x, .x ~ .x{display:none}
.x{display:none}.x{display:block}
.x{display:none}main .x{display:block}
.dark .x{color:#fff}
.x{font:normal 16px/1.5 Arial}
:root{--b:#111;--f:#f4f4f4}body{background:var(--b);color:var(--f)}
.x{background:linear-gradient(#036,#069);color:#fff}
.x{background:#036;background-image:url(a.png);color:#fff}
.x{opacity:.8;letter-spacing:-.02em;margin-left:-15px}
.x{position:relative;left:0;z-index:1}
.x{max-height:90vh;overflow:hidden}
.x{animation:a 1s}@keyframes a{from{opacity:0}to{opacity:1}}
"""


@pytest.mark.parametrize("rule", SHOWING.strip().splitlines())
def test_words_that_a_style_shows_on_each_screen_are_said(rule: str, tmp_path: Path) -> None:
    """On paper, while pointed at, or where a stronger rule shows them."""
    page = around("<div class=x>", "</div>").replace(STYLE, rule + STYLE)
    assert set() == broken_rules(page, tmp_path)


def test_words_for_a_phone_and_the_same_for_a_desk_are_said_on_both(tmp_path: Path) -> None:
    """As site builders write a part twice, each for its own screens."""
    again = around("<div class=m>", "</div>").replace(BULLIED, f"{BULLIED} {END}{BULLIED}", 1)
    start, end = again.index("<div class=m>"), again.index("</div>") + len("</div>")
    twice = again[:end] + again[start:end].replace("class=m", "class=d") + again[end:]
    rules = "@media(min-width:600px){.m{display:none}}@media(max-width:599px){.d{display:none}}"
    assert set() == broken_rules(twice.replace(STYLE, rules + STYLE), tmp_path)


CLOSED = """
<dialog> </dialog>
<details><summary>More</summary> </details>
<div popover> </div>
<div inert> </div>
<div aria-hidden=true> </div>
<select><option> </select>
<textarea> </textarea>
<datalist> </datalist>
<svg><desc> </desc></svg>
<noframes> </noframes>
<canvas> </canvas>
<video> </video>
<audio> </audio>
<meter> </meter>
<iframe> </iframe>
<object> </object>
<del> </del>
<s> </s>
<font color=white> </font>
<table bgcolor=black><tr><td> </table>
"""


@pytest.mark.parametrize("element", CLOSED.strip().splitlines())
def test_words_in_what_is_closed_or_struck_out_are_not_said(element: str, tmp_path: Path) -> None:
    assert unseen(around(*element.rsplit(" ", 1)), tmp_path)


OPEN = """
<dialog open> </dialog>
<details open><summary>More</summary> </details>
<div aria-hidden=false> </div>
<font color=navy> </font>
<small> </small>
<article><div><div> </div></div></article>
<table bgcolor=#eeeeee><tr><td> </table>
"""


@pytest.mark.parametrize("element", OPEN.strip().splitlines())
def test_words_in_what_is_open_are_said(element: str, tmp_path: Path) -> None:
    assert set() == broken_rules(around(*element.rsplit(" ", 1)), tmp_path)


TURNED = """
main{display:flex;flex-direction:column-reverse}
main{display:flex;flex-flow:column-reverse nowrap}
main{display:grid}section{order:-1}
main{display:flex;flex-direction:column}.a{order:-1}
@media(max-width:600px){main{display:grid}section{order:-1}}
main{display:grid}section{grid-row:1}
main{display:grid}section{grid-area:1/1/2/2}
main{display:grid;grid-template-areas:"b" "c"}section{grid-area:b}main>:not(section){grid-area:c}
.a{position:absolute;top:0}
.a{position:fixed;inset:0 0 auto 0}
"""


@pytest.mark.parametrize("rule", TURNED.strip().splitlines())
def test_an_order_that_a_style_turns_round_is_found(rule: str, tmp_path: Path) -> None:
    """Adults' words, or the button, first on the screen."""
    page = (
        right_page()
        .replace(ADULTS, ADULTS.replace("<p", "<p class=a"))
        .replace(STYLE, rule + STYLE)
    )
    assert unseen(page, tmp_path)


KEPT = """
main{display:flex;flex-direction:column}
main{display:grid;gap:2em}
nav{display:flex;flex-direction:row-reverse}
main{display:grid}h1{grid-area:1/1/2/2}section{grid-area:6/1/7/2}
main{display:grid}.a{order:2}
section{order:-1}
.a{position:relative;top:0}
"""


@pytest.mark.parametrize("rule", KEPT.strip().splitlines())
def test_an_order_that_stays_as_it_is_written_is_no_fault(rule: str, tmp_path: Path) -> None:
    """Layouts of site builders say where each part stands, and most say what is so anyway."""
    page = (
        right_page()
        .replace(ADULTS, ADULTS.replace("<p", "<p class=a"))
        .replace(STYLE, rule + STYLE)
    )
    assert set() == broken_rules(page, tmp_path)
