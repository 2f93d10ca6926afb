"""Whatever a translation loses or puts in, the check finds it, and no screen shows it."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from babel.messages.catalog import Message
from hypothesis import given, settings
from hypothesis import strategies as st

from guide import failsafe
from guide.commands.rendering import NARROW, ScreenRenderer
from guide.conversation.events import Contact, Event
from guide.flow.library import load_library
from guide.flow.model import Library
from guide.front.cells import cells
from guide.i18n import catalogue, fidelity, load
from guide.i18n.catalogue import Catalogue
from guide.i18n.pseudo import CODES
from guide.i18n.words import Words
from guide.project import Project
from guide.translate import texts
from guide.translate.audit import audit
from guide.translate.glossary import meaning_faults
from guide.translate.screens import LanguageScreen, language_screens
from guide.translate.sheet import Glossary
from tests.support.locales import change, draft, make, only, reviewed, strange
from tests.support.talking import ROOT, SHIPPED, TINY

LOCALES = ROOT / "locales"
SHIPPED_LANGUAGES = tuple(catalogue.language_codes(str(LOCALES)))
CALL = "Call {childline_name} on {childline_phone} first."
DANGER = "Is anyone in danger now?"


def codes(folder: Path, fill: Callable[[Message], None]) -> set[str]:
    """The codes of every fault of a language filled this way."""
    return {fault.code for fault in audit(Project(str(TINY), make(folder, fill)))}


def says(words: str) -> Callable[[Message], None]:
    """A translation that says just this."""

    def fill(message: Message) -> None:
        message.string = words

    return fill


def test_a_whole_translation_has_no_fault(tmp_path: Path) -> None:
    assert set() == codes(tmp_path, reviewed)


FAULTS = {
    "a lost placeholder": (CALL, "Ring {childline_name}.", "locale-changed"),
    "an invented placeholder": (DANGER, "Is {childline_name} there?", "locale-changed"),
    "a broken placeholder": (CALL, "{childline_name} {childline_phone", "locale-changed"),
    "a number typed in": (DANGER, "Call 999?", "locale-changed"),
    "a number changed": ("11 to 17", "11 to 71", "locale-changed"),
    "numbers swapped": ("11 to 17", "17 to 11", "locale-changed"),
    "a number on a word": (DANGER, "Is anyone in danger at home2?", "locale-changed"),
    "digits of another script": ("11 to 17", "\u06f1\u06f1 to \u06f1\u06f7", "locale-changed"),
    "a link typed in": (DANGER, "See www.example.org", "locale-changed"),
    "an address typed in": (DANGER, "Write to a@b", "locale-changed"),
    "markup": (DANGER, "Is <b>anyone</b> there?", "locale-changed"),
    "a colour of Rich": (DANGER, "[bold]Is anyone there?[/bold]", "locale-changed"),
    "a control character": (DANGER, "Is anyone\x1b[2J there?", "locale-changed"),
    "a bidi override": (DANGER, "Is \u202eanyone there?", "locale-changed"),
    "a zero-width space": (DANGER, "Is any\u200bone there?", "locale-changed"),
    "a line break": (DANGER, "Is anyone\nthere?", "locale-changed"),
    "letters that imitate others": (DANGER, "Is \u0430nyone there?", "locale-changed"),
    "words far too long": ("Yes", "word " * 40 + "word", "locale-too-long"),
    "a blank at the end": (DANGER, "Is anyone there? ", "locale-blank"),
    "English left as it is": (DANGER, DANGER, "locale-english"),
    "nothing": (DANGER, "", "locale-missing-safety"),
    "only blanks": (DANGER, "   ", "locale-changed"),
    "only marks": (DANGER, "...?", "locale-changed"),
    "only joiners": (DANGER, "\u200c\u200d", "locale-changed"),
    "a sign that is a blank": (DANGER, "\u2800", "locale-changed"),
    "two answers with the same words": ("No", strange("Yes"), "locale-same-words"),
}


@pytest.mark.parametrize(("english", "words", "code"), FAULTS.values(), ids=FAULTS.keys())
def test_each_fault_is_found(english: str, words: str, code: str, tmp_path: Path) -> None:
    assert {code} == codes(tmp_path, only(english, says(words)))


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("11 to 71", "11, 17 there, 11, 71 here"),
        ("11", "11, 17 there, 11 here"),
        ("11 to 17 and 17", "11, 17 there, 11, 17, 17 here"),
        ("from one to another", "11, 17 there, none here"),
    ],
)
def test_numbers_are_counted_and_both_sides_told(words: str, numbers: str, tmp_path: Path) -> None:
    """One lost, changed or too many: a translator reads which, and does not look for an order."""
    locales = make(tmp_path, only("11 to 17", says(words)))
    (fault,) = audit(Project(str(TINY), locales))

    assert fault.what.endswith(f"The numbers are not those of the English: {numbers}.")


def test_a_draft_is_told_once_and_is_no_error(tmp_path: Path) -> None:
    found = audit(Project(str(TINY), make(tmp_path, draft)))

    assert {("locale-draft", "warning")} == {(fault.code, fault.severity) for fault in found}
    assert 1 == len(found)


def test_an_entry_that_stands_twice_is_found(tmp_path: Path) -> None:
    """Which of the two would run is nothing to leave to chance."""
    locales = make(tmp_path, reviewed)
    path = Path(catalogue.po_path(locales, "cy", "flows"))
    entry = 'msgctxt "danger.ask"\nmsgid "Is anyone in danger now?"\nmsgstr "Other words?"\n'
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")

    assert ["locale-twice"] == [fault.code for fault in audit(Project(str(TINY), locales))]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"Language: cy.*\n', "", "locale-header"),
        ("charset=utf-8", "charset=latin-1", "locale-unreadable"),
        ("Language: cy", "Language: pl", "locale-unreadable"),
    ],
)
def test_a_header_that_lies_is_found(old: str, new: str, code: str, tmp_path: Path) -> None:
    locales = make(tmp_path, reviewed)
    path = Path(catalogue.po_path(locales, "cy", "flows"))
    path.write_text(re.sub(old, new, path.read_text(encoding="utf-8"), count=1), encoding="utf-8")

    assert code in {fault.code for fault in audit(Project(str(TINY), locales))}


def test_faults_of_several_languages_come_in_one_run_in_order(tmp_path: Path) -> None:
    locales = make(tmp_path, only(DANGER, says("999?")), "pl")
    make(tmp_path, only(DANGER, says("999?")), "cy")
    Path(catalogue.po_path(locales, "cy", "guide")).write_text("?", encoding="utf-8")
    found = audit(Project(str(TINY), locales))

    assert sorted(found, key=lambda fault: fault.place) == found
    assert {"cy", "pl"} == {fault.place.file[:2] for fault in found}


GLOSSARY = Glossary({"trust": ("ymddiried",)}, ("nid", "peid"), ("ie",), ("na",))
MEANINGS = [
    ("statements.x", "This is not your fault.", "Dy fai di yw hyn.", "error"),
    ("statements.x", "This is not your fault.", "Nid dy fai di yw hyn.", None),
    ("statements.x", "Do not share it.", "Peidiwch â'i rannu.", None),
    ("statements.x", "Do not share it.", "Rhannwch ef.", "error"),
    ("statements.x", "Do not pay. Do not reply.", "Talwch. Peidiwch ag ateb.", "error"),
    ("statements.x", "Do not pay. Do not reply.", "Peidiwch â thalu na'u hateb.", None),
    ("statements.x", "Do not pay. Go if they cannot see.", "Peidiwch â thalu. Ewch.", None),
    ("danger.options.yes.say", "Yes", "Na", "error"),
    ("danger.options.no.say", "No", "Ie", "error"),
    ("danger.options.no.say", "No", "Na", None),
    ("danger.options.none.say", "None of these", "Ie", None),
    ("statements.y", "Tell an adult you trust.", "Dywed wrth oedolyn.", "warning"),
    ("statements.y", "Tell an adult you trust.", "Dywed wrth oedolyn yr ymddiriedi ynddo.", None),
]


@pytest.mark.parametrize(("address", "english", "words", "severity"), MEANINGS)
def test_the_glossary_shows_words_that_mean_something_else(
    address: str, english: str, words: str, severity: str | None
) -> None:
    """A lost "not", a yes for a no, a term said in words of one's own."""
    from guide.flow.model import Text
    from guide.problems import Place

    text = Text(address, english, Place("flows/x.yaml"), "Says so.")
    found = [fault[0] for fault in meaning_faults(text, words, GLOSSARY)]

    assert ([severity] if severity else []) == found


