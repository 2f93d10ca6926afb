"""The learned ears of other languages: what they learned from, what they hear, what stands above.

Nobody who speaks a language has read its sentences, nor the lines here: all of them are drafts.
"""

import csv
import shutil
from collections import Counter
from pathlib import Path

import pytest

from guide.check import run
from guide.project import Project
from guide.understanding import phrases
from guide.understanding.ear import (
    NOTHING,
    OF_ENGLISH,
    OF_OTHERS,
    Ear,
    Heard,
    header,
    language_model_path,
    made_ear,
    packed,
    read_model,
    taken_together,
)
from guide.understanding.guesses import Guesser
from guide.understanding.meanings import things
from guide.understanding.recognizer import Recognizer
from guide.understanding.recognizers import Recognizers
from guide.understanding.signs import Match
from tests.support.hearing import PHRASES, shipped
from tests.support.talking import ROOT
from tests.test_learned_ear import ALIKE, VOICES, threes
from tools import train_ear

FLOWS, LOCALES = str(ROOT / "flows"), str(ROOT / "locales")
LANGUAGES = train_ear.languages()
RECOGNIZERS = Recognizers(shipped(), FLOWS, LOCALES)

WORRIES = [
    ("cy", "ma nhw'n hala fi i werthu stwff i bobl ar y stad", "criminal-exploitation"),
    ("cy", "ma bois yn gweiddi petha afiach am fy mronna yn y coridor", "sexual-harassment-school"),
    ("pl", "ktoś mi coś wsypał do drinka na imprezie", "spiking"),
    ("pl", "chłopaki na korytarzu komentują mój biust", "sexual-harassment-school"),
    ("uk", "хлопці в коридорі обговорюють мої груди", "sexual-harassment-school"),
    ("uk", "тип з діскорду хоче бачити мене без одягу", "sexual-pressure"),
    ("ur", "mujhe baray larkon ke paise dene hain weed ke", "criminal-exploitation"),
    ("ur", "main lunch nahi khati kyunke moti lagti hun", "eating"),
    (
        "ur",
        "ammi roz raat ko nashe mein hoti hain main bhai ko sambhalti",
        "drink-or-drugs-at-home",
    ),
]
NO_WAS_SAID = [
    ("cy", "nath e fe i fi er wedes i na"),
    ("pl", "on to zrobił chociaż mówiłam że nie chcę"),
    ("uk", "він зробив це хоч я сказала ні"),
    ("ur", "us ne kiya halan ke maine na kaha"),
]
EVERYDAY = [
    ("cy", "pryd mae'r gwaith cartref mathemateg i mewn"),
    ("cy", "ni'n mynd i'r sinema gyda'r teulu dydd sadwrn"),
    ("pl", "jutro gramy mecz i ide z tata na basen"),
    ("pl", "jaka jest stolica francji"),
    ("uk", "завтра йдемо з класом до музею"),
    ("uk", "як приготувати млинці на сніданок"),
    ("ur", "kal school mein cricket match hai"),
    ("ur", "biryani kaise banate hain batao"),
]


def rows(language: str) -> list[dict[str, str]]:
    path = PHRASES / "languages" / f"ear-{language}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def model(language: str) -> bytes:
    return read_model(language_model_path(LOCALES, language))


def without_ear(language: str) -> Guesser:
    """Hears as a language without a model is heard."""
    index = RECOGNIZERS.guesser(language).recognizer.index._replace(ear=b"")
    return Guesser(Recognizer(shipped(), index))


def matters(guesser: Guesser, text: str) -> list[str]:
    """What is guessed to be the matter, but for what is only kept so that it is not lost."""
    guesses = guesser.guess(guesser.recognizer.recognize(text), "who", {})
    return [guess.group for guess in guesses.matters if not guess.kept]


