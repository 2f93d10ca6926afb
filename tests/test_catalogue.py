"""A file that is no PO file gives one clear error, costs little, and hurts no other language."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide import cache
from guide.compiled import compile_checkout
from guide.i18n import catalogue, load, po_parser
from guide.i18n.catalogue import Unreadable
from guide.i18n.po_parser import parse_po
from guide.problems import FlowError
from guide.shipped import Shipped
from tests.support.locales import change, draft, make, nothing, only, reviewed
from tests.support.talking import TINY

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: cy\\n"\n\n'
GOOD = HEAD + 'msgctxt "a.ask"\nmsgid "Hello."\nmsgstr "Shwmae."\n'


def with_header(*lines: str) -> str:
    return HEAD.rstrip() + "\n" + "".join(f'"{line}\\n"\n' for line in lines) + "\n"


HOSTILE = {
    "nothing but a quote": 'msgid "',
    "not a PO file": "<html><body>Hello</body></html>\n",
    "a translation without a text": 'msgstr "a"\nmsgid\n',
    "text in the middle of nowhere": HEAD + '"lost"\n',
    "another charset": with_header("Content-Type: text/plain; charset=koi8-r"),
    "a charset that is none": with_header("Content-Type: text/plain; charset=../../etc/passwd"),
    "a charset that runs code elsewhere": with_header("Content-Type: text/plain; charset=zip"),
    "another language": with_header("Language: pl"),
    "a language that is a path": with_header("Language: ../../../etc/passwd"),
    "a date that is none": with_header("POT-Creation-Date: yesterday"),
    "a million plurals": with_header("Plural-Forms: nplurals=1000000; plural=n;")
    + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n',
    "a plural a million": HEAD + 'msgid "a"\nmsgid_plural "b"\nmsgstr[999999999] "c"\n',
    "a number of plurals without end": with_header(f"Plural-Forms: nplurals={'9' * 5000};"),
    "a header without end": with_header("X: " + "; a=" * 4000),
    "a header in the middle": GOOD + 'msgid ""\nmsgstr "Content-Type: text/plain; charset=x\\n"\n',
    "nothing at all in the header": 'msgid ""\nmsgstr "Content-Type: \\n"\n',
    "a keyword that is none": HEAD + 'msgwhat "a"\n',
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_gives_one_clear_error_or_none(text: str) -> None:
    """With its file and line; never another exception, never the file's own charset or plurals."""
    try:
        found = parse_po(text.encode(), "locales/cy/LC_MESSAGES/flows.po", "cy")
    except Unreadable as unreadable:
        place, what, what_to_do = unreadable.problem
        assert "cy/LC_MESSAGES/flows.po" == place.file
        assert 0 <= place.line <= text.count("\n") + 1
        assert what.endswith(".")
        assert what_to_do.endswith(".")
    else:
        assert "utf-8" == found.charset


@pytest.mark.parametrize(
    "name", ["a million plurals", "another charset", "another language", "not a PO file"]
)
def test_a_file_that_lies_is_refused(name: str) -> None:
    with pytest.raises(Unreadable):
        parse_po(HOSTILE[name].encode(), "cy/LC_MESSAGES/flows.po", "cy")


def test_a_file_that_is_not_utf_8_is_refused_by_its_line() -> None:
    content = GOOD.encode() + "# żółw\n".encode("iso-8859-2")

    with pytest.raises(Unreadable, match=r"cy/LC_MESSAGES/flows\.po:9: This is not UTF-8\."):
        parse_po(content, "cy/LC_MESSAGES/flows.po", "cy")


