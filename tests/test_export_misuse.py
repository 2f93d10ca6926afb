"""What hosts make of the page they are given, and honest pages beside it.

They are of the kinds that people who build sites write: no rule may know a case, so each has ten.
"""

from pathlib import Path

import pytest

from tests.support.hosting import broken_rules, right_page

DATA = "data:image/gif;base64,R0lGODlheAA8AIAAAAUEBAAAACwAAAAAOw=="
IMG = f'<img src="{DATA}" alt="CEOP Safety Centre" width="120" height="60">'
CENTRE = "https://www.ceop.police.uk/safety-centre"
LINK = f'<a href="{CENTRE}" rel="noreferrer">'
BUTTON = f"{LINK}{IMG}</a>"
SPACE = f"<section>{BUTTON}</section>"
TOP, LAST = "<h1>Help and safety</h1>", "</main>"
COVER = '<a href="https://x.example" style="'
TITLE, STYLE = "<title>", "</style>"
ADULTS = "<h2>For parents"
BULLIED = "<p>Bullied, or worried by something else online?"
TELL = (
    'Talk to an adult you trust, or to Childline on <a href="tel:08001111">0800\u00a01111</a>.</p>'
)


@pytest.fixture(scope="module")
def right() -> str:
    return right_page()


MISUSED = {
    "the-file-itself": (IMG, [
        '<video autoplay loop muted><source src="ceop-button.mp4"></video>',
        '<button type="button">Report abuse to CEOP</button>',
        '<canvas id="ceop" width="120" height="60"></canvas>',
        '<picture><source srcset="ceop.avif"><img src="b.gif" alt="CEOP"></picture>',
        '<object data="ceop.gif" type="image/gif"></object>',
        '<svg><image href="ceop.gif"/></svg>',
        '<input type="submit" value="CEOP">',
        '<img src="//cdn.example.org/button.gif" alt="CEOP" width="120" height="60">',
        '<img src="https://i0.wp.com/school.example/b.gif" alt="CEOP" width="120" height="60">',
        '<img src="b.gif?format=webp" alt="CEOP" width="120" height="60">',
        f'<i style="background:url(ceop.png)"></i>{IMG}',
        f'<embed src="{DATA}" width="120" height="60">',
        f'<object data="{DATA}" type="image/gif"></object>',
        f'<input type="image" src="{DATA}">',
        f'<svg><image href="{DATA}"/></svg>',
        f'<video autoplay poster="{DATA}"></video>',
        f'<i style="list-style-image:url({DATA})"></i>',
        f"<style>:root{{--b:url('{DATA}')}} section{{background:var(--b)}}</style>",
        f"<style>section::before{{content:url({DATA})}}</style>",
        f'<section><a href="{CENTRE}" style="background:#036;padding:1em">REPORT ABUSE CEOP</a>',
        f'<style>.b{{border:2px solid;padding:9px}}</style><a class=b href="{CENTRE}">CEOP</a>',
        f'<a role=button href="{CENTRE}">Report to CEOP</a>',
        f'<section><a href="{CENTRE}" style="background:#036;padding:1em">Get help now</a>',
        f'<style>.b{{border:2px solid;padding:9px}}</style><a class=b href="{CENTRE}/">Help</a>',
    ]),
    "unchanged": (STYLE, [
        f"{rule}{STYLE}"
        for rule in (
            "section a{box-shadow:0 0 9px red}",
            "section a{border:1px solid #036}",
            "section a{background:yellow;padding:3px}",
            "section a{padding:3px;background-color:#ff0}",
            "section a{text-indent:-9999px;display:block}",
            "section{position:relative;left:-40px}",
            "section{height:30px;contain:paint}",
            ".dark img{filter:invert(1)}",
            "[data-theme=dark] section a{opacity:.7}",
            "body.high-contrast img{filter:contrast(2)}",
            "section{margin-inline-start:-3em}",
            "section{-webkit-mask-image:linear-gradient(#000,transparent)}",
            "img{border:none;border-bottom:1px solid}",
            "img{padding:0 0 0 3px}",
            "*{margin:0;opacity:.9}",
            "section{opacity:.1}",
            "section{pointer-events:none}",
            "img{pointer-events:none}",
            "img{opacity:0}",
        )
    ]),
    "leads-to-the-safety-centre": (LINK, [
        f'<a href="{address}">'
        for address in (
            "https://www.ceop.police.uk/ceop-reporting/",
            "https://www.thinkuknow.co.uk/",
            "https://ceop.police.uk/safety-centre",
            f"{CENTRE}#report",
            f"{CENTRE}/should-i-make-a-report",
            "https://bit.ly/3abc",
            "/safeguarding",
            "",
            "https://safelinks.example/?url=https%3A%2F%2Fwww.ceop.police.uk%2Fsafety-centre",
            "https://www.ceop.police.uk.example.org/safety-centre",
            f"javascript:location='{CENTRE}'",
            "https://user@www.ceop.police.uk/safety-centre",
        )
    ]),
    "only-a-link": ("<section>", [
        '<section data-action="click->t#go">',
        '<section hx-get="/count">',
        '<section @click="count()">',
        '<section (click)="count()">',
        '<section ng-click="count()">',
        '<section jsaction="click:count">',
        '<section data-gtm="ceop">',
        '<section ontouchstart="t()">',
        '<section x-on:click="t()">',
        '<section onsubmit="t()">',
        f'{COVER}position:absolute;inset:0"></a><section>',
        f'{COVER}position: fixed;width:100%;height:100%"> <i></i></a><section>',
        '<style>.o{position:absolute;top:0}</style><a class=o href="https://x.example"></a><section>',
        f'{COVER}position:fixed;inset:0;opacity:0">Offers</a><section>',
        "<style>.n a::after{content:'';position:absolute;inset:0}</style>"
        '<div class=n><a href="/n">News</a></div><section>',
        "<a href='/'><section>",
        "<label><section>",
        '<div onclick="go()" style="position:absolute;width:100%;height:100%"></div><section>',
    ]),
    "a-space-of-its-own": (SPACE, [
        f"{start}{SPACE}</div>"
        for start in (
            '<div aria-hidden="true">', "<div inert>", '<div role="dialog">', "<div class=d-none>",
            '<div class="accordion-collapse collapse">', '<div class="site-offcanvas">',
            '<div class="sr-only">', '<div id="lightbox">', '<div class="footer-logos">',
            '<div role="alertdialog">',
        )
    ]),
    "words-beside-it": (f"{BULLIED} {TELL}", [
        f'<div style="font-size:0">{BULLIED} {TELL}</div>',
        f"<p hidden>{BULLIED[3:]} {TELL}",
        f'<style>.x{{display:none}}</style><div class="x">{BULLIED} {TELL}</div>',
        f"<style>.x{{position:absolute;left:-9999px}}</style><div class=x>{BULLIED} {TELL}</div>",
        f"{BULLIED} {TELL.replace('1111', '1111 22')}",
        f"<p>Cyberbullying? You can report it with the button.</p>{BULLIED} {TELL}",
        f"{BULLIED} {TELL}<p>If you are bullied, click below to let CEOP know.</p>",
        f"{BULLIED} {TELL}<p>CEOP can help with bullying and hacking.</p>",
        f"{BULLIED} {TELL}<p>Use this button to report bullying.</p>",
        f"{BULLIED} {TELL}<p>To report bullying, visit the Safety Centre.</p>",
        f"{BULLIED} {TELL}<p>CEOP deals with every kind of bullying.</p>",
        *(f"{BULLIED} {TELL}<p>{words}</p>" for words in (
            "If you are in danger now, press the button.",
            "CEOP will answer in an emergency.",
            "The button works like 999.",
            "If someone at school is being mean to you online, click the button.",
            "Has your account been hacked? Report it to CEOP with the button below.",
            "Please do not press the button. Come to the office first.",
        )),
    ]),
    "no-endorsement": (TOP, [
        f"{TOP}<p>{words}</p>"
        for words in (
            "We are a CEOP Ambassador school.", "Protected by CEOP.", "Monitored by CEOP 24/7.",
            "CEOP says we are a safe school.", "CEOP is proud to support West Street School.",
            "Powered by CEOP.", "CEOP registered.", "CEOP-compliant website.",
            "We meet the CEOP standard.", "This page was written with CEOP.",
            "Brought to you by CEOP and West Street School.",
            "Our friends at CEOP recommend this school.", "Awarded by the NCA.",
            "The Child Exploitation and Online Protection Command has approved this page.",
            "This page is by West Street School and CEOP.", "C.E.O.P. approved",
            "We are linked to CEOP.", "West Street School is part of CEOP.",
            "Child Exploitation and Online Protection: our trusted partner.",
            "CEOP partners with us", "Not only Ofsted: CEOP approves us too.",
            "Cymeradwywyd gan CEOP.", "Mewn partneriaeth â CEOP.",
            "This page meets the standards of CEOP.", "CEOP gave us top marks for safety.",
            "We have been awarded CEOP status.", "Reviewed and passed by the NCA.",
            "Our site follows the rules set by CEOP.", "Praised by CEOP for our lessons.",
            "Our website passed a safety check by CEOP.", "CEOP has commended our school.",
            "CEOP have signed off our website.", "CEOP graded this website excellent.",
            "Rated 5 stars by CEOP.", "CEOP has passed our site.", "Top marks from CEOP",
            "We got the thumbs up from CEOP.", "CEOP has given this website the green light.",
        )
    ]),
    "not-named-after-ceop": (TITLE, [
        "<title>Child Exploitation and Online Protection - ",
        '<meta name="application-name" content="CEOP"><title>',
        '<meta property="og:site_name" content="CEOP Safety Centre"><title>',
        '<meta itemprop="name" content="NCA"><title>',
        '<meta name="keywords" content="ceop,report"><title>',
        '<link rel="mask-icon" href="ceop.svg"><title>',
        '<link rel="apple-touch-icon" href="ceop-180.png"><title>',
        '<meta property="og:image" content="https://s.example/ceop-button.png"><title>',
        f'<link rel="icon" href="{DATA}"><title>',
        "<title>National Crime Agency - ",
    ]),
    "text-links-lead-there": (TOP, [
        f"{TOP}{link}"
        for link in (
            '<a href="https://www.ceop.gov.uk/">CEOP Safety Centre</a>',
            '<a href="https://bit.ly/x">CEOP Safety Centre</a>',
            f'<a href="https://www.google.com/url?q={CENTRE}">here</a>',
            '<a href="https://www.thinkuknow.co.uk">Report to CEOP</a>',
            f'<a href="{CENTRE}.html">Safety Centre</a>',
            '<a href="https://www.ceop.police.uk/Safety-Center">here</a>',
            '<a href="https://www.ceop.police.uk:8080/safety-centre">here</a>',
            '<map name=m><area href="http://www.ceop.police.uk/safety-centre" alt="here"></map>',
            '<a href="#">CEOP Safety Centre</a>',
            '<form action="https://www.ceop.police.uk/report"><button>Go</button></form>',
            f'<a href="{CENTRE}?ref=school">here</a>',
        )
    ]),
    "for-under-18s": (TOP, [
        f"{TOP}{words}"
        for words in (
            "<p>Visitors have to be over 18.</p>", "<p>Strictly for over 18s.</p>",
            "<p>You must be at <b>least</b> 18 years old.</p>", "<b>18+</b>",
            "<p>Adult content follows.</p>", "<p>No under 18s.</p>",
            "<p>Not suitable for under 18s.</p>", "<p>Gamble responsibly. 18 and over.</p>",
            '<meta name="rating" content="adult">',
            '<meta name="rating" content="RTA-5042-1996-1400-1577-RTA">',
            "<p>Persons under the age of 18 may not use this site.</p>",
            "<label>I confirm I am over 18</label>",
            "<p>This website is for adults aged 18 and over only.</p>",
            "<p>This site is only for adults.</p>", "<p>Our forum is for over 18s.</p>",
            "<p>This page is not for under 18s.</p>", "<p>You must be an adult to enter.</p>",
            "<p>You must be eighteen or over to use this site.</p>",
            "<p>You must be 18 or older to play.</p>", "<p>Players must be 18 or over.</p>",
            "<p>Please note: over 18s only.</p>", "<p>Lucky Slots - over 18s only</p>",
            "<p>Our club is strictly over 18s.</p>", "<p>You must be 18 or over to buy vapes.</p>",
        )
    ]),
    "not-in-an-app": (TITLE, [
        '<link rel="MANIFEST" href="m.json"><title>',
        '<link rel="manifest preload" href="m.json"><title>',
        '<meta name="apple-mobile-web-app-capable" content="yes"><title>',
        '<meta name="mobile-web-app-capable" content="yes"><title>',
        '<script>navigator.serviceWorker.register("sw.js")</script><title>',
        '<script src="cordova.js"></script><title>',
        '<script src="/www/capacitor.min.js"></script><title>',
        '<script src="phonegap-1.0.js"></script><title>',
        '<script>navigator . serviceWorker . register("/w.js")</script><title>',
        '<link rel=manifest href="/site.webmanifest"><title>',
    ]),
    "once": (ADULTS, [
        f"{more}{ADULTS}"
        for more in (
            SPACE, '<p><img src="ceop.gif" alt=""></p>', '<object data="ceop.gif"></object>',
            f'<img src="{DATA}" alt="">', '<svg><image href="ceop.gif"/></svg>',
            '<input type="image" src="b.gif" alt="CEOP">', '<canvas class="ceop-button"></canvas>',
            f'<a href="{CENTRE}"><i></i></a>', "<button>Click CEOP</button>",
            f'<iframe src="{CENTRE}" title="x"></iframe>',
        )
    ]),
    "nothing-fetched": (STYLE, [
        f'p{{background:image-set("https://c.example/a.png" 1x)}}{STYLE}',
        f"@font-face{{src:url(//f.example/a.woff2)}}{STYLE}",
        f"p{{background:url(a.png),url( 'http://c.example/a.png')}}{STYLE}",
        f"{STYLE}<script>window.intercomSettings={{app_id:1}}</script>",
        f"{STYLE}<script>NREUM.info={{}}</script>",
        f"{STYLE}<link rel=preconnect href=https://fonts.gstatic.com>",
        f"{STYLE}<audio src=//c.example/a.mp3></audio>",
        f'{STYLE}<svg><image href="https://c.example/x.png"/></svg>',
        f'{STYLE}<script type=module>import "https://c.example/x.js"</script>',
        f'{STYLE}<a href="/" ping="https://t.example/">Home</a>',
    ]),
}  # fmt: skip
EACH = [(rule, old, new) for rule, (old, every) in MISUSED.items() for new in every]


