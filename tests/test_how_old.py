"""How old somebody says to be, typed in their own way where it is asked."""

import pytest

from guide.conversation.conversation import Conversation, Folders
from guide.conversation.events import Asked
from guide.shipped import folder
from tests.support.exported import project, words

UNDER_11, TEENAGER, GROWN_UP = "under-11", "11-17", "18-plus"
AGES = {
    "8": UNDER_11,
    "10": UNDER_11,
    "12": TEENAGER,
    "14": TEENAGER,
    " 14! ": TEENAGER,
    "14ish": TEENAGER,
    "fourteen": TEENAGER,
    "nearly 12": TEENAGER,
    "about 14": TEENAGER,
    "13 and a half": TEENAGER,
    "im 14 in a week": TEENAGER,
    "17 lol": TEENAGER,
    "nearly 18": TEENAGER,
    "18 tomorrow": TEENAGER,
    "19": GROWN_UP,
}
"""What people type at "How old are you?", beside the number of an answer."""
ELSEWHERE = {"cy": "dw i'n 12", "pl": "mam 12 lat", "uk": "мені 12", "ur": "میں 12 سال"}


def asked_how_old(language: str = "en") -> Conversation:
    """A conversation with a young person, where it asks how old they are."""
    folders = Folders(str(folder("flows")), str(folder("locales")))
    talk = Conversation(project().library, words()[language], "", None, folders)
    talk.begin()
    talk.choose("young-person")
    talk.choose("no")
    return talk


def test_the_question_is_how_old() -> None:
    assert "How old are you?" in [e.text for e in asked_how_old().again() if isinstance(e, Asked)]


@pytest.mark.parametrize(("line", "age"), AGES.items(), ids=AGES)
def test_an_age_is_asked_back_and_believed_once_confirmed(line: str, age: str) -> None:
    """Nothing is answered by what is typed alone."""
    talk = asked_how_old()
    talk.hear(line)
    assert talk.confirming
    assert "age" not in talk.facts
    talk.choose("yes")
    assert age == talk.facts["age"]


@pytest.mark.parametrize("language", ELSEWHERE)
@pytest.mark.parametrize("alone", [True, False], ids=["a number", "a sentence"])
def test_an_age_is_heard_in_every_language(language: str, alone: bool) -> None:
    talk = asked_how_old(language)
    talk.hear("12" if alone else ELSEWHERE[language])
    talk.choose("yes")
    assert TEENAGER == talk.facts["age"]


NO_AGE = ["2012", "my friend is 12", "12 hours", "10 boys", "a lot of years"]


@pytest.mark.parametrize("line", NO_AGE)
def test_a_number_of_something_else_is_no_age(line: str) -> None:
    asked = [event for event in asked_how_old().hear(line) if isinstance(event, Asked)]
    understood = {said.text for each in asked for said in each.above}
    assert not {"You are under 11.", "You are 11 to 17.", "You are 18 or over."} & understood


ENGLISH = ["nearly 12", "im nearly 12", "i meant 17", "meant it", "12 jaffa", "im gutted"]


@pytest.mark.parametrize("line", ENGLISH)
def test_english_words_that_other_languages_have_too_offer_none(line: str) -> None:
    """ "I" and "im" are words of Polish, and numbers stand in every translation."""
    talk = asked_how_old()
    asked = [event.text for event in talk.hear(line) if isinstance(event, Asked)]
    assert all(text.isascii() and "język" not in text and "iaith" not in text for text in asked)
