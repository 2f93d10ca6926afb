"""Who hosts CEOP's button does it as CEOP asks: each way to get it wrong is found, by name."""

import json
import re
from pathlib import Path

import pytest

from guide.cli import main
from guide.export.hosts.check import check_pages
from guide.export.hosts.help_page import HELP_PAGE, help_page
from tests.support.exported import LANGUAGES, words
from tests.support.hosting import GIF, broken_rules, right_page
from tests.support.talking import TINY

OTHER = GIF.replace(b"\x05", b"\x06")
IMG = "<img "
LINK = '<a href="https://www.ceop.police.uk/safety-centre" rel="noreferrer">'
DIALLED = "numbers-dial-themselves"
THERE, ITSELF, SEEN = "leads-to-the-safety-centre", "the-file-itself", "styles-in-view"
CHILDREN = "<h2>For children"


@pytest.fixture(scope="module")
def right() -> str:
    return right_page()


def test_the_page_we_write_breaks_no_rule(right: str, tmp_path: Path) -> None:
    assert set() == broken_rules(right, tmp_path)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_we_write_breaks_no_rule_in_any_language(code: str, tmp_path: Path) -> None:
    """Whatever its words are called there, they are known for what they are."""
    assert set() == broken_rules(help_page(words()[code], "West Street School", GIF), tmp_path)


FINE = {
    "a last slash": ('safety-centre"', 'safety-centre/"'),
    "capitals in its address": ("https://www.ceop.police.uk", "HTTPS://www.CEOP.police.uk"),
    "a paragraph of its own": ("section>", "p>"),
    "a cell of its own": ("section>", "td>"),
    "a place that a style gives room": ("section", "div"),
    "within a section that has a heading": ("section>", "figure>"),
    "safe, but denied": ("does not endorse it", "does not say that this site is safe for children"),
    "a number dialled from anywhere": ('tel:08001111"', 'tel:+44-800-1111;phone-context=uk"'),
    "a number and its hours": ("0800\u00a01111</a>", "0800\u00a01111 (24/7)</a>"),
    "a number of another place": ("<h1>", '<a href="tel:01632960000">(01632) 960 000</a><h1>'),
    "words for a number": ("<h1>", '<a href="tel:01632960000">The office</a><h1>'),
    "a part of no opinion": ("<h1>", "<p>CEOP helps to keep children safe.</p><h1>"),
}


@pytest.mark.parametrize(("old", "new"), FINE.values(), ids=FINE)
def test_other_ways_to_do_it_well_are_no_faults(
    old: str, new: str, right: str, tmp_path: Path
) -> None:
    assert old in right
    page = right.replace(old, new)
    page = page.replace("<figure>", "<section><h2>More</h2><p>x</p><figure>")
    assert set() == broken_rules(page.replace("</figure>", "</figure></section>"), tmp_path)


def test_a_page_without_the_button_may_be_anything_but_misleading(tmp_path: Path) -> None:
    school = "<title>School</title><link rel=stylesheet href=/s.css><p>Welcome to our school.</p>"
    assert set() == broken_rules(school, tmp_path)


