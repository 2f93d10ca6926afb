"""In Welsh, Polish, Ukrainian and Urdu it is said back whom a line is about, where it says so."""
# ruff: noqa: RUF001 (other alphabets have letters that look like English ones)

import pytest

from guide.conversation.askback import READING
from guide.conversation.conversation import Conversation, Folders
from guide.i18n.load import load_catalogue
from guide.i18n.words import Words
from guide.understanding.reading import LineReading
from guide.understanding.typed import split_words
from guide.understanding.whom.elsewhere import told_elsewhere
from tests.support.hearing import shipped
from tests.support.talking import ROOT

AGES = {"under-11": (0, 10), "11-17": (11, 17), "18-plus": (18, 120)}


def who_and_age(line: str) -> tuple[str, str]:
    person, age = told_elsewhere(split_words(line), AGES)
    return person.who, age


@pytest.mark.parametrize(
    "line",
    [
        *("mój syn jest bity w szkole", "ktoś szantażuje moją córkę", "mojego wnuka biją"),
        *("мого сина цькують у школі", "моя донька нічого не їсть", "хтось пише моїй дитині"),
        *("mae fy merch yn cael ei bwlio", "mae rhywun yn bwlio fy mab"),
        *("mere bete ko school mein tang karte hain", "میری بیٹی بہت اداس ہے"),
    ],
)
def test_a_child_of_the_speakers_own_is_said_back(line: str) -> None:
    assert ("parent", "") == who_and_age(line)


@pytest.mark.parametrize(
    ("line", "age"),
    [
        *(("mam 9 lat i boję się", "under-11"), ("jestem w ciąży i mam 15 lat", "11-17")),
        *(("мені 9 і мені страшно", "under-11"), ("мені 13 років", "11-17")),
        *(("dwi'n 9 ac mae ofn arna i", "under-11"), ("dwi'n 12 oed", "11-17")),
        *(("main 9 saal ki hoon", "under-11"), ("میری عمر 12 سال ہے", "11-17")),
    ],
)
def test_a_young_age_of_the_speakers_own_is_said_back(line: str, age: str) -> None:
    assert ("young-person", age) == who_and_age(line)


@pytest.mark.parametrize(
    "line",
    [
        # an age that may be of somebody else, and a grown-up who may be anybody
        *("mam 12 lat i mój brat mnie bije", "moja przyjaciółka ma 12 lat", "mam 40 lat"),
        *("мені 13 і моя подруга ріже себе", "mera dost 12 saal ka hai"),
        # another time, and figures that are no age
        *(
            "main 9 saal ki thi jab chacha ne haath lagaya",
            "мені було 9 років",
            "мені 2 рази писав",
        ),
        *("mam 12 zadań z matmy", "mam dość", "dwi'n drist", "mae mam yn 40"),
    ],
)
def test_what_is_not_said_is_left_to_be_asked(line: str) -> None:
    assert ("", "") == who_and_age(line)


def test_it_stands_in_what_is_asked_back() -> None:
    """ "I am pregnant and I am 15": both, in the language it was typed in."""
    library, locales = shipped(), str(ROOT / "locales")
    words = Words(library.contacts, "pl", load_catalogue(locales, "pl"))
    talk = Conversation(library, words, "who", {}, Folders("", locales))
    talk.hear("jestem w ciąży i mam 15 lat")

    assert talk.asked_back is not None
    reading: LineReading = talk.asked_back.reading
    assert READING == talk.asked_back.stage
    assert ("young-person", "11-17") == (reading.who, reading.age)
