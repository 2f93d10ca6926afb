"""Words of another language with an unknown ending: they are heard by how they begin."""

import pytest

from guide.understanding.spelling import Spelling, known_words, with_words


def stem_of(word: str) -> tuple[str, str]:
    """The stem a word is read as, beside three words of another language, and how."""
    english = known_words(["friend", "behind"], {}, [])
    known = with_words(english, frozenset({"wyslal", "chlopak", "дома"}))
    (read,) = Spelling(known, dict).known([word])
    return read.stem, read.how


@pytest.mark.parametrize(
    ("word", "stem"),
    [("wyslalam", "wyslal"), ("chlopaka", "chlopak"), ("chlopakiem", "chlopak")],
)
def test_another_ending_is_the_same_word(word: str, stem: str) -> None:
    assert (stem, "ending") == stem_of(word)


@pytest.mark.parametrize("word", ["chlopskiego", "wysoki", "домино", "friendly"])
def test_what_only_begins_alike_or_is_short_is_another_word(word: str) -> None:
    """English has its own endings, and short words are too like one another."""
    assert "ending" != stem_of(word)[1]


def test_an_ending_of_a_word_typed_for_another_is_the_other() -> None:
    """ "chlopakami" is "facet" where "chlopak" is typed for it."""
    english = known_words(["friend"], {}, [])
    known = with_words(english, frozenset({"facet", "chlopak"}), {"chlopak": "facet"})
    spelling = Spelling(known, dict)

    read = [word for typed in ("chlopak", "chlopakiem") for word in spelling.known([typed])]

    assert [("facet", "spelling"), ("facet", "ending")] == [(word.stem, word.how) for word in read]
