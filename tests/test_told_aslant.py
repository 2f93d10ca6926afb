"""What children tell without the word for it: that somebody does something to them, and the rest.

The lines of `tests/phrases/told-aslant.tsv` were each written whole before any of its list was
heard (docs/decisions/0009 has the first scores). A disclosure that nothing is made of is the worst
fault there is; what is still missed is met as somebody who tells something, with people to talk to.
"""

import csv

import pytest

from guide.conversation import phrases
from guide.conversation.conversation import Conversation, Folders
from guide.conversation.doors import TOLD_OF_ANOTHER, told_of_another
from guide.conversation.events import Contact, Said
from guide.i18n.words import Words
from guide.understanding.forms.done_to import DONE_TO, is_done_to_somebody
from guide.understanding.reading import read
from guide.understanding.typed import split_words
from tests.support.hearing import PHRASES, guesser, shipped
from tests.support.talking import SHIPPED

MOST_MISSED = 6
"""So many lines of the two lists raise nothing, of 248; they get a warm line and people."""


def test_what_is_told_aslant_raises_something() -> None:
    with (PHRASES / "told-aslant.tsv").open(encoding="utf-8") as file:
        lines = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))

    missed = [line["text"] for line in lines if not _raises(line["text"])]

    assert len(lines) >= 240
    assert len(missed) <= MOST_MISSED, missed


def _raises(text: str) -> bool:
    """Whether danger, distress or any matter is heard in a line typed at the first question."""
    heard = guesser().recognizer.recognize(text)
    reading = read(guesser(), heard, text, "who", {})
    return bool(heard.distress or reading.danger or reading.matters)


@pytest.mark.parametrize(
    "text",
    [
        "i think my brother is doing something to me when im asleep",
        "he does stuff to me",
        "mums boyfriend did things to my little sister in the bath",
        "what he does to me at night",
        "someone done something to her when nobody was there",
        "she makes me do things to her",
        "im scared of what grandad does at bedtime",
        "theyre doing it to us again",
    ],
)
def test_somebody_does_something_to_somebody(text: str) -> None:
    """In every person and tense; something sexual or closer stands among what is offered."""
    heard = guesser().recognizer.recognize(text)
    groups = {guess.group for guess in read(guesser(), heard, text, "who", {}).matters[:3]}

    assert DONE_TO in heard.concepts
    assert groups & {"concern=sexual-in-person", "option=sexual", "concern=recent-assault"}, groups


@pytest.mark.parametrize(
    "text",
    [
        "my brother did something to my controller",
        "that song does something to me",
        "maths does things to me",
        "i did something to her",
        "he never did anything to me",
        "what do you do to me",
        "she did stuff to her hair",
    ],
)
def test_what_is_done_to_a_thing_or_by_one_is_no_such_deed(text: str) -> None:
    assert not is_done_to_somebody(split_words(text))


@pytest.mark.parametrize(
    "text",
    [
        "i dont want to wake up tomorrow",
        "everyone would be happier if i wasnt here",
        "nobody would miss me",
        "theres no point in me being here",
        "ive been saving up my tablets",
        "im so tired of being alive",
    ],
)
def test_a_wish_to_die_told_aslant_brings_the_help_card(text: str) -> None:
    assert guesser().recognizer.recognize(text).distress


def test_who_tells_of_another_is_never_met_as_idle_chat() -> None:
    """Nothing of it is understood: the warm line, doors, and people to talk to."""
    library = shipped()
    talk = Conversation(library, Words(library.contacts), "who", {}, Folders(str(SHIPPED)))

    told = talk.hear("he had me by the gate again")

    said = [event.text for event in told if isinstance(event, Said)]
    assert phrases.HEAR_HAPPENED.source in said
    assert phrases.HEAR_LOST.source not in said
    assert any(isinstance(event, Contact) for event in told)
    assert talk.asked_back is not None


def test_plain_chat_is_not_met_as_a_disclosure() -> None:
    assert told_of_another("my brother ate my crisps", 0.97) is None
    assert told_of_another("blorp", 0.0) is None
    assert told_of_another("he blorps me", 0.1) is TOLD_OF_ANOTHER
