"""The file of words: read with every fault at once, compiled for speed, never in the way."""

import json
import shutil
from pathlib import Path

import pytest

from guide import cache
from guide.check.typed_words import faults_of_words
from guide.flow.library import load_library
from guide.flow.model import Library
from guide.problems import FlowError, Problem
from guide.project import Project
from guide.shipped import Shipped
from guide.understanding import index, lexicon, table
from guide.understanding.concepts import DENIED
from guide.understanding.danger_words import load_danger_words
from guide.understanding.dangers import danger_table
from guide.understanding.phrases import NO_LOCALE_WORDS, LocaleWords
from guide.understanding.recognizers import Recognizers
from tests.support.hearing import shipped
from tests.support.talking import SHIPPED, TINY, forked


def words_of(tmp_path: Path, text: str) -> str:
    """A folder of flows with this file of words; gives its path."""
    (tmp_path / "words").mkdir(exist_ok=True)
    (tmp_path / "words" / "en.yaml").write_text(text, encoding="utf-8")
    return str(tmp_path)


def faults_in(flows: str, library: Library | None = None) -> list[Problem]:
    """Every fault of the files of words in a folder of flows."""
    return lexicon.read_word_folder(flows, library)[1]


def test_the_shipped_words_are_used_where_a_folder_has_none(tmp_path: Path) -> None:
    assert lexicon.load_lexicon(str(SHIPPED)) == lexicon.load_lexicon(str(tmp_path))