def test_each_shipped_language_has_an_ear_of_its_own() -> None:
    assert ["cy", "pl", "uk", "ur"] == LANGUAGES
    assert all(map(model, LANGUAGES))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_model_was_trained_from_the_sentences_that_stand_here(language: str) -> None:
    """After a change of a sentence, of the features or of a setting: `make train`."""
    assert train_ear.fingerprint(language) == header(model(language))["made-from"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_model_names_only_what_the_flows_have_and_is_small(language: str) -> None:
    assert set(header(model(language))["labels"]) <= {NOTHING, *things(shipped())}
    assert len(model(language)) < 650_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentences_are_many_and_of_many_voices_and_ages(language: str) -> None:
    told = rows(language)
    voices = Counter(row["voice"] for row in told)
    ages = Counter(row["age"] for row in told)
    named = Counter(name for row in told for name in row["concern"].split(","))
    concerns = {value for value, _ in shipped().facts["concern"].values}

    assert len(told) >= 1_000
    assert set(VOICES) == set(voices)
    assert all(ages[str(age)] >= 10 for age in range(10, 18))
    assert concerns - set(named) <= {"not-said", "unsure"}
    assert named["none"] >= 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_another_one_again(language: str) -> None:
    holders: dict[str, list[int]] = {}
    alike = []
    for number, row in enumerate(rows(language)):
        mine = threes(row["text"].lower())
        shared = Counter(other for three in mine for other in holders.get(three, ()))
        if max(shared.values(), default=0) >= ALIKE * len(mine):
            alike.append(row["text"])
        for three in mine:
            holders.setdefault(three, []).append(number)

    assert [] == alike


@pytest.mark.parametrize(("language", "text", "concern"), WORRIES)
def test_a_worry_is_heard_in_words_that_no_translator_listed(
    language: str, text: str, concern: str
) -> None:
    """The phrases alone miss it, or take it for something else first."""
    assert f"concern={concern}" not in matters(without_ear(language), text)[:1]
    assert f"concern={concern}" == matters(RECOGNIZERS.guesser(language), text)[0]


@pytest.mark.parametrize(("language", "text"), NO_WAS_SAID)
def test_what_was_done_though_no_was_said_is_heard_without_a_word_for_it(
    language: str, text: str
) -> None:
    """A line of this kind was unsafe in the list kept apart."""
    assert "concern=sexual-in-person" in matters(RECOGNIZERS.guesser(language), text)[:3]


@pytest.mark.parametrize(("language", "text"), EVERYDAY)
def test_everyday_lines_raise_no_concern(language: str, text: str) -> None:
    assert [] == matters(RECOGNIZERS.guesser(language), text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_without_a_model_is_heard_by_its_phrases(language: str) -> None:
    """As it was before there were models."""
    own = phrases.load_phrases(LOCALES, language)
    heard = without_ear(language).recognizer.recognize(own["is-it-private"][0])

    assert heard.likely == heard.matches
    assert "topic=is-it-private" in heard.whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_danger_and_a_translators_own_phrase_stand_above_the_ear(language: str) -> None:
    """An ear that takes every line for nothing loses neither."""
    index = RECOGNIZERS.guesser(language).recognizer.index
    labels = header(index.ear)["labels"]
    deaf = {"labels": labels, "base": [9.0 * (of == NOTHING) for of in labels], "scale": 0.01}
    guesser = Guesser(Recognizer(shipped(), index._replace(ear=packed(deaf, {"w x": {0: 1}}))))
    own = phrases.load_phrases(LOCALES, language)

    assert guesser.may_be_danger(guesser.recognizer.recognize(own["danger"][0]))
    whole = guesser.guess(guesser.recognizer.recognize(own["is-it-private"][0]), "who", {})
    assert "topic=is-it-private" == whole.matters[0].group


@pytest.mark.parametrize("language", LANGUAGES)
def test_english_typed_in_another_language_is_none_of_its_ears_business(language: str) -> None:
    """It is heard by the English concepts, as before, though the ear knows some of its words."""
    heard = RECOGNIZERS.guesser(language).recognizer.recognize("he keeps begging me for nudes")

    assert heard.likely == heard.matches
    assert "concern=sexual-pressure" in heard.likely


def test_a_part_of_a_sign_counts_in_another_language_where_the_ear_is_not_sure() -> None:
    """Translators list fewer phrases, so what is heard in part is not lost to the ear."""
    sign = Match("concern=scam", 4.0, "", 0.7, (), (), full=False)
    heard = Heard({}, 0.5, frozenset({"concern=scam"}))

    for weighing, kept in ((OF_ENGLISH, False), (OF_OTHERS, True)):
        likely = taken_together({sign.of: sign}, heard, {}, exact=False, weighing=weighing)
        assert kept == (sign.of in likely)


@pytest.mark.parametrize("damage", [b"", b"{}\n", b"no model at all", model("cy")[:-100]])
def test_a_damaged_model_is_as_if_there_were_none(tmp_path: Path, damage: bytes) -> None:
    """Who types is heard by the phrases, and the check says what is wrong."""
    shutil.copytree(ROOT / "locales" / "cy", tmp_path / "cy")
    (tmp_path / "cy" / "ear.model").write_bytes(damage)
    guesser = Recognizers(shipped(), FLOWS, str(tmp_path)).guesser("cy")
    text = phrases.load_phrases(LOCALES, "cy")["is-it-private"][0]

    assert made_ear(damage) is None
    assert "topic=is-it-private" in guesser.recognizer.recognize(text).whole


def test_a_label_that_is_none_counts_nothing() -> None:
    says = {"labels": ["concern=bullying", NOTHING], "base": [0.0, 0.0], "scale": 0.05}
    heard = Ear(packed(says, {"w mean": {0: 120, 200: 120}})).hear({"w mean"})

    assert ["concern=bullying"] == list(heard.matches)


def test_a_damaged_model_fails_the_check(tmp_path: Path) -> None:
    (tmp_path / "cy").mkdir()
    (tmp_path / "cy" / "ear.model").write_bytes(b"no model at all")

    told = run._broken_ear(Project(FLOWS, str(tmp_path)), "cy")
    assert [("locale-ear", "cy/ear.model")] == [(each.code, str(each.place)) for each in told]
    assert [] == list(run._broken_ear(Project(FLOWS, LOCALES), "cy"))
    assert [] == list(run._broken_ear(Project(FLOWS, LOCALES), "br"))


@pytest.mark.soak
@pytest.mark.parametrize("language", LANGUAGES)
def test_training_anew_finds_the_same_labels_on_every_row(language: str) -> None:
    pytest.importorskip("sklearn")
    finds = train_ear.untrained(shipped(), language)
    anew = Ear(train_ear.make_model(shipped(), language), OF_OTHERS)
    kept = Ear(model(language), OF_OTHERS)

    differs = [
        row.text
        for row in train_ear.all_rows(shipped(), language)
        if _best(anew.hear(named := finds.features(row.text))) != _best(kept.hear(named))
    ]
    assert [] == differs


def _best(heard: Heard) -> str:
    return max(heard.matches, key=lambda of: heard.matches[of].score, default=NOTHING)
