"""A language with a fault costs that language alone: the kiosk opens, and says which and why."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from functools import cache
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest
from babel.localedata import locale_identifiers
from babel.messages.catalog import Message

from guide.check import run
from guide.check.finding import Report
from guide.commands import check, kiosk, kiosk_ready
from guide.commands.parser import parser
from guide.conversation.conversation import Conversation, Folders
from guide.flow.library import load_library
from guide.front.chat.state import ChatState
from guide.i18n import catalogue, po_parser
from guide.kiosk import looks, selfcheck
from guide.kiosk.looks import Looks
from guide.kiosk.site import offered
from guide.problems import FlowError
from guide.project import Project
from guide.settings import UsageError
from guide.translate import po_store, sound
from guide.understanding.index import EnglishPhrases
from guide.understanding.recognizers import Recognizers
from tests.support.hearing import shipped
from tests.support.locales import change, make, nothing, reviewed
from tests.support.talking import ROOT, TINY, guide
from tests.support.terminals import opened

Break = Callable[[Path], None]
"""Does something to the folder of one language."""

FLOWS, PROGRAM = "LC_MESSAGES/flows.po", "LC_MESSAGES/guide.po"


class Kind(NamedTuple):
    """A thing that may be the matter with a language."""

    happen: Break
    reason: str = ""
    """What the operator reads; empty where the language is sound all the same."""
    in_part: str = ""
    """What the operator reads of a language that is offered, and stands in English in part."""


def entries(change_one: Callable[[Message], None]) -> Break:
    """Do something to every entry of its PO files."""
    return lambda folder: change(str(folder.parent), change_one, folder.name)


def text(name: str, do: Callable[[str], str]) -> Break:
    """Write one of its files anew."""

    def write(folder: Path) -> None:
        path = folder / name
        before = path.read_text("utf-8") if path.exists() else ""
        path.write_text(do(before), "utf-8")

    return write


def gone(*names: str) -> Break:
    """Take some of its files away."""

    def take(folder: Path) -> None:
        for name in names:
            (folder / name).unlink(missing_ok=True)

    return take


def both(*breaks: Break) -> Break:
    """Do one thing after another."""

    def do(folder: Path) -> None:
        for one in breaks:
            one(folder)

    return do


def header(name: str, line: str) -> Break:
    """Say something else, or nothing, in one line of the header of its flows.po."""

    def say(before: str) -> str:
        lines = before.split("\n")
        at = next(n for n, old in enumerate(lines) if old.startswith(f'"{name}:'))
        lines[at : at + 1] = [line] if line else []
        return "\n".join(lines)

    return text(FLOWS, say)


def says(english: str, words: str) -> Break:
    """Say one text in these words, as a draft."""

    def fill(message: Message) -> None:
        if message.id == english:
            message.string = words
            message.flags.add("fuzzy")

    return entries(fill)


def loses_a_placeholder(message: Message) -> None:
    """What is most easily lost: a number to call."""
    if "{childline_phone}" in str(message.id):
        message.string = str(message.string).replace("{childline_phone}", "")
        message.flags.add("fuzzy")


def not_utf_8(folder: Path) -> None:
    path = folder / FLOWS
    path.write_bytes(path.read_bytes() + "# \u017c\u00f3\u0142w\n".encode("iso-8859-2"))


def a_folder_for_a_file(folder: Path) -> None:
    (folder / PROGRAM).unlink()
    (folder / PROGRAM).mkdir()


def a_pipe_for(name: str) -> Break:
    """A pipe that nobody writes to: whoever opened it would wait for ever."""

    def make_pipe(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        os.mkfifo(folder / name)

    return make_pipe


def huge(folder: Path) -> None:
    with (folder / FLOWS).open("ab") as file:
        file.truncate(catalogue.MAX_PO_BYTES + 1)


def twice(folder: Path) -> None:
    file = po_store.load_po(folder / FLOWS, folder.name)
    entry = next(message for message in po_parser.message_entries(file) if message.context)
    words = f'msgctxt "{entry.context}"\nmsgid "{entry.id}"\nmsgstr "x"\n'
    text(FLOWS, lambda before: before + words)(folder)


PLURAL_ENTRY = '\nmsgid "one"\nmsgid_plural "many"\nmsgstr[0] "un"\n'
SWAPPED = both(
    text("glossary.yaml", lambda _: '"yes": [ie]\n"no": [na]\n'),
    entries(lambda m: setattr(m, "string", "Na") if m.id == "Yes" else None),
)

FAULTY = {
    "a draft that lost a number": Kind(entries(loses_a_placeholder), "_phone} is missing."),
    "another number": Kind(says("11 to 17", "12 to 18"), "The numbers are not those"),
    "only blanks": Kind(says("Yes", "   "), "There is no word in it."),
    "two answers alike": Kind(both(says("Yes", "Hm"), says("No", "Hm")), "have the same words"),
    "the opposite": Kind(SWAPPED, '"Yes" is translated to its opposite.'),
    "an entry twice": Kind(twice, "This entry stands twice."),
    "a plural entry": Kind(text(FLOWS, lambda t: t + PLURAL_ENTRY), "This entry has plural forms"),
    "no PO file": Kind(text(FLOWS, lambda _: "<html>\n"), "This is not how a PO file goes on."),
    "cut off": Kind(text(FLOWS, lambda t: t[: t.rindex("msgstr") + 3]), "not how a PO file"),
    "cut in a string": Kind(text(FLOWS, lambda t: t[: t.rindex('"') - 3]), "The quote that ends"),
    "cut in a comment": Kind(
        text(FLOWS, lambda t: t[: t.rindex("#. ") + 9]), "The file ends before"
    ),
    "cut in an entry": Kind(text(FLOWS, lambda t: t[: t.rindex("msgstr")]), "ends within an entry"),
    "words without quotes": Kind(
        text(FLOWS, lambda t: t[: t.rindex("msgstr")] + "msgstr broken\n"), "between quotes."
    ),
    "a quote within": Kind(
        text(FLOWS, lambda t: t[: t.rindex("msgstr")] + 'msgstr "a "b" c"\n'), "their last quote"
    ),
    "two translations": Kind(text(FLOWS, lambda t: t.rstrip() + '\nmsgstr "a"\n'), "out of place"),
    "a charset that is none": Kind(
        header("Content-Type", '"Content-Type: text/plain; charset=klingon\\n"'), '"klingon"'
    ),
    "not UTF-8": Kind(not_utf_8, "This is not UTF-8."),
    "another charset": Kind(
        header("Content-Type", '"Content-Type: text/plain; charset=koi8-r\\n"'), '"koi8-r"'
    ),
    "another language": Kind(header("Language", '"Language: qu\\n"'), 'the language is "qu"'),
    "no language": Kind(header("Language", ""), "The header names no language."),
    "far too large": Kind(huge, "The file is larger than 4 MiB."),
    "a folder for a file": Kind(a_folder_for_a_file, "This is not a regular file."),
    "a pipe for a file": Kind(a_pipe_for(PROGRAM), "This is not a regular file."),
    "a pipe for a glossary": Kind(a_pipe_for("glossary.yaml"), "This is not a regular file."),
    "a pipe for phrases": Kind(a_pipe_for("phrases.yaml"), "This is not a regular file."),
    "a glossary alone": Kind(
        both(gone(FLOWS, PROGRAM, "phrases.yaml"), lambda folder: (folder / "LC_MESSAGES").rmdir()),
        "There is no such file.",
    ),
    "a file missing": Kind(gone(PROGRAM), "There is no such file."),
    "both files missing": Kind(gone(FLOWS, PROGRAM), "There is no such file."),
    "a broken glossary": Kind(text("glossary.yaml", lambda _: "say: ["), "glossary.yaml:1: "),
    "a phrase for nothing": Kind(
        text("phrases.yaml", lambda _: "phrases:\n  no.such: [a]\n"), 'Nothing is called "no.such".'
    ),
}  # fmt: skip

PLURALS = {
    "of Transifex": "nplurals=4; plural=(n==1 ? 0 : (n%10>=2 && n%10<=4) ? 1 : 2);",
    "of CLDR": "nplurals=6; plural=(n == 0) ? 0 : ((n == 1) ? 1 : 5);",
    "of a template": "nplurals=INTEGER; plural=EXPRESSION;",
    "without end": f"nplurals={'9' * 5000}; plural={'(' * 900};",
    "that divide by nothing": "nplurals=2; plural=n/0;",
    "that are none": "none",
}
SOUND = {
    "all drafts": Kind(entries(lambda message: message.flags.add("fuzzy"))),
    "half of it": Kind(
        entries(lambda m: nothing(m) if len(str(m.id)) % 2 else None),
        in_part="safety lines have no translation.",
    ),
    "cut between entries": Kind(
        text(FLOWS, lambda t: t[: t.index("#. ", len(t) // 2)].rpartition("\n\n")[0] + "\n"),
        in_part="safety lines have no translation.",
    ),
    "no glossary": Kind(gone("glossary.yaml")),
    "no phrases": Kind(gone("phrases.yaml")),
    "no plurals": Kind(header("Plural-Forms", "")),
    **{
        f"plurals {name}": Kind(header("Plural-Forms", f'"Plural-Forms: {forms}\\n"'))
        for name, forms in PLURALS.items()
    },
}
KINDS = FAULTY | SOUND
TWO_LETTERS = sorted({code[:2] for code in locale_identifiers() if len(code) == 2} - {"en", "qu"})
CODES = dict(zip(KINDS, TWO_LETTERS, strict=False))
"""Each kind has a language to itself, so that one folder has them all."""


class Told(NamedTuple):
    """What a self-check wrote: its status and its lines."""

    status: int
    lines: list[str]

    @property
    def opens_in(self) -> list[str]:
        """The codes it says that it opens in."""
        (line,) = (line for line in self.lines if line.startswith("The kiosk opens in: "))
        return line.removeprefix("The kiosk opens in: ").rstrip(".").split(", ")


@pytest.fixture(scope="module", autouse=True)
def _waits_for_no_pipe() -> Iterator[None]:
    """Ends a test that opened a pipe after all."""
    with pytest.MonkeyPatch.context() as patch:
        real = open

        def opening_a_file(path: object, *arguments: object, **named: object) -> object:
            assert not isinstance(path, str | Path) or not Path(path).is_fifo(), path
            return real(path, *arguments, **named)  # type: ignore[call-overload]

        patch.setattr("builtins.open", opening_a_file)
        patch.setattr("io.open", opening_a_file)
        yield


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The self-check over a folder with a language for each kind."""
    locales = tmp_path_factory.mktemp("every kind")
    for name, code in CODES.items():
        folder = Path(make(locales, reviewed, code)) / code
        KINDS[name].happen(folder)
    with pytest.MonkeyPatch.context() as patch:
        return looked_at(patch, "--flows", str(TINY), "--locales", str(locales / "locales"))