MUTANTS = {
    "the guide in a frame below it": (
        "</main>", '<iframe src="en.html"></iframe></main>', "not-in-the-guide"),
    "the guide as an object below it": (
        "</main>", '<object data="en.html"></object></main>', "not-in-the-guide"),
    "another picture under its name": ("R0lGODlh", "R0lGODdh", ITSELF),
    "recompressed by a content network": (
        "data:image/gif;base64,R0lGODlh", "data:image/webp;base64,UklGRiQA", ITSELF),
    "a png of it": ("data:image/gif;base64,R0lGODlh", "data:image/png;base64,iVBORw0K",
                    ITSELF),
    "hot-linked": (IMG, '<img data-x="" src="https://www.ceop.police.uk/b.gif" x', ITSELF),
    "drawn anew": (IMG, '<svg aria-label="CEOP button"></svg><img ', ITSELF),
    "a crest of the command's whole name": (
        "<h1>", '<img src="c.png" alt="Child Exploitation and Online Protection"><h1>', ITSELF),
    "the agency's crest": ("<h1>", '<img src="NCA_logo.png" alt=""><h1>', ITSELF),
    "the agency's badge": ("<h1>", '<img src="c.png" alt="National Crime Agency"><h1>', ITSELF),
    "scaled": ('width="120"', 'width="240"', "unchanged"),
    "stretched": ('height="60"', 'height="20"', "unchanged"),
    "no size": (' width="120" height="60"', "", "unchanged"),
    "a form of its own": ("<section>", "<section><form action=/go>", "only-a-link"),
    "without words for who hears it": ('alt="CEOP Safety Centre"', 'alt=""', "unchanged"),
    "faded": (IMG, '<img style="opacity:.5" ', "unchanged"),
    "rounded by the page": ("</style>", "img{border-radius:9px}</style>", "unchanged"),
    "filtered in dark mode": (
        "</style>", "@media(prefers-color-scheme:dark){section img{filter:invert(1)}}</style>",
        "unchanged"),
    "made fluid by a reset": ("</style>", "*{max-width:100%}</style>", "unchanged"),
    "bleeding off the edge": ("</style>", "section a img{margin-left:-4px}</style>", "unchanged"),
    "scaled by its space": ("<section>", '<section style="transform:scale(.5)">', "unchanged"),
    "swapped by a script in another file": (IMG, '<img data-src="b.gif" ', "unchanged"),
    "the first of two sizes": (IMG, '<img width="90" ', "unchanged"),
    "the first of two files": (IMG, '<img src="ceop.png" ', ITSELF),
    "other pictures for other screens": (IMG, '<img srcset="b2.gif 2x" ', "unchanged"),
    "a class that a style is for": (
        IMG, '<style>.btn{border:1px solid}</style><img class="btn" ', "unchanged"),
    "styles in another file": ("<style>", "<link rel=stylesheet href=s.css><style>", SEEN),
    "counted": ("safety-centre\"", 'safety-centre?utm_source=school"', THERE),
    "the first of two addresses": ("<a href", '<a href="https://s.example/go" href', THERE),
    "redirected": (LINK, LINK.replace("https://www", "https://go.example.org/?u=https://www"),
                   THERE),
    "not safe": (LINK, LINK.replace("https", "http"), THERE),
    "to the front page": (LINK, LINK.replace("/safety-centre", "/"), THERE),
    "to the form itself": (LINK, LINK.replace("safety-centre", "report"), THERE),
    "to nowhere": (LINK, "<span>", THERE),
    "in a new window": (LINK, LINK.replace("rel", 'target="_blank" rel'), "only-a-link"),
    "with a script": (LINK, LINK.replace("rel", 'onclick="t()" rel'), "only-a-link"),
    "words in its link": ("</a>", "Click here</a>", "only-a-link"),
    "a badge in its link": ("</a>", "<i></i></a>", "only-a-link"),
    "twice": ("<h2>For parents", f'<section>{LINK}<img src="b.gif" alt="CEOP"></a></section>'
              "<h2>For parents", "once"),
    "among other logos": ("</section>", '<img src="police.png" alt="Police"></section>',
                          "a-space-of-its-own"),
    "words in its space": ("</section>", "<p>News</p></section>", "a-space-of-its-own"),
    "no space of its own": ("<section>", "<div>Cakes</div><div>",
                            "a-space-of-its-own"),
    "in the footer": ("<main>", "<footer>", "a-space-of-its-own"),
    "in a side bar": ("<main>", "<aside>", "a-space-of-its-own"),
    "no word to children": ("CEOP helps anyone under 18 who", "CEOP helps those who",
                            "words-beside-it"),
    "bullying left out": ("Bullied, or worried", "Worried", "words-beside-it"),
    "no adult to talk to": ("an adult you trust, or to ", "", "words-beside-it"),
    "no Childline": ("0800\u00a01111", "our office", "words-beside-it"),
    "no 999": ("999</a>", "us</a>", "words-beside-it"),
    "nothing for adults": (
        "For parents, carers and professionals</h2>\n<p>CEOP is part of the National Crime Agency."
        " Adults who", "More</h2>\n<p>Those who", "words-beside-it"),
    "adults first": (CHILDREN, "<p>For parents and carers.</p><h2>For children", "words-beside-it"),
    "endorsed": ("<h1>", "<p>We are endorsed by CEOP.</p><h1>", "no-endorsement"),
    "a partner": ("<h1>", "<p>A proud partner of CEOP and the NCA.</p><h1>", "no-endorsement"),
    "said to be safe": ("<h1>", "<p>Thanks to CEOP this website is safe for children.</p><h1>",
                        "no-endorsement"),
    "looked at": ("<h1>", "<p>We were looked at by CEOP and passed.</p><h1>", "no-endorsement"),
    "accredited": ("<h1>", "<p>CEOP accredited site</p><h1>", "no-endorsement"),
    "vetted": ("CEOP has not vetted it and does not endorse it", "CEOP has vetted it",
               "no-endorsement"),
    "in a picture's words": ("<h1>", '<img alt="By CEOP, approved" src=x><h1>', "no-endorsement"),
    "in the title": ("<title>Help and safety", "<title>CEOP help", "not-named-after-ceop"),
    "in the description": ("<title>", '<meta name=description content="CEOP report"><title>',
                           "not-named-after-ceop"),
    "as the icon": ("<title>", '<link rel=icon href="ceop.ico"><title>', "not-named-after-ceop"),
    "a link beside it that is counted": ("<h1>", '<a href="https://www.ceop.police.uk/?utm_x=1">CEOP'
                                         "</a><h1>", "text-links-lead-there"),
    "999 to the office": ('tel:999"', 'tel:08001234567"', DIALLED),
    "999 to a text": ('tel:999"', 'sms:88000"', DIALLED),
    "Childline to the office": ('tel:08001111"', 'TEL:+44-20-7946-0000"', DIALLED),
    "Childline to one digit": ('tel:08001111"', 'tel:1"', DIALLED),
    "only for adults": ("<h1>", "<p>Over 18s only.</p><h1>", "for-under-18s"),
    "a tracker": ("<h1>", "<script>gtag('config')</script><h1>", "nothing-fetched"),
    "a script from elsewhere": ("<h1>", '<script src="https://e.example/x.js"></script><h1>',
                                "nothing-fetched"),
    "a font from elsewhere": ("<style>", "<style>@import 'https://f.example/a.css';",
                              "nothing-fetched"),
    "in an app": ("<title>", "<link rel=manifest href=m.json><title>", "not-in-an-app"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "rule"), MUTANTS.values(), ids=MUTANTS)
