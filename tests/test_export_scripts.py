"""What a host's scripts may not do on the page with CEOP's button, and what they may well do.

And words that must be there, but that nobody can read.
"""

from base64 import b64encode
from pathlib import Path

import pytest

from guide.export.hosts.check import unread_scripts
from tests.support.hosting import broken_rules, right_page

LAST, STYLE, TOP = "</main>", "</style>", "<h1>Help and safety</h1>"
BULLIED = "<p>Bullied, or worried by something else online?"
TELL = (
    'Talk to an adult you trust, or to Childline on <a href="tel:08001111">0800\u00a01111</a>.</p>'
)

REACH = """
document.querySelector('a[href*=ceop]').addEventListener('click', e => e.preventDefault())
document.addEventListener('click', e => { e.preventDefault(); go() })
document.body.onclick = () => { location = '/form' }
document.addEventListener('click', e => { let a = e.target.closest('a'); a.target = '_top' })
$(document).on('click', 'a', function () { return false })
$('section img').css('width', '40px')
document.images[0].width = 10
document.getElementsByTagName('img')[0].style.opacity = .2
for (const i of document.images) i.loading = 'lazy'
document.querySelector('sec' + 'tion').style.display = 'none'
document.querySelectorAll('a[href^=\\x22http\\x22]').forEach(a => a.target = '_blank')
document.documentElement.style.filter = 'invert(1)'
addEventListener('pointerdown', e => e.stopImmediatePropagation(), true)
var d = document; d.querySelector('[alt*=CEOP]').remove()
jQuery('main a').attr('href', '/report')
document.body.innerHTML = document.body.innerHTML.replace(/a/g, 'b')
document.documentElement.innerHTML = ''
document.body.replaceChildren()
document.body.textContent = 'Closed'
document.body.hidden = true
document.querySelector('main').inert = true
document.write('<style>section{display:none}</style>')
document.styleSheets[0].insertRule('section{display:none}', 0)
const c = new CSSStyleSheet(); c.replaceSync('img{width:9px}'); document.adoptedStyleSheets = [c]
let s = document.createElement('style'); s.textContent = css; document.head.append(s)
onclick = function () { return false }
const d = document; d.addEventListener('click', e => e.preventDefault())
window['addEventListener']('click', e => e.preventDefault())
document.body.setAttribute('onclick', 'return false')
!function (w, e, t) { w[e](t, x => x.preventDefault()) }(document, 'addEventListener', 'click')
['click', 'x'].forEach(t => document.addEventListener(t, e => e.preventDefault()))
document.querySelectorAll('p').forEach(p => { p.hidden = true })
$('main p').text('Hello')
document.links[1].href = '/report'
"""


@pytest.mark.parametrize("script", REACH.strip().splitlines())
def test_a_script_that_reaches_the_button_is_found(script: str, tmp_path: Path) -> None:
    """Its press, its size, where it leads, or what it stands in."""
    page = right_page().replace(LAST, f"<script>{script}</script>{LAST}")
    assert "left-alone-by-scripts" in broken_rules(page, tmp_path)


RUNS = {
    "as the page is there": ("<main", '<main onload="document.images[0].height = 9"'),
    "by an address": (TOP, f"<a href=\"javascript:$('img').hide()\">Hide</a>{TOP}"),
}


@pytest.mark.parametrize(("old", "new"), RUNS.values(), ids=RUNS)
def test_a_script_that_stands_in_an_attribute_is_one(old: str, new: str, tmp_path: Path) -> None:
    page = right_page()
    assert old in page
    assert "left-alone-by-scripts" in broken_rules(page.replace(old, new), tmp_path)


TELL_SOMEBODY = r"""
new I().src = 'ht' + 'tps:' + '//t.example/p'
x(['https:', '//t.exa', 'mple'].join(''))
x('\x68ttps:\/\/t.example')
window['fe' + 'tch'](u)
eval(s)
x(atob('aHR0cHM6'))
x(String.fromCharCode(104, 116))
x('//t.example/p.js')
localStorage.setItem('uid', localStorage.getItem('uid') || crypto.randomUUID())
let s = document.createElement('script'); s.src = u; h.append(s)
document.write('<script src=' + u + '><' + '/script>')
import(u)
"""


@pytest.mark.parametrize("script", TELL_SOMEBODY.strip().splitlines())
def test_a_script_that_hides_whom_it_tells_is_found(script: str, tmp_path: Path) -> None:
    """An address in pieces or in numbers, and script that is made while it runs."""
    page = right_page().replace(LAST, f"<script>{script}</script>{LAST}")
    assert "nothing-fetched" in broken_rules(page, tmp_path)


LEAVE_IT = """
const m = byId('menu'); m.addEventListener('click', e => { e.preventDefault(); m.open() })
document.getElementById('menu').addEventListener('click', e => e.preventDefault())
document.querySelector('nav').querySelectorAll('a').forEach(a => a.classList.add('on'))
document.addEventListener('click', e => { if (!m.contains(e.target)) m.hidden = true })
$('a[href^="#"]').on('click', function (e) { e.preventDefault(); go(this) })
document.body.classList.toggle('dark')
document.documentElement.style.fontSize = '120%'
addEventListener('keydown', e => { if (e.key === 'Escape') history.back() })
let n = 0; setInterval(() => { slides[n++ % 3].hidden = true }, 5000)
$('<a>').text('Top').appendTo('.toc')
document.getElementById('year').textContent = new Date().getFullYear()
document.querySelectorAll('header img').forEach(i => i.loading = 'lazy')
document.querySelectorAll('section').forEach(s => tops.push(s.offsetTop))
document.addEventListener('click', e => { if (e.target.closest('.drop')) e.preventDefault() })
// See https :// docs for more
document.write(new Date().getFullYear())
let s = document.createElement('style'); s.textContent = '.menu{color:red}'; document.head.append(s)
document.querySelectorAll('nav p').forEach(p => { p.hidden = true })
localStorage.setItem('theme', 'dark')
document.body.append(menu)
const d = document; d.getElementById('menu').hidden = true
x('CEOP has not vetted this page.')
"""