WITHOUT_A_NOTE = [
    ("It is not your fault that you saw it.", "Dy fai di yw ei weld.", ["error"]),
    ("Do not send it on.", "Anfonwch ef.", ["error"]),
    ("It is not far.", "Mae'n agos.", []),
    ("You do not have to meet them.", "Rhaid i ti gwrdd â nhw.", ["error"]),
    ("Go to a safe place. Say where you are.", "Dos i le diogel. Nid dweda ble.", ["error"]),
    ("Go to a safe place. Say where you are.", "Dos i le diogel. Dweda ble rwyt ti.", []),
    ("The form may be short.", "Nid yw'r ffurflen yn hir.", []),
]


@pytest.mark.parametrize(("english", "words", "severities"), WITHOUT_A_NOTE)
def test_a_line_that_clears_or_forbids_keeps_its_not_without_a_note(
    english: str, words: str, severities: list[str]
) -> None:
    """Nobody has to mark it with `safety:` first; and one that advises gets none put in."""
    from guide.flow.model import Text
    from guide.problems import Place

    text = Text("ending.before", english, Place("flows/x.yaml"))

    assert severities == [fault[0] for fault in meaning_faults(text, words, GLOSSARY)]


def test_a_phrase_for_no_answer_is_found(tmp_path: Path) -> None:
    """With the name it may have been meant to be."""
    locales = make(tmp_path, reviewed)
    sheet = Path(locales) / "cy" / "phrases.yaml"
    sheet.write_text("phrases:\n  worry.bullyin: [maen nhw'n gas]\n", encoding="utf-8")
    (fault,) = audit(Project(str(TINY), locales))

    assert (
        'cy/phrases.yaml:2: locale-sheet: Nothing is called "worry.bullyin". '
        'Did you mean "worry.bullying"?' == str(fault)
    )


