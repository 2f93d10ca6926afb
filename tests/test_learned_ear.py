"""The learned ear: what it was trained from, what it may decide, and what stands above it."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from guide.understanding import ear
from guide.understanding.ear import (
    NOTHING,
    Ear,
    EarOfFiles,
    Heard,
    header,
    model_path,
    packed,
    read_model,
    taken_together,
)
from guide.understanding.forms.animals import without_animals
from guide.understanding.guesses import Guesser
from guide.understanding.meanings import DANGER, answers, things
from guide.understanding.recognizer import Recognizer
from guide.understanding.recognizers import Recognizers
from guide.understanding.signs import Match
from tests.support.hearing import shipped
from tests.support.talking import ROOT
from tools import train_ear

FLOWS = str(ROOT / "flows")
MODEL = read_model(model_path(FLOWS))
ROWS = ROOT / "tests" / "phrases" / "ear"
VOICES = ("young_person", "friend", "parent", "adult", "professional", "adult_self")
ALIKE = 0.6
"""Rows that share so many of their groups of three letters count once."""


def rows() -> Iterator[dict[str, str]]:
    """Every labelled sentence: those of one concern first, then the mixed files, written later."""
    for path in sorted(ROWS.glob("*.tsv"), key=lambda path: (path.stem.startswith("more-"), path)):
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def threes(text: str) -> set[str]:
    return {text[at : at + 3] for at in range(len(text) - 2)}


def little_ear() -> Ear:
    """An ear that knows two words."""
    says = {"labels": ["concern=bullying", NOTHING], "base": [0.0, 0.0], "scale": 0.05}
    return Ear(packed(says, {"w mean": {0: 120}, "w pizza": {1: 120}, "w day": {0: 1}}))


def test_the_model_was_trained_from_the_sentences_that_stand_here() -> None:
    """After a change of a sentence, of the features or of a setting: `make train`."""
    assert train_ear.fingerprint() == header(MODEL)["made-from"]


def test_the_model_names_only_what_the_flows_have() -> None:
    """It is keyed to concerns, topics and danger, never to files."""
    assert set(header(MODEL)["labels"]) <= {NOTHING, *things(shipped())}


def test_the_model_is_small() -> None:
    assert len(MODEL) < 1_000_000


def test_the_sentences_are_many_and_of_many_voices_and_ages() -> None:
    """Every concern has its own, and what is about nothing has the most."""
    told = list(rows())
    voices = Counter(row["voice"] for row in told)
    ages = Counter(int(row["age"]) for row in told if row["age"])
    concerns = Counter(row["concern"] for row in told)
    named = {value for value, _ in shipped().facts["concern"].values}

    assert len(told) >= 5_000
    assert set(VOICES) == set(voices)
    assert min(voices.values()) >= 30
    assert all(ages[age] >= 30 for age in range(9, 18))
    assert named - set(concerns) <= {"not-said", "unsure"}
    assert concerns["none"] >= 0.4 * len(told)


@pytest.mark.soak
def test_no_sentence_is_another_one_again() -> None:
    """Rows that share most of their letters in threes would count twice."""
    holders: dict[str, list[int]] = {}
    alike = []
    for number, row in enumerate(rows()):
        mine = threes(row["text"].lower())
        shared = Counter(other for three in mine for other in holders.get(three, ()))
        if len(mine) > 6 and max(shared.values(), default=0) >= ALIKE * len(mine):
            alike.append(row["text"])
        for three in mine:
            holders.setdefault(three, []).append(number)

    assert [] == alike


def test_a_line_is_heard_by_its_likeliest_label_with_the_parts_that_say_so() -> None:
    heard = little_ear().hear({"w mean", "w day", "w unknown"}, tells=True)

    assert ["concern=bullying"] == list(heard.matches)
    match = heard.matches["concern=bullying"]
    assert '"mean"' == match.parts[0].unit
    assert match.full


def test_nothing_of_a_line_stays_in_what_was_heard() -> None:
    """The parts are told to an author who asks, and never kept in a conversation."""
    heard = little_ear().hear({"w mean", "w day"})

    assert "mean" not in repr(heard)


def test_a_line_about_nothing_raises_no_concern() -> None:
    heard = little_ear().hear({"w pizza"})

    assert {} == dict(heard.matches)
    assert heard.nothing > ear.SURE


def test_an_authors_own_phrase_stands_above_the_ear() -> None:
    """Typed exactly, it is what its author says it is."""
    written = {"concern=hate": Match("concern=hate", 5.0, "hate", 1.0, (), ())}
    heard = Heard({}, 0.9, frozenset({"concern=hate"}))

    assert written == dict(taken_together(written, heard, {}, exact=True))
    assert {} == dict(taken_together(written, heard, {}, exact=False))


def test_what_the_ear_does_not_know_is_heard_by_concepts() -> None:
    """Flows of others have concerns of their own."""
    written = {"concern=lost-cat": Match("concern=lost-cat", 5.0, "lost cat", 1.0, (), ())}

    for heard in (None, Heard({}, 0.9, frozenset({"concern=hate"}))):
        assert written == dict(taken_together(written, heard, {}, exact=False))


@pytest.mark.parametrize(("share", "offered"), [(0.59, False), (0.6, True)])
def test_what_no_sign_speaks_for_has_to_be_nearly_certain(share: float, offered: bool) -> None:
    """A shark in the sea is no worry."""
    learned = {"concern=flashing": Match("concern=flashing", 9.0, "", share, (), (), learned=True)}
    heard = Heard(learned, 0.35, frozenset(learned))

    assert offered == ("concern=flashing" in taken_together({}, heard, {}, exact=False))


@pytest.mark.parametrize(
    ("of", "nothing", "score"),
    [("", 0.1, 6.0), ("", 0.69, 3.0), ("", 0.7, None), ("concern=hate", 0.1, 3.0)],
)
def test_a_full_sign_of_what_the_ear_did_not_hear_is_not_lost(
    of: str, nothing: float, score: float | None
) -> None:
    """It counts half where the ear heard something else, and whole where it heard nothing."""
    signs = {"concern=scam": Match("concern=scam", 6.0, "lost money", 1.0, (), ())}
    learned = {of: Match(of, 9.0, "", 0.6, (), (), learned=True)} if of else {}
    heard = Heard(learned, nothing, frozenset({"concern=scam", "concern=hate"}))

    sign = taken_together(signs, heard, {}, exact=False).get("concern=scam")
    assert score == (sign.score if sign else None)


def test_the_ear_never_decides_about_danger() -> None:
    """Only the rules of danger do: the ear neither raises nor hides it."""
    danger = {DANGER: Match(DANGER, 5.0, "knife", 1.0, (), ())}
    learned = {DANGER: Match(DANGER, 9.0, "", 0.9, (), ())}
    known = frozenset({"concern=hate"})

    assert {} == dict(taken_together({}, Heard(learned, 0.0, known), {}, exact=False))
    assert danger == dict(taken_together(danger, Heard({}, 0.9, known), {}, exact=False))


def test_a_worry_that_is_asked_about_first_is_heard_by_the_answer_that_leads_to_it() -> None:
    """ "They want to meet me" records nothing until it is asked whether they are on their way."""
    guesser = Recognizers(shipped(), FLOWS).guesser()
    heard = guesser.recognizer.recognize("someone on snap asked me to meet up")
    guesses = guesser.guess(heard, "danger", {"who": "young-person"})

    assert "option=wants-to-meet" == guesses.matters[0].group


@pytest.mark.parametrize(
    "text", ["he has a knife", "ive taken loads of pills", "im going to kill myself", "on ma noz"]
)
def test_danger_is_heard_with_and_without_the_ear_alike(text: str) -> None:
    with_ear = Recognizers(shipped(), FLOWS).guesser()
    index = with_ear.recognizer.index._replace(ear=b"")
    without = Guesser(Recognizer(shipped(), index))

    for guesser in (with_ear, without):
        heard = guesser.recognizer.recognize(text)
        assert guesser.may_be_danger(heard)


def test_a_folder_without_a_model_works_by_concepts() -> None:
    index = Recognizers(shipped(), FLOWS).guesser().recognizer.index._replace(ear=b"")
    heard = Recognizer(shipped(), index).recognize("he keeps begging me for nudes")

    assert heard.likely == heard.matches
    assert "concern=sexual-pressure" in heard.likely


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("my nan died on sunday and i miss her so much", "bereavement"),
        ("they make me carry bags on the train for them", "criminal-exploitation"),
        ("somebody put something in my drink at the party", "spiking"),
        ("i skip meals because i feel fat", "eating"),
        ("boys made a fake nude of me with an ai app", "made-up-nudes"),
        ("my foster carers are moving me again", "in-care"),
    ],
)
def test_a_worry_is_heard_in_words_that_no_author_listed(text: str, concern: str) -> None:
    guesser = Recognizers(shipped(), FLOWS).guesser()
    heard = guesser.recognizer.recognize(text)
    best = max(heard.likely.values(), key=lambda match: match.score)

    assert f"concern={concern}" == best.of


@pytest.mark.parametrize(
    "text",
    [
        "what is the capital of peru",
        "i got killed again on the last level",
        "can you help me with my history essay about the plague",
        "my crush smiled at me in art",
        "i could murder a burger",
    ],
)
def test_ordinary_lines_raise_no_concern(text: str) -> None:
    guesser = Recognizers(shipped(), FLOWS).guesser()
    heard = guesser.recognizer.recognize(text)
    guesses = guesser.guess(heard, "worry", {"who": "young-person"})

    assert [] == [guess.group for guess in guesses.matters if not guess.kept]


@pytest.mark.soak
def test_training_anew_finds_the_same_labels_on_every_row() -> None:
    """The model is what `make train` makes of these rows, on any machine."""
    pytest.importorskip("sklearn")
    library = shipped()
    learned_from = train_ear.all_rows(library)
    finds = train_ear.untrained(library)
    anew = Ear(train_ear.make_model(library))
    kept = Ear(MODEL)

    differs = [
        row.text
        for row in learned_from
        if best(anew.hear(named := finds.features(row.text))) != best(kept.hear(named))
    ]
    assert [] == differs


def best(heard: Heard) -> str:
    matches: Mapping[str, Match] = heard.matches
    return max(matches, key=lambda of: matches[of].score, default=NOTHING)


@pytest.mark.parametrize(
    "text",
    [
        "can you help me with my essay on grooming",
        "what is the definition of county lines",
        "i need three facts on fgm for a poster in pshe",
        "we have to do a project on abuse",
        "explain consent for my homework",
    ],
)
def test_schoolwork_about_a_worry_is_no_worry(text: str) -> None:
    guesser = Recognizers(shipped(), FLOWS).guesser()
    guesses = guesser.guess(guesser.recognizer.recognize(text), "who", {})

    assert [] == [guess.group for guess in guesses.matters if guess.kind == "answer"]


@pytest.mark.parametrize(
    "text",
    [
        "for homework i wrote that my dad hits me",
        "i was groomed and i am doing an essay on it",
        "my teacher touched me when we did a project about bees",
        "he asked for nudes for my art project",
        "i have been abused and its for homework",
    ],
)
def test_a_worry_told_beside_schoolwork_is_still_heard(text: str) -> None:
    """Somebody is spoken of beyond the asking."""
    guesser = Recognizers(shipped(), FLOWS).guesser()
    guesses = guesser.guess(guesser.recognizer.recognize(text), "who", {})

    assert [] != [guess.group for guess in (*guesses.danger, *guesses.matters)]


@pytest.mark.parametrize(
    ("nothing", "kept"), [(0.0, True), (0.49, True), (0.5, False), (1.0, False)]
)
def test_one_word_of_what_may_not_be_lost_is_none_in_a_line_about_nothing(
    nothing: float, kept: bool
) -> None:
    """ "My coach": where the ear takes it to be likely; two such words always stand."""
    guesser = Recognizers(shipped(), FLOWS).guesser()
    heard = guesser.recognizer.recognize("zzz")
    word = heard._replace(concepts=frozenset({"role"}), nothing=nothing)
    words = heard._replace(concepts=frozenset({"nude", "webcam"}), nothing=nothing)

    assert kept == any(guess.kept for guess in guesser.guess(word, "who", {}).matters)
    assert any(guess.kept for guess in guesser.guess(words, "who", {}).matters)


@pytest.mark.parametrize(("nothing", "kept"), [(0.5, True), (0.94, True), (0.95, False)])
@pytest.mark.parametrize("concept", ["weapon", "nude", "dick-pic"])
def test_one_word_of_danger_or_abuse_is_none_only_where_the_ear_is_nearly_certain(
    concept: str, nothing: float, kept: bool
) -> None:
    """Pills lined up on a bed, and nude heels for prom: these are no words of every day."""
    guesser = Recognizers(shipped(), FLOWS).guesser()
    heard = guesser.recognizer.recognize("zzz")
    word = heard._replace(concepts=frozenset({concept}), nothing=nothing)

    assert kept == any(guess.kept for guess in guesser.guess(word, "who", {}).matters)


def test_no_sign_of_a_worry_stands_where_the_ear_takes_the_line_for_plain_chat() -> None:
    """However much the sign is worth: "trading cards dealer at the market"."""
    signs = {"concern=scam": Match("concern=scam", 19.0, "lost money", 1.0, (), ())}
    heard = Heard({}, 0.7, frozenset({"concern=scam"}))

    assert {} == dict(taken_together(signs, heard, {}, exact=False))


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("he didnt stop when i said no", "concern=sexual-in-person"),
        ("last night he carried on when i said no", "concern=recent-assault"),
        ("a lad forced me at the weekend and im sore", "concern=recent-assault"),
    ],
)
def test_in_the_last_days_is_said_back_only_to_who_said_when(text: str, concern: str) -> None:
    """Whoever told no time is asked: health help soon is for the last days."""
    guesser = Recognizers(shipped(), FLOWS).guesser()
    heard = guesser.guess(guesser.recognizer.recognize(text), "who", {})

    assert concern == heard.matters[0].group


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the cat keeps biting me and scratching my arms", "the"),
        ("my dog hit the car with his tail", "my his tail"),
        ("a wasp stung me on my leg", "a"),
        ("the dog bit me and im bleeding loads", "the im bleeding loads"),
        ("the cat scratched me but dad hit me", "the but dad hit me"),
    ],
)
def test_what_an_animal_does_every_day_is_no_persons_doing(text: str, left: str) -> None:
    assert left == " ".join(filter(None, without_animals(text.split())))


@pytest.mark.parametrize(
    "text",
    [
        *("a dog attacked my sister", "my dog died", "he kicks our cat", "dad hit the dog"),
        *("a man with a dog followed me home", "the guy who has a dog hit me"),
    ],
)
def test_what_happens_to_an_animal_or_is_more_than_that_is_heard(text: str) -> None:
    assert text.split() == without_animals(text.split())


def phrases_of_flows() -> list[str]:
    """Every phrase that stands beside a topic or an answer, once."""
    listed = [topic.also for topic in shipped().topics.values()]
    listed += [option.also for _, option in answers(shipped())]
    return list(dict.fromkeys(phrase for also in listed for phrase in also))


def test_the_ear_of_files_hears_every_phrase_just_as_the_other() -> None:
    """It only adds up sooner: each likelihood is the same to the last digit."""
    recognizer = Recognizers(shipped(), FLOWS).guesser().recognizer
    theirs, of_files = Ear(MODEL), EarOfFiles(MODEL)
    for phrase in phrases_of_flows():
        named = recognizer.features(phrase)

        assert theirs.hear(named) == of_files.hear(named), phrase


def test_who_asks_what_is_the_matter_alone_is_told_as_who_asks_everything() -> None:
    """A check leaves out what it does not ask, and nothing of what it does."""
    index = Recognizers(shipped(), FLOWS).guesser().recognizer.index
    of_files = Recognizer(shipped(), index, of_files=True)
    everything = Recognizer(shipped(), index)
    lines = ("hes got a knife", "nobody hits me", "im 12", ":(", "")
    # Each is heard twice: every fourth is enough for a difference in how a line is heard.
    for phrase in (*phrases_of_flows()[::4], *lines):
        worries, recognized = of_files.worries(phrase), everything.recognize(phrase)

        assert worries == tuple(getattr(recognized, name) for name in worries._fields), phrase
        assert of_files.is_distress(phrase) == recognized.distress, phrase


def test_what_a_person_types_is_never_heard_by_an_ear_that_remembers() -> None:
    recognizer = Recognizers(shipped(), FLOWS).guesser().recognizer

    assert type(recognizer._ear) is Ear