@pytest.mark.parametrize("script", LEAVE_IT.strip().splitlines())
def test_a_script_that_leaves_the_button_alone_is_no_fault(script: str, tmp_path: Path) -> None:
    """Menus, themes, slide shows, larger letters: what schools have on every page."""
    page = right_page().replace(LAST, f"<script>{script}</script>{LAST}")
    assert set() == broken_rules(page, tmp_path)


def test_a_script_in_an_address_is_read(tmp_path: Path) -> None:
    script = b64encode(b"document.images[0].width = 40").decode()
    page = right_page().replace(
        LAST, f'<script src="data:text/javascript;base64,{script}"></script>{LAST}'
    )
    assert "left-alone-by-scripts" in broken_rules(page, tmp_path)


BESIDE = {
    "the button by its place": ("document.images[0].remove()", True),
    "the button by its address": ("$('a[href*=ceop]').hide()", True),
    "the space by its name": ("document.querySelector('#here').remove()", True),
    "the whole page": ("document.body.innerHTML = ''", True),
    "what a library does": (
        "e=document.createElement('style');t.querySelectorAll('a,img');$(document).on('click',f);"
        "document.addEventListener('click',function(e){e.preventDefault()});new XMLHttpRequest",
        False,
    ),
}


@pytest.mark.parametrize(("script", "found"), BESIDE.values(), ids=BESIDE)
def test_a_script_beside_a_page_is_read_for_what_it_does_by_itself(
    script: str, found: bool, tmp_path: Path
) -> None:
    """Libraries have all that a rule asks about, for elements that they are given."""
    (tmp_path / "site.js").write_text(script, "utf-8")
    page = right_page().replace(LAST, f"<script src=site.js></script>{LAST}")
    page = page.replace("<img ", '<img id="here" ')
    assert found is (broken_rules(page, tmp_path) == {"left-alone-by-scripts"})
    assert found is (broken_rules(page, tmp_path) != set())
    assert [] == list(unread_scripts(str(tmp_path / "page.html")))


WRITTEN = ["document.title = 'CEOP approved page'", "$('h1').html('Approved by CEOP')"]


@pytest.mark.parametrize("script", WRITTEN)
def test_what_a_script_writes_of_ceop_is_read_too(script: str, tmp_path: Path) -> None:
    page = right_page().replace(LAST, f"<script>{script}</script>{LAST}")
    assert "no-endorsement" in broken_rules(page, tmp_path)


UNREAD = {
    "white on white": "color:#fff",
    "nearly white on white": "color: white; background: #FEFEFE",
    "very light": "color:rgb(250,250,250)",
    "dark on dark": "background:#123;color:#132435",
    "one pixel": "font-size:1px",
    "a tenth": "font-size:.1em",
    "hardly there": "opacity:.01",
    "in no room": "height:1px;overflow:hidden",
    "drawn small": "transform:scale(0)",
}


@pytest.mark.parametrize("style", UNREAD.values(), ids=UNREAD)
@pytest.mark.parametrize("sheet", [False, True], ids=["its own style", "a style sheet"])
def test_words_that_nobody_can_read_are_not_said(style: str, sheet: bool, tmp_path: Path) -> None:
    """What must be said to children before the button stands there, and is not seen."""
    page, words = right_page(), f"{BULLIED} {TELL}"
    assert words in page
    put = f"<style>.x{{{style}}}</style><div class=x>" if sheet else f'<div style="{style}">'
    page = page.replace(words, f"{put}{words}</div>")
    assert "words-beside-it" in broken_rules(page, tmp_path)


READ = {
    "white words on a dark ground": (
        BULLIED,
        f'<div style="background:#036;color:#fff">{BULLIED} {TELL}</div>{BULLIED}',
    ),
    "light words on a picture": (
        BULLIED,
        f'<div style="background:url(a.png);color:white">{BULLIED} {TELL}</div>{BULLIED}',
    ),
    "a dark theme": (
        STYLE,
        f"@media(prefers-color-scheme:dark){{body{{background:#000;color:#fff}}}}{STYLE}",
    ),
    "grey words": (STYLE, f"body{{color:#777;background:#fff}}{STYLE}"),
    "a gap without letters": (
        STYLE,
        f".gap{{font-size:0}}.gap p{{font-size:16px}}{STYLE}",
    ),
    "no ground of its own": (STYLE, f"p{{background-color:transparent}}{STYLE}"),
}


@pytest.mark.parametrize(("old", "new"), READ.values(), ids=READ)
def test_words_that_can_be_read_are_said(old: str, new: str, tmp_path: Path) -> None:
    page = right_page()
    assert old in page
    assert set() == broken_rules(page.replace(old, new, 1), tmp_path)