# -- what is done to a good translation, whatever it is


CONTACTS = load_library(str(SHIPPED)).contacts
ALL_TEXTS = texts.of_flows(load_library(str(SHIPPED)))
ENGLISH = [text.source for text in ALL_TEXTS]
WITH_DIGITS = [english for english in ENGLISH if fidelity.digits(english)]
WITH_PLACEHOLDERS = [english for english in ENGLISH if fidelity.placeholders(english)]


@settings(max_examples=200)
@given(st.sampled_from(WITH_PLACEHOLDERS), st.data())
def test_a_placeholder_cannot_be_dropped(english: str, data: st.DataObject) -> None:
    words = strange(english)
    name = data.draw(st.sampled_from(fidelity.placeholders(english)))

    assert () == fidelity.losses(english, words)
    assert fidelity.losses(english, words.replace(f"{{{name}}}", "", 1))


@settings(max_examples=200)
@given(st.sampled_from(WITH_DIGITS), st.data())
def test_a_digit_cannot_be_changed(english: str, data: st.DataObject) -> None:
    words = strange(english)
    spots = [
        m.start() for m in re.finditer(r"\d", re.sub(r"\{.*?\}", lambda m: "x" * len(m[0]), words))
    ]
    spot = data.draw(st.sampled_from(spots))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != words[spot]]))

    assert fidelity.losses(english, words[:spot] + other + words[spot + 1 :])


HIDDEN = st.sampled_from(
    "\x00\x07\x1b\x7f\x85\u200b\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\n\r\t"
)


@settings(max_examples=200)
@given(st.sampled_from(ENGLISH), HIDDEN, st.integers(0, 1000))
def test_nothing_hidden_can_be_put_in(english: str, hidden: str, spot: int) -> None:
    words = strange(english)
    spot %= len(words) + 1

    assert fidelity.losses(english, words[:spot] + hidden + words[spot:])


@settings(max_examples=300)
@given(st.sampled_from(ENGLISH), st.text(max_size=60))
def test_whatever_is_accepted_can_be_shown(english: str, words: str) -> None:
    """Every placeholder of an accepted translation can be filled, and it says the same figures."""
    if fidelity.losses(english, words):
        return
    text = next(text for text in ALL_TEXTS if text.source == english)
    key = f"{text.address}\x04{english}"
    found = Catalogue("cy", "", False, False, "", ", ", {key: words}, {})
    said = Words(CONTACTS, "cy", found).say(text)

    assert figures(Words(CONTACTS).say(text)) == figures(said) or not words


# -- every shipped language, over every screen


def figures(shown: str) -> list[str]:
    """Every number and link in words, in order."""
    return re.findall(r"https://[^\s\u200e]+|\d+", shown)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(str(SHIPPED))


@pytest.fixture(scope="module")
def all_screens(library: Library) -> list[LanguageScreen]:
    return language_screens(library)


def in_language(library: Library, code: str) -> Words:
    found = load.load_catalogue(str(LOCALES), code)
    assert found, code
    return Words(library.contacts, code, found)


NO_WORDS = {
    *("english", "step", "key", "id", "kind", "ending", "urgency", "number", "about", "opens"),
}
"""Fields of events that are no words, or not those of the language."""