@pytest.mark.parametrize(("rule", "old", "new"), EACH)
def test_what_a_host_makes_of_it_is_found_by_its_rule(
    rule: str, old: str, new: str, right: str, tmp_path: Path
) -> None:
    """By name, whatever else is found with it."""
    assert old in right
    assert rule in broken_rules(right.replace(old, new), tmp_path)


def test_every_rule_for_the_button_is_tried_ten_times() -> None:
    assert {rule for rule, (_, every) in MISUSED.items() if len(every) < 10} == set()


HONEST = """
Our school uses films made by CEOP. | CEOP protects children, and supports families. | We are not
part of CEOP, not linked to CEOP, and CEOP has not approved, checked or monitored our site. | CEOP
is run by the National Crime Agency, and this school by the Hill Trust. | The button was designed
by CEOP and stands here unchanged. | CEOP officers visited our school in May. | Our policy is
approved by governors; it explains when to tell CEOP. | A member of staff can help you report to
CEOP. | CEOP checks every report, and may contact you. | CEOP may ask our school for help. | Police
and CEOP work together to protect children. | Our partners are the library and the scouts. CEOP is
for reports of abuse. | No site is safe because it shows the button of CEOP. | If you are bullied,
do not report it to CEOP: tell Childline. | Bullied? Report bullying here to our pastoral team. |
If you are bullied tell a teacher, and if someone asks for nudes report it to CEOP. | If you are
18 or over, call the police on 101. | Are you over 18? The police can help. | You must be under 18
to use Report Remove. | Games rated 18+ are not for children. | Adults only need to sign in at
reception. | Children under the age of 18 should not share pictures. | Nid yw CEOP wedi cymeradwyo
ein gwefan. | CEOP was given new powers by Parliament. | CEOP passed on the report to the police. |
Each report is read and passed by CEOP to police. | CEOP gave us posters and a talk. | Pupils gave
talks on CEOP and got top marks for them. | We were given the button by CEOP. | CEOP has chosen a
poster of our pupils. | Follow the rules of the Safety Centre when you report to CEOP. | Staff
follow guidance from CEOP on nude pictures. | Adult learning classes: you must be 18 or over to
join. | CEOP cannot look into fake accounts or hacked accounts. | In an emergency call 999, and then
tell CEOP. | Do not use the button for bullying. | If somebody is mean to you, tell an adult. | The
Safety Centre has advice on scams that ask for pictures. |
You must be 18 or over to join our evening classes. | To join the choir you need to be over
18. | All our volunteers must be over 18. | You must be at least 18 to become a governor. | The bar
is for over 18s only. | No under 18s in the bar after 9pm. | This film is not suitable for under
18s. | Evening yoga: over 18s only. | Children under 18 must not use the sauna. | This website is
for people under 18 and their families. | Adults aged 18 and over can call the Samaritans. | This
page is for adults who worry about a child. | Whoever collects a child must be 18 or over.
"""