def looked_at(patch: pytest.MonkeyPatch, *arguments: str) -> Told:
    """`guide kiosk --selfcheck` as on a good terminal, with flows that hold every rule."""
    patch.setattr(selfcheck, "terminal", lambda: "")
    for look in ("_proven", "_typed"):
        patch.setattr(looks, look, lambda *_: "")
    patch.setattr(selfcheck, "_rules_here", lambda _: "")
    patch.setenv("COLUMNS", "80")
    patch.setenv("LINES", "30")
    with redirect_stderr(StringIO()) as words:
        status = kiosk.run(parser().parse_args(["kiosk", "--selfcheck", *arguments]))
    return Told(status, words.getvalue().splitlines())


def test_every_kind_has_a_language_to_itself() -> None:
    assert set(KINDS) == set(CODES)


def test_faults_of_languages_do_not_close_the_kiosk(told: Told) -> None:
    """Whatever is the matter with however many; English is always there."""
    assert 0 == told.status
    assert "en" == told.opens_in[0]
    assert not [line for line in told.lines if line.startswith("not fit")]
    assert "ok: Every language is sound." not in told.lines


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_language_is_not_offered_and_the_operator_reads_why(name: str, told: Told) -> None:
    """By its code, in one line, with what to do."""
    code = CODES[name]
    start_of_line = f'left out: The language "{code}" is not offered. '
    (line,) = (line for line in told.lines if line.startswith(start_of_line))

    assert FAULTY[name].reason in line
    assert line.endswith(f"`guide locale check {code}` says more.")
    assert code not in told.opens_in