def test_each_way_to_get_it_wrong_is_found_by_its_rule(
    old: str, new: str, rule: str, right: str, tmp_path: Path
) -> None:
    assert old in right
    assert rule in broken_rules(right.replace(old, new), tmp_path)


def test_a_page_is_old_the_day_after_it_was_to_be_made_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The single file and the booklet; a copy on a school's site may stand there for years."""
    export(tmp_path, SITE)
    capsys.readouterr()
    days = {}
    for day in ("2027-01-01", "2099-01-01"):
        status = main(["export", "check", str(tmp_path / "out"), "--today", day])
        days[day] = status, capsys.readouterr().out.count("[not-old]")

    assert {"2027-01-01": (0, 0), "2099-01-01": (1, 2)} == days


def test_an_app_has_words_and_no_button(right: str, tmp_path: Path) -> None:
    assert {"not-in-an-app"} == broken_rules(right, tmp_path, in_app=True)


def test_the_button_stands_on_one_page_of_a_site(right: str, tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(right, "utf-8")
    ((name, problem),) = check_pages(str(tmp_path), GIF)
    assert "once" == name
    assert problem.place.file.endswith("b.html")


SITE = """format: 1
site: West Street School
web:
  title: Library
  leave-to: https://www.example.org/
  organisation: West Street School
  serves-under-18-in-uk: yes
  button: button.gif
"""


def export(folder: Path, site: str, gif: bytes = GIF) -> int:
    (folder / "site.yaml").write_text(site, "utf-8")
    (folder / "button.gif").write_bytes(gif)
    arguments = ["export", "html", str(folder / "out"), "--locale", "en", "--flows", str(TINY)]
    return main([*arguments, "--site", str(folder / "site.yaml")])


def test_a_host_that_may_gets_one_page_with_the_file_it_was_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == export(tmp_path, SITE)
    out = tmp_path / "out"
    assert ["en.html", HELP_PAGE, "plain.html"] == sorted(file.name for file in out.iterdir())
    assert "<title>Library</title>" in (out / "en.html").read_text("utf-8")
    assert 0 == main(["export", "check", str(out), "--button", str(tmp_path / "button.gif")])
    assert 1 == main(["export", "check", str(out), "--json", "--app"])
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert {"not-in-an-app"} == {finding["rule"] for finding in found["findings"]}


ENDED_EARLY = [f"https://x.example/{end}y" for end in " '\"<>`\\{}"]
"""Addresses with what no address has, and what a page might take for the end of one."""


@pytest.mark.parametrize("link", ENDED_EARLY)
def test_an_address_with_blanks_quotes_or_brackets_is_none_in_a_site_file_either(
    link: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither where leaving leads, nor of a place on the help page."""
    written = json.dumps(link)
    place = f"contacts: {{us: {{name: Us, link: {written}}}}}\n"
    assert 1 == export(tmp_path, SITE.replace("https://www.example.org/", written) + place)
    assert 2 == capsys.readouterr().err.count("is no link. Write the whole address")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  serves-under-18-in-uk: yes\n", "", "only for those who serve under-18s"),
        ("under-18-in-uk: yes", "under-18-in-uk: no", "only for those who serve under-18s"),
        ("  organisation: West Street School\n", "", "does not say whose it is"),
        ("button: button.gif", "button: none.gif", "none.gif: No such file"),
        ("https://www.example.org/", "http://example.org", "is no link"),
        ("  title: Library\n", f"  title: {'Library ' * 9}\n", "characters"),
        ("  title: Library\n", "  title: Report to CEOP\n", '"title" of "web" names CEOP'),
        ("organisation: West", "organisation: C.E.O.P. approved", '"organisation" of "web" names'),
        ("organisation: West", "organisation: National Crime Agency", "names CEOP"),
        ("button: button.gif", "button: /dev/zero", "is not a regular file"),
    ],
)
def test_a_host_that_may_not_is_told_why_with_its_line(
    old: str, new: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert old in SITE
    assert 1 == export(tmp_path, SITE.replace(old, new))
    error = capsys.readouterr().err
    assert told in error
    assert "site.yaml:" in error
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_no_gif_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 1 == export(tmp_path, SITE, b"\x89PNG")
    assert "is no GIF" in capsys.readouterr().err


def test_a_page_that_cannot_be_read_is_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(["export", "check", str(tmp_path / "none.html")])
    assert "No such file" in capsys.readouterr().err


@pytest.mark.parametrize(
    "option",
    [
        ("--leave-to", "javascript:alert(1)"),
        ("--leave-to", "www.bbc.co.uk"),
        ("--leave-to", "http://example.org"),
        *(("--leave-to", link) for link in ENDED_EARLY),
        ("--title", "a\nb"),
        ("--title", "Library " * 9),
        ("--title", "CEOP Safety Centre"),
    ],
)
def test_what_a_site_file_may_not_say_the_command_line_may_not_either(
    option: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A button to leave that leads nowhere would be worse than none."""
    out = tmp_path / "out"
    arguments = ["export", "html", str(out), "--locale", "en", "--flows", str(TINY)]
    assert 2 == main([*arguments, *option])
    assert "guide: " in capsys.readouterr().err
    assert not out.exists()


WRONG_USE = {
    "an address": (["check", "https://school.example/help"], "save it as"),
    "no such page": (["check", "nope.html"], "Name a saved page, or a folder"),
    "no such button": (["check", "page.html", "--button", "nope.gif"], "the GIF that CEOP gave"),
    "no such locales": (["html", "o", "--locales", "nope"], "there is no folder nope."),
    "a file to write into": (["html", "page.html"], "Name a folder for the files."),
    "a folder without a name": (["html", ""], "Name one"),
}


@pytest.mark.parametrize(("arguments", "told"), WRONG_USE.values(), ids=WRONG_USE)
def test_who_uses_it_wrongly_is_told_what_to_do(
    arguments: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text("<p>Hello", "utf-8")
    flows = [] if arguments[0] == "check" else ["--flows", str(TINY)]
    assert 2 == main(["export", *arguments, *flows])
    assert told in capsys.readouterr().err


def test_a_page_without_the_button_is_said_to_have_none(
    right: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else whoever looks at the wrong page takes it for fine."""
    for page, has_none in (("<p>Hello", True), (right, False)):
        (tmp_path / "page.html").write_text(page, "utf-8")
        assert 0 == main(["export", "check", str(tmp_path)])
        assert has_none is ("button is on none of these pages" in capsys.readouterr().err)


def test_a_site_that_declares_itself_without_a_button_is_told_why_it_has_no_help_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == export(tmp_path, SITE.replace("  button: button.gif\n", ""))
    assert "no help page was made" in capsys.readouterr().err


@pytest.mark.parametrize("day", ["2026-13-01", "2026-02-30", "2026-1-1", "tomorrow"])
def test_a_day_that_is_none_is_wrong_use(
    day: str, right: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.html").write_text(right, "utf-8")
    assert 2 == main(["export", "check", str(tmp_path), "--today", day])
    assert "is not a date" in capsys.readouterr().err


def test_a_folder_without_a_page_is_not_said_to_be_fine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(["export", "check", str(tmp_path)])
    assert "there is no page" in capsys.readouterr().err


LEAD = '<p lang=en>Caf\u00e9\n<a href="https://bit.ly/x">CEOP Safety Centre</a>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_page_is_read_by_its_byte_order_mark(encoding: str, tmp_path: Path) -> None:
    """Editors on Windows write UTF-16; what is wrong in it, and where, is the same."""
    file = tmp_path / "page.html"
    file.write_bytes(LEAD.encode(encoding))
    ((name, problem),) = check_pages(str(file))
    assert ("text-links-lead-there", 2) == (name, problem.place.line)


def test_a_style_sheet_beside_a_page_is_read_by_its_mark_too(right: str, tmp_path: Path) -> None:
    (tmp_path / "s.css").write_bytes("section a{opacity:.5}".encode("utf-16"))
    assert {"unchanged"} == broken_rules(
        right.replace("<style>", "<link rel=stylesheet href=s.css><style>"), tmp_path
    )


NO_PAGES = {
    "empty": (b"", "it is empty"),
    "blank": (b"\xef\xbb\xbf \n", "it is empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "it holds bytes that no text has"),
    "torn": (b"<p>Call 999\x00</p>", "it holds bytes that no text has"),
    "in UTF-16 without its mark": ("<p>Hello".encode("utf-16-le"), "bytes that no text has"),
    "words": (b"Tell the CEOP Safety Centre.", "no HTML element is in it"),
    "packed": (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<p>=3D</p>", "packed up"),
}


@pytest.mark.parametrize(("content", "why"), NO_PAGES.values(), ids=NO_PAGES)
def test_a_file_that_is_no_page_is_refused_by_name(
    content: bytes, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It must not be said to break no rule."""
    (tmp_path / "help.html").write_bytes(content)
    assert 2 == main(["export", "check", str(tmp_path)])
    error = capsys.readouterr().err
    assert "help.html is no page: " in error
    assert why in error
    assert "save it as" in error


def test_a_file_that_is_no_page_does_not_hide_what_is_wrong_with_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All in one run: the page that cannot be read, and the link of the one that can."""
    (tmp_path / "a.html").write_bytes(b"")
    (tmp_path / "b.html").write_text(LEAD, "utf-8")
    assert 1 == main(["export", "check", str(tmp_path)])
    told = capsys.readouterr().out
    assert "a.html is no page: it is empty." in told
    assert "[is-a-page]" in told
    assert "[text-links-lead-there]" in told


def test_a_script_that_nobody_looked_into_is_told(
    right: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is no fault, and no rule has passed it either."""
    page = right.replace("</main>", "</main><script src=/js/site.js></script>")
    (tmp_path / "page.html").write_text(page, "utf-8")
    assert 0 == main(["export", "check", str(tmp_path)])
    told = capsys.readouterr().err
    assert "Nobody looked into the script /js/site.js." in told
    assert told.endswith("Rules broken: 0. Scripts that nobody looked into: 1.\n")
    assert 0 == main(["export", "check", str(tmp_path), "--json"])
    (script,) = json.loads(capsys.readouterr().out)["unread"]
    assert "/js/site.js" == script["script"]


BASES = {
    "elsewhere": ("<base href=https://cdn.example/>", {"nothing-fetched"}),
    "its own": (
        "<base href=https://s.example/><link rel=canonical href=https://s.example/h>",
        set(),
    ),
    "none that opens": ("<base href='http://['>", set()),
}


@pytest.mark.parametrize(("base", "rules"), BASES.values(), ids=BASES)
def test_a_base_may_not_fetch_the_button_from_elsewhere(
    base: str, rules: set[str], right: str, tmp_path: Path
) -> None:
    """The file beside a saved page is then not the one that people get."""
    page = re.sub(r"data:image/gif;base64,[^\"]+", "b.gif", right).replace(
        "<title>", f"{base}<title>"
    )
    assert rules == broken_rules(page, tmp_path)


def test_what_looks_like_a_page_and_is_not_looked_at_is_told(
    right: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By its name, or as it begins like one; styles, scripts and pictures are none."""
    kept = {"help.html": right, "a.php": "<?php", "b.MHTML": "", "c": "\ufeff\n<!DOCTYPE html><p>"}
    kept |= {"s.css": "p{}", "s.js": "'<html>'", "d.txt": "words"}
    for name, content in kept.items():
        (tmp_path / name).write_text(content, "utf-8")
    assert 0 == main(["export", "check", str(tmp_path)])
    told, *_ = capsys.readouterr().err.splitlines()
    assert told.startswith("Not looked at: ")
    assert ["a.php", "b.MHTML", "c"] == [
        name for name in kept if f"{tmp_path / name}," in told or f"{tmp_path / name}. " in told
    ]


def nested(levels: int) -> str:
    """A frame in a frame in a frame."""
    page = "<p>999"
    for _ in range(levels):
        page = f"<iframe srcdoc='{page.replace('&', '&amp;').replace(chr(39), '&apos;')}'></iframe>"
    return page


QUOTED = "'a' + "
HOSTILE = {
    "elements without end": "<div>" * 20_000 + "<img alt=CEOP>",
    "frames in frames": nested(9),
    "a style without a brace": f"<style>{'a' * 200_000}</style><img alt=CEOP>",
    "a script of pieces": f"<script>x({QUOTED * 20_000})</script><img alt=CEOP>",
    "a script of quotes": f"<script>{'$(' * 30_000 + chr(39) * 30_001}</script><img alt=CEOP>",
    "declarations without end": f"<p style='{'overflow:hidden;' * 20_000}'>a<img alt=CEOP>",
    "a style for each width": (
        f"<style>{''.join(f'@media(width>{i}px){{p{{left:0}}}}' for i in range(400))}</style>"
        f"{'<p>a' * 400}<img alt=CEOP>"
    ),
    "rules in rules": f"<style>{'a{' * 50_000}</style><img alt=CEOP>",
    "no in no": f"<style>{':not(' * 5_000}{')' * 5_000}{{color:red}}</style><p>a<img alt=CEOP>",
    "siblings of siblings": f"<style>{'p~p~p p+p{left:0}' * 9}</style>{'<p>a' * 999}<img alt=CEOP>",
    "torn from the start": "\x01<\x02<a <!-- \ud7ff <p>",
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_whatever_a_page_is_the_check_comes_to_an_end(page: str, tmp_path: Path) -> None:
    """Without an error of its own."""
    broken_rules(page, tmp_path)