def test_a_folder_may_have_words_of_its_own(tmp_path: Path) -> None:
    folder = words_of(tmp_path, "concepts: {nude: [nood]}\nsayings: [so what]\n")

    assert {"nude": ("nood",)} == lexicon.load_lexicon(folder).concepts
    assert ("so what",) == lexicon.load_lexicon(folder).sayings


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "concept: {a: [b]}",
            'words/en.yaml:1: "concept" is no key of a file of words. Did you mean "concepts"?',
        ),
        ("kinds: {a: [b]}", 'words/en.yaml:1: "a" is no concept.'),
        ("distress: [dangr]\nconcepts: {danger: [danger]}", '"dangr" is no concept.'),
        ("concepts: [a, b]", "words/en.yaml:1:"),
        ("ages: {old: 12}", "words/en.yaml:1:"),
        ("concepts: {a: [b", "words/en.yaml:1: A `[` is opened here"),
        ("concepts: {a: ['* b']}", "words/en.yaml:1:"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(FlowError) as caught:
        lexicon.load_lexicon(words_of(tmp_path, text))

    assert told in str(caught.value)


def test_findings_are_every_fault_of_every_file_and_raise_nothing(tmp_path: Path) -> None:
    """For `guide check`: none for a folder without words, none for the shipped ones."""
    folder = words_of(tmp_path, "concept: {a: [b]}\nkinds: {a: [c]}\n")
    (tmp_path / "words" / "cy.yaml").write_text("never-lost: {danger: {now: [x]}}\n", "utf-8")

    assert [
        'words/cy.yaml:1: "x" is no concept.',
        'words/en.yaml:1: "concept" is no key of a file of words.',
        'words/en.yaml:2: "c" is no concept.',
    ] == [f"{found.place}: {found.what}".partition("/")[2] for found in faults_in(folder)]
    assert [] == faults_in(str(SHIPPED)) == faults_in(str(tmp_path / "words"))


WORDS = """concepts:
  threat: [threaten]
  older-man: [older man]
kinds:
  older-man: [threat]
signs:
  concern:
    bullying:
      - threat
      - older-man
  topic:
    trouble: [threat]
never-lost:
  danger:
    now: [threat]
distress: [threat]
ages:
  11-17: 11 to 17
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("bullying:", "bulying:", 8, 'is "concern: bulying", so its words are never heard. Did'),
        ("bullying:", "bulying:", 8, 'Did you mean "bullying"?'),
        ("bullying:", "scam:", 8, 'is "concern: scam", so its words are never heard. Name one'),
        ("  concern:", "  concren:", 7, 'has a "concren", so these words are never heard.'),
        ("    trouble:", "    troubel:", 12, 'is "topic: troubel", so its words'),
        ("    now:", "    know:", 15, 'is "danger: know", so its words'),
        ("  11-17:", "  12-17:", 18, 'is "age: 12-17", so its words are never heard. Did you mean'),
        ("kinds:\n  older-man", "kinds:\n  old-man", 5, '"old-man" is no concept. Did you mean'),
        ("now: [threat]", "now: [thraet]", 15, '"thraet" is no concept. Did you mean "threat"?'),
        ("distress: [threat", "distress: [threta", 16, '"threta" is no concept.'),
        ("      - older-man", "      - oldr-man", 10, '"oldr-man" is no concept. Did you mean'),
        ("      - threat", "      - threta", 9, '"threta" of a sign stands nowhere else and is no'),
        ("      - threat", "      - threta", 9, 'Did you mean "threat"? If not, list it under'),
    ],
)
def test_a_name_that_nothing_has_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, what: str
) -> None:
    """Its words would be heard by nobody, and nothing would say why."""
    library = load_library(str(TINY))
    assert [] == faults_in(words_of(tmp_path, WORDS), library)
    (problem,) = faults_in(words_of(tmp_path, WORDS.replace(old, new, 1)), library)

    assert line == problem.place.line
    assert what in f"{problem.what} {problem.what_to_do}"


def test_a_file_of_other_flows_is_one_fault(tmp_path: Path) -> None:
    """Each of its names would be told beside it, and none of them is misspelt."""
    others = "".join(f"    other-{number}:\n      - threat\n" for number in range(9))
    text = WORDS.replace("  topic:\n", f"{others}  topic:\n", 1)
    (problem,) = faults_in(words_of(tmp_path, text), load_library(str(TINY)))

    assert 'No answer or topic is "concern: other-0", nor 8 more that stand here.' == problem.what


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("bullying:", "bulying:"),
        ("  concern:", "  concren:"),
        ("  11-17:", "  12-17:"),
        ("    now:", "    know:"),
        ("      - threat", "      - threta"),
        ("distress: [threat", "distress: [threta"),
    ],
)
def test_a_check_tells_what_is_wrong_with_the_words(tmp_path: Path, old: str, new: str) -> None:
    """What they give signs of is held against the flows."""
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    words_of(tmp_path, WORDS)
    assert [] == faults_of_words(Project(str(tmp_path)))

    words_of(tmp_path, WORDS.replace(old, new, 1))
    faulty = Project(str(tmp_path))
    (finding,) = faults_of_words(faulty)

    (problem,) = faults_in(str(tmp_path), faulty.library)
    assert problem.what == finding.what


def test_names_are_held_against_the_flows_of_the_folder(tmp_path: Path) -> None:
    """As `guide check` does: the library is that of the folder that the words stand in."""
    (tmp_path / "tiny.yaml").write_text((TINY / "tiny.yaml").read_text("utf-8"), "utf-8")
    ran = forked("check", words_of(tmp_path, WORDS.replace("bullying:", "bulying:")), "--json")
    (finding,) = [one for one in json.loads(ran.stdout)["findings"] if one["code"] == "words"]

    assert 1 == ran.returncode
    assert finding["file"].endswith("words/en.yaml")
    assert (8, 'Did you mean "bullying"?') == (finding["line"], finding["what_to_do"])


def test_the_compiled_table_of_typed_words_is_the_one_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And ignored once the words, or the flows, have changed."""
    folder = Shipped(
        words_of(tmp_path, (SHIPPED / "words" / "en.yaml").read_text(encoding="utf-8"))
    )
    path = cache.write(table.CompiledWords(shipped(), folder, "", "en"))
    with monkeypatch.context() as patch:
        patch.setattr(table, "index_with", None)  # it would be called if the table were made anew
        made = table.load_table(shipped(), folder, "", "en").index

    anew = index.build_index(shipped(), lexicon.load_lexicon(folder))
    assert anew == made._replace(dangers=anew.dangers)
    assert danger_table(load_danger_words(folder)) == made.dangers
    assert made.whole != table.load_table(load_library(str(TINY)), folder, "", "en").index.whole
    words_of(tmp_path, "concepts: {nude: [nood]}\n")
    assert {} == table.load_table(shipped(), folder, "", "en").index.kinds
    Path(path).write_bytes(b"nonsense")
    assert {} == table.load_table(shipped(), folder, "", "en").index.kinds


def test_a_faulty_file_never_stops_somebody_who_types(tmp_path: Path) -> None:
    """The phrases of the flows are still heard."""
    recognizers = Recognizers(shipped(), words_of(tmp_path, "concepts: ["))
    heard = recognizers.recognize("someone on roblox", "en")

    assert heard.matches


def test_a_languages_own_denials_are_heard_in_english_phrases() -> None:
    """English phrases are read once for all languages, but where another says more of them."""
    english = index.EnglishPhrases(shipped(), lexicon.load_lexicon(str(SHIPPED)))
    own = LocaleWords({}, ("he",), (), ())

    def denied(made: index.Index) -> int:
        return sum(unit.startswith(DENIED) for _, _, units in made.signs.signs for unit in units)

    before, spoken = index.index_with(english, NO_LOCALE_WORDS), index.index_with(english, own)

    assert denied(before) < denied(spoken)
    assert before == index.index_with(english, NO_LOCALE_WORDS)