@pytest.mark.parametrize("name", SOUND)
def test_a_language_is_offered_for_all_that_is_no_fault(name: str, told: Told) -> None:
    """A draft, one begun, one with any rule of plurals that some tool wrote."""
    code = CODES[name]

    assert code in told.opens_in
    lines = [line for line in told.lines if f'"{code}"' in line]
    if not SOUND[name].in_part:
        assert [] == lines
        return
    (line,) = lines
    assert line.startswith(f'in part: The language "{code}" is in part in English. ')
    assert SOUND[name].in_part in line


@cache
def english_phrases() -> EnglishPhrases:
    """What every language is heard beside: no kind of fault changes it."""
    return Project(str(TINY))._english


@pytest.mark.parametrize("name", KINDS)
def test_check_fails_an_author_for_just_the_same(
    name: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`guide check` is 1 where the kiosk leaves a language out, and 0 where it does not."""
    locales = make(tmp_path, reviewed)
    folder = Path(locales) / "cy"
    KINDS[name].happen(folder)
    nothing_else = Report(str(TINY), (), load_library(str(TINY)), 0, 0, proven=True)
    monkeypatch.setattr(run, "check_folder", lambda *_, **__: nothing_else)
    for of_english in ("_of_floor", "_of_typed_words", "_of_promises", "_of_english"):
        monkeypatch.setattr(run, of_english, lambda *_: [])
    monkeypatch.setattr(Project, "_english", english_phrases())
    given = parser().parse_args(["check", str(TINY), "--locales", locales])
    status = check.run(given)
    told = capsys.readouterr().out

    assert (1 if KINDS[name].reason else 0) == status, told
    assert KINDS[name].reason in told
    assert "lural" not in told or name == "a plural entry"


OFFERED = [
    (("en", "pl"), {"pl"}, ("en",)),
    (("pl", "en"), {"pl"}, ("en",)),
    (("pl", "cy"), {"pl"}, ("en", "cy")),
    (("cy", "pl"), {"pl"}, ("cy", "en")),
    (("cy", "pl"), {"uk"}, ("cy", "pl")),
    (("pl",), {"pl"}, ("en",)),
    (("pl", "cy", "uk"), {"pl", "cy", "uk"}, ("en",)),
]


@pytest.mark.parametrize(("wanted", "left_out", "codes"), OFFERED)
def test_english_stands_in_the_place_of_what_is_left_out(
    wanted: tuple[str, ...], left_out: set[str], codes: tuple[str, ...]
) -> None:
    """So a site whose first language is broken opens in English, and there is always one."""
    assert codes == offered(wanted, left_out)


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    """Welsh, which is sound, and Polish, which has lost a number in a draft."""
    folder = make(tmp_path, reviewed, "cy")
    make(tmp_path, reviewed, "pl")
    entries(loses_a_placeholder)(Path(folder) / "pl")
    return Path(folder)


def opening(*arguments: str) -> tuple[selfcheck.KioskOpening, ChatState]:
    """What a kiosk over the tiny flows would open, and what the first person would meet."""
    ready, begin = kiosk_ready.make_ready(
        parser().parse_args(["kiosk", "--flows", str(TINY), *arguments])
    )
    return ready, begin("")


TODAY = "2026-11-26"
A_LINE, ALL = entries(loses_a_placeholder), gone(FLOWS, PROGRAM)
FIRST = [
    (A_LINE, "", (), ("en", "cy"), "en"),
    (A_LINE, "", ("--locale", "pl"), ("en", "cy"), "en"),
    (A_LINE, "", ("--locale", "pl_PL"), ("en", "cy"), "en"),
    (A_LINE, "[en, pl]", (), ("en",), "en"),
    (A_LINE, "[pl, cy]", (), ("en", "cy"), "en"),
    (A_LINE, "[cy, pl]", ("--locale", "pl"), ("cy", "en"), "en"),
    (A_LINE, "[cy, pl]", (), ("cy", "en"), "en"),
    (A_LINE, "[cy, pl]", ("--locale", "cy"), ("cy", "en"), "cy"),
    (ALL, "", ("--locale", "pl"), ("en", "cy"), "en"),
    (ALL, "[en, pl]", (), ("en",), "en"),
    (ALL, "[pl, cy]", (), ("en", "cy"), "en"),
]


@pytest.mark.parametrize(("broken", "site", "arguments", "codes", "first"), FIRST)
def test_it_opens_in_english_where_the_language_wanted_is_broken(
    broken: Break,
    site: str,
    arguments: tuple[str, ...],
    codes: tuple[str, ...],
    first: str,
    locales: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By the site or by --locale, whether a line of it is broken or all its files are gone."""
    monkeypatch.setenv("GUIDE_LOCALE", "C")
    broken(locales / "pl")
    if site:
        (tmp_path / "site.yaml").write_text(f"site: Here\nlanguages: {site}\n", "utf-8")
        arguments = (*arguments, "--site", str(tmp_path / "site.yaml"))
    ready, talk = opening("--locales", str(locales), *arguments)

    assert (codes, first) == (ready.languages, talk.conversation.language)
    assert {"pl"} == set(ready.left_out)


def test_a_site_may_name_a_language_that_is_not_there(locales: Path, tmp_path: Path) -> None:
    """Spelled wrong or taken away: it is left out with a line, and its signpost is not shown."""
    site = tmp_path / "site.yaml"
    site.write_text("site: Here\nlanguages: [xx, cy]\nsignpost: {en: Go, yy: Go}\n", "utf-8")
    ready, _ = opening("--locales", str(locales), "--site", str(site))
    why = "The site names it, and there is no such language. There is: en, cy, pl."

    assert ("en", "cy") == ready.languages
    assert (why, why) == (ready.left_out["xx"], ready.left_out["yy"])


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("empty", "There is no language in this folder."),
        ("file", "This is not a folder of languages."),
        ("nowhere", "This is not a folder of languages."),
    ],
)
def test_without_any_language_the_kiosk_opens_in_english_and_says_why(
    name: str,
    why: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A folder of locales that is empty or none is told by the self-check, and fails a check."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    site = tmp_path / "site.yaml"
    site.write_text("site: Here\nlanguages: [pl, en]\n", "utf-8")
    folder = str(tmp_path / name)
    told = looked_at(monkeypatch, "--flows", str(TINY), "--locales", folder, "--site", str(site))
    nothing_else = Report(str(TINY), (), load_library(str(TINY)), 0, 0, proven=True)
    monkeypatch.setattr(run, "check_folder", lambda *_, **__: nothing_else)
    status = check.run(parser().parse_args(["check", str(TINY), "--locales", folder]))

    assert (0, ["en"]) == (told.status, told.opens_in)
    assert any(
        line.startswith("left out: Nothing but English") and why in line for line in told.lines
    )
    assert 1 == status
    assert f"{name}: locale-none: {why}" in capsys.readouterr().out


def test_a_pipe_for_a_site_file_is_told_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "site.yaml")

    with pytest.raises(FlowError, match=r"This is not a regular file\."):
        opening("--site", str(tmp_path / "site.yaml"))