@pytest.mark.parametrize("words", [" ".join(each.split()) for each in HONEST.split("|")])
def test_what_a_school_may_well_say_is_no_fault(words: str, right: str, tmp_path: Path) -> None:
    assert set() == broken_rules(right.replace(LAST, f"<p>{words}</p>{LAST}"), tmp_path)


FINE = {
    "a film that a person starts": (LAST, f'<video controls src="ceop-film.mp4"></video>{LAST}'),
    "what CEOP is, to be unfolded": (
        LAST, f"<h2><button aria-expanded=false>What is CEOP?</button></h2>{LAST}"),
    "links that are pointed at": (
        STYLE, "a:hover{background:#eee;padding:1px}a:focus-visible{box-shadow:0 0 3px}" + STYLE),
    "a dark theme for other pictures": (STYLE, ".dark header img{filter:invert(1)}" + STYLE),
    "empty paragraphs": (STYLE, "p:empty{display:none}" + STYLE),
    "another layout on paper": (STYLE, "@media print{p{display:none}}" + STYLE),
    "a class of a style library": ("<section>", '<section class="overflow-hidden">'),
    "headings for voices": (
        LAST, f"<style>.sr-only{{clip:rect(0,0,0,0)}}</style><h2 class=sr-only>More</h2>{LAST}"),
    "pages of the Safety Centre": (LAST, f'<a href="{CENTRE}/advice">Safety Centre</a>{LAST}'),
    "a menu that is drawn": (
        LAST, "<style>.m a{padding:1em;background:#eee}</style><ul class=m><li>"
        f'<a href="{CENTRE}">CEOP</a></ul>{LAST}'),
    "a link that is underlined": (
        LAST, f"<a style='border-bottom:1px solid' href='{CENTRE}'>CEOP</a>{LAST}"),
    "other words for a link": (LAST, f"<p><a href='{CENTRE}'>Get help now</a></p>{LAST}"),
    "a card about CEOP's lessons": (
        LAST, '<a style="padding:1em;background:#eee" href="https://www.ceopeducation.co.uk">'
        f"CEOP Education</a>{LAST}"),
    "a place to jump to, and a link with words, out of line": (
        LAST, '<a id=t style="position:absolute"></a>'
        f'<a href="#t" style="position:fixed">Top</a>{LAST}'),
    "CEOP's lessons": (LAST, f'<a href="https://www.ceopeducation.co.uk">CEOP Education</a>{LAST}'),
    "paragraphs that nobody closes": ("</p>", ""),
    "a grown-up, not an adult": ("an adult you trust", "a teacher or grown-up you trust"),
    "a place in the page": (LAST, f'<a href="#c">CEOP</a><h2 id=c>More</h2>{LAST}'),
    "what WordPress adds to each picture": (
        "<img ", '<img class="wp-image-7" decoding=async loading=lazy fetchpriority=high '),
    "pictures without a line around": (STYLE, "img{border-style:none} a img{border:0}" + STYLE),
    "no room around anything": (
        STYLE, "*{margin:0;padding:0 !important}section{padding:2em}" + STYLE),
    "a card that is pressed anywhere": (
        LAST, "<style>.c{position:relative}.c a::after{content:'';position:absolute}</style>"
        f"<div class=c><a href=/n>News</a></div>{LAST}"),
    "a form around the page": ("<main>", "<form id=aspnetForm action='./help'><main>"),
    "no effects": (STYLE, "main{filter:none;opacity:1} img{transform:none;outline:none}" + STYLE),
    "an address in a comment of a style": (STYLE, "/* http://licence.example */" + STYLE),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new"), FINE.values(), ids=FINE)
def test_what_a_site_builder_writes_around_it_is_no_fault(
    old: str, new: str, right: str, tmp_path: Path
) -> None:
    assert old in right
    assert set() == broken_rules(right.replace(old, new), tmp_path)