def test_a_huge_file_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person sees English, and does not wait for it."""
    locales = make(tmp_path, reviewed)
    path = Path(catalogue.po_path(locales, "cy", "flows"))
    with path.open("ab") as file:
        file.truncate(10 * catalogue.MAX_PO_BYTES)
    monkeypatch.setattr(cache, "read_all", lambda paths: pytest.fail(f"read {paths}"))

    assert load.load_catalogue(locales, "cy") is None


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_any_bytes_are_a_catalogue_or_an_error(content: bytes) -> None:
    """Whatever is in the file, on its own or after a good beginning."""
    for whole in (content, GOOD.encode() + content):
        try:
            parse_po(whole, "cy/LC_MESSAGES/flows.po", "cy")
        except Unreadable:
            pass


PIECES = [
    "msgid",
    "msgstr",
    "msgctxt",
    '""',
    '"a"',
    "#~",
    "#|",
    "#,",
    "fuzzy",
    "\n",
    " ",
    "\\",
    '"',
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_pieces_of_po_files_in_any_order_are_a_catalogue_or_an_error(text: str) -> None:
    try:
        found = parse_po((HEAD + text).encode(), "cy/LC_MESSAGES/flows.po", "cy")
        for message in po_parser.message_entries(found):
            po_parser.stale(message)
    except Unreadable:
        pass


def test_an_edited_file_is_what_runs(tmp_path: Path) -> None:
    """Nobody has to compile anything: a compiled form that is out of date is not used."""
    locales = Shipped(make(tmp_path, only("How old are you?", nothing)))
    compiled = cache.write(load.CompiledCatalogue(locales, "cy"))
    before = load.load_catalogue(locales, "cy")
    change(locales, only("How old are you?", lambda m: setattr(m, "string", "Oed?")))
    after = load.load_catalogue(locales, "cy")

    assert before
    assert after
    assert "age.ask\x04How old are you?" not in before.reviewed
    assert "Oed?" == after.reviewed["age.ask\x04How old are you?"]
    assert Path(compiled).exists()


def test_compiled_and_read_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fast way says nothing else than the PO files."""
    locales = Shipped(make(tmp_path, only("How old are you?", draft)))
    read = load.load_catalogue(locales, "cy")
    cache.write(load.CompiledCatalogue(locales, "cy"))
    monkeypatch.setattr(load, "_gather", None)  # it would be called to read the PO files

    assert read == load.load_catalogue(locales, "cy")


def test_a_compiled_form_that_is_no_catalogue_is_passed_over(tmp_path: Path) -> None:
    locales = Shipped(make(tmp_path, reviewed))
    compiled = Path(cache.write(load.CompiledCatalogue(locales, "cy")))
    compiled.write_bytes(b"not a catalogue")

    assert load.load_catalogue(locales, "cy")


def test_a_language_knows_its_name_its_letters_and_which_way_it_runs(tmp_path: Path) -> None:
    found = load.load_catalogue(make(tmp_path, reviewed, "ur"), "ur")

    assert found
    assert ("اردو", True) == (found.name, found.right_to_left)
    assert "é" in found.letters
    assert "، " == found.comma


def test_a_language_is_a_draft_until_every_safety_line_is_reviewed(tmp_path: Path) -> None:
    def one_draft(english: str) -> bool:
        found = load.load_catalogue(make(tmp_path / english[:5], only(english, draft)), "cy")
        assert found
        return found.draft

    assert one_draft("Is anyone in danger now?")
    assert not one_draft("How old are you?")
    missing = load.load_catalogue(make(tmp_path, only("Is anyone in danger now?", nothing)), "cy")
    assert missing
    assert missing.draft


def test_previous_english_over_several_lines_is_understood() -> None:
    """As msgmerge and Poedit write it."""
    text = HEAD + (
        '#, fuzzy\n#| msgid ""\n#| "Is anyone "\n#| "in danger?"\n'
        'msgctxt "a.ask"\nmsgid "Is anyone hurt?"\nmsgstr "A?"\n'
    )
    (message,) = po_parser.message_entries(parse_po(text.encode(), "cy/LC_MESSAGES/flows.po", "cy"))

    assert "Is anyone in danger?" == po_parser.previous(message)
    assert po_parser.stale(message)


def test_cache_is_only_read(tmp_path: Path) -> None:
    """Loading a language writes nothing."""
    locales = make(tmp_path, reviewed)
    before = sorted(Path(locales).rglob("*"))
    load.load_catalogue(locales, "cy")

    assert before == sorted(Path(locales).rglob("*"))
    assert cache.stored(load.CompiledCatalogue(locales, "cy")) is None


def test_a_broken_language_is_named_and_the_others_are_compiled(tmp_path: Path) -> None:
    """A release says which file stops it."""
    locales = make(tmp_path, reviewed)
    make(tmp_path, reviewed, "pl")
    Path(catalogue.po_path(locales, "cy", "flows")).write_text("?", encoding="utf-8")
    shutil.copytree(TINY, tmp_path / "flows")

    with pytest.raises(FlowError, match=r"^cy/LC_MESSAGES/flows\.po:1: "):
        compile_checkout(tmp_path)
    assert (Path(locales) / "pl" / "LC_MESSAGES" / load.COMPILED_CATALOGUE).exists()


def test_words_that_rest_with_their_old_english_are_no_fault() -> None:
    """As msgmerge leaves them in a file."""
    text = GOOD + '\n#, fuzzy\n#~| msgid "Old."\n#~ msgid "Gone."\n#~ msgstr "Wedi mynd."\n'
    found = parse_po(text.encode(), "cy/LC_MESSAGES/flows.po", "cy")

    assert ["Wedi mynd."] == [message.string for message in found.obsolete.values()]