def test_a_language_that_was_never_offered_is_still_wrong_use(
    locales: Path, tmp_path: Path
) -> None:
    """Broken or not: the site does not name it."""
    (tmp_path / "site.yaml").write_text("site: Here\nlanguages: [cy]\n", "utf-8")
    site = ("--site", str(tmp_path / "site.yaml"))

    with pytest.raises(UsageError, match=r'"pl" is not offered here. There is: cy\.'):
        opening("--locales", str(locales), "--locale", "pl", *site)


def test_words_typed_in_a_language_that_is_left_out_are_not_answered_with_it(
    locales: Path,
) -> None:
    """A kiosk goes over to no language that it does not offer."""
    shutil.copy(ROOT / "locales" / "pl" / "phrases.yaml", locales / "pl" / "phrases.yaml")
    typed = "jestem w niebezpieczeństwie"
    everywhere = Recognizers(shipped(), *Folders("", str(locales)))
    here = Recognizers(shipped(), *Folders("", str(locales), ("en", "cy")))

    assert "pl" == everywhere.other_language(typed, everywhere.recognize(typed, "en"), "en")
    assert "" == here.other_language(typed, here.recognize(typed, "en"), "en")
    _, talk = opening("--locales", str(locales))
    talk.conversation.hear(typed)
    assert isinstance(talk.conversation, Conversation)
    assert ("en", "cy") == talk.conversation._folders.languages