def words_of(events: tuple[Event, ...]) -> Iterator[str]:
    """All words of events, in the order they are shown, but the English beside a draft."""
    for event in events:
        yield from _words_of(event)


def _words_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        fields = getattr(value, "_fields", range(len(value)))
        for name, part in zip(fields, value, strict=True):
            if name not in NO_WORDS:
                yield from _words_of(part)


class ToldScreen(NamedTuple):
    """One screen in one language."""

    screen: LanguageScreen
    events: tuple[Event, ...]
    twin: str
    """The screen in plain mode, 40 columns wide."""

    def contacts_and_figures(self) -> tuple[list[str], list[str]]:
        """The contacts of a screen, and every number and link on it, in order."""
        contacts = [event.id for event in self.events if isinstance(event, Contact)]
        return contacts, figures(" ".join(words_of(self.events)))


def told_screens(library: Library, screens: list[LanguageScreen], code: str) -> list[ToldScreen]:
    """Each screen in a language, gone to once for all that is asked of it."""
    words = Words(library.contacts) if code == "en" else in_language(library, code)
    renderer = ScreenRenderer(library, words)
    # The twin goes to its screen, and leaves the conversation there.
    twins = ((screen, renderer.twin(screen)) for screen in screens)
    return [ToldScreen(screen, renderer.talk.again(), twin) for screen, twin in twins]


@pytest.fixture(scope="module")
def in_english(library: Library, all_screens: list[LanguageScreen]) -> list[ToldScreen]:
    return told_screens(library, all_screens, "en")


@pytest.fixture(scope="module", params=["en", *SHIPPED_LANGUAGES, *CODES])
def told(
    request: pytest.FixtureRequest,
    library: Library,
    all_screens: list[LanguageScreen],
    in_english: list[ToldScreen],
) -> list[ToldScreen]:
    """Every screen of every conversation, in each language."""
    return (
        in_english if request.param == "en" else told_screens(library, all_screens, request.param)
    )


def test_every_screen_has_the_contacts_digits_and_links_of_the_english(
    told: list[ToldScreen], in_english: list[ToldScreen]
) -> None:
    """The same, in the same order, on every screen of every conversation."""
    for one, english in zip(told, in_english, strict=True):
        assert english.contacts_and_figures() == one.contacts_and_figures(), one.screen.way


def test_nothing_is_cut_at_40_columns(told: list[ToldScreen]) -> None:
    """Every word of every screen is there, and only a link may be longer than its line."""
    for one in told:
        shown = " ".join(one.twin.split())
        for line in one.twin.splitlines():
            assert cells(line) <= NARROW or "https://" in line, line
        for said in words_of(one.events):
            assert " ".join(said.split()) in shown, said


def test_the_card_for_when_all_breaks_speaks_every_shipped_language() -> None:
    """It needs no file, so its words stand in the program: nobody may forget them."""
    assert set(SHIPPED_LANGUAGES) <= set(failsafe.CARDS)


@pytest.mark.parametrize("code", SHIPPED_LANGUAGES)
def test_a_shipped_language_has_no_error_and_is_up_to_date(code: str) -> None:
    found = audit(Project(str(SHIPPED), str(LOCALES)), [code])
    told = [f for f in found if f.severity == "error" or f.code in ("locale-out-of-date",)]

    assert [] == [str(fault) for fault in told]


def test_an_error_is_never_shown(tmp_path: Path) -> None:
    """What the check calls changed, the run time does not use."""
    locales = make(tmp_path, reviewed)
    for english, words, code in FAULTS.values():
        if code == "locale-changed":
            change(locales, only(english, says(words), lambda _: None))
    found = load.load_catalogue(locales, "cy")
    assert found
    used = {*found.reviewed.values(), *found.drafts.values()}

    assert not used & {words for _, words, code in FAULTS.values() if code == "locale-changed"}


def test_a_file_cut_short_anywhere_is_never_called_whole(tmp_path: Path) -> None:
    """By a full disk or a broken copy: an error, or a count of what has no translation."""
    locales = make(tmp_path, reviewed)
    path = Path(catalogue.po_path(locales, "cy", "flows"))
    content = path.read_bytes()
    project = Project(str(TINY), locales)
    whole = [fault for fault in audit(project, ["cy"]) if "missing" in fault.code]
    ends = [*range(0, len(content), 211), *range(len(content) - 40, len(content.rstrip()))]
    silent = []
    for end in ends:
        path.write_bytes(content[:end])
        faults = audit(project, ["cy"])
        if not any(f.severity == "error" or f.code.startswith("locale-missing") for f in faults):
            silent.append(end)

    assert [] == whole
    assert [] == silent