def test_a_language_that_cannot_even_be_looked_at_is_left_out(
    locales: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of our own, or of Babel's, in one language is no fault of the others."""

    def looking(_: object, codes: list[str]) -> list[object]:
        if codes == ["cy"]:
            raise ZeroDivisionError
        return []

    monkeypatch.setattr(sound, "audit", looking)
    why = "It could not be looked at (ZeroDivisionError). `guide locale check cy` says more."

    assert {"cy": why} == Looks(Project(str(TINY), str(locales)), TODAY).looked().left_out


def test_english_is_never_left_out(locales: Path) -> None:
    """Whatever lies in a folder of its name: its words stand in the flows."""
    (locales / "en" / "LC_MESSAGES").mkdir(parents=True)

    assert {"pl"} == set(Looks(Project(str(TINY), str(locales)), TODAY).looked().left_out)


def test_a_language_in_which_a_conversation_breaks_is_left_out(
    locales: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It closes nothing for the others; without English nothing opens."""
    entries(reviewed)(locales / "pl")
    choose = ChatState.do
    broken = {"pl"}

    def do(self: ChatState, action: object) -> None:
        if self.conversation.language in broken:
            raise ZeroDivisionError
        choose(self, action)  # type: ignore[arg-type]

    monkeypatch.setattr(ChatState, "do", do)
    ready, _ = opening("--locales", str(locales))
    why = 'In the language "pl" a conversation breaks (ZeroDivisionError).'

    assert (("en", "cy"), {"pl": why}, "") == (ready.languages, ready.left_out, ready.broken)
    broken.add("en")
    ready, _ = opening("--locales", str(locales))
    assert 'In the language "en" a conversation breaks (ZeroDivisionError).' == ready.broken


def test_the_kiosk_opens_without_it_and_the_log_says_so(tmp_path: Path) -> None:
    """On a real terminal, with a site whose first language is broken: in English, and open."""
    locales = tmp_path / "locales"
    for code in ("cy", "pl"):
        shutil.copytree(ROOT / "locales" / code, locales / code)
    entries(loses_a_placeholder)(locales / "pl")
    site = tmp_path / "site.yaml"
    site.write_text("site: Here\nlanguages: [pl, cy]\n", "utf-8")
    arguments = ["kiosk", "--site", str(site), "--locales", str(locales)]
    with opened(*arguments, environment={"GUIDE_FLOWS": "", "LC_ALL": "C.UTF-8"}) as guide:
        guide.until_live()
        shown = guide.until_shown("Touch the screen or press any key")
        log = guide.raw.decode()

    assert "Cymraeg" in shown
    assert "Polski" not in shown
    assert 'left out: The language "pl" is not offered. pl/LC_MESSAGES/' in log
    assert "The kiosk opens in: en, cy." in log


def test_the_chat_keeps_every_line_of_a_faulty_language_that_can_be_used(locales: Path) -> None:
    """Whoever asked for it is not turned away: only the faulty line stands in English, marked."""
    status, shown = spoken(locales, "pl")
    _, whole = spoken(locales, "cy")

    assert 0 == status
    assert "Call Childline on 0800 1111 first." in shown
    assert "Call Childline on 0800 1111 first." not in whole
    assert "Is anyone in danger now?" not in shown


def spoken(locales: Path, code: str) -> tuple[int, str]:
    """The status and words of a conversation in plain lines that opens a heading of an ending."""
    typed = "2\n2\n1\n2\nx\n"
    done = guide("--plain", "--locale", code, "--locales", str(locales), typed=typed)
    return done.returncode, done.stdout
