"""How much a young person reads before they see where to turn.

Counted is all that is shown up to the ending: what the guide says, each question and why it is
asked, each answer and its hint, "Not sure" and "Skip this" among them.
"""

import json
from statistics import median

import pytest

from guide.conversation.conversation import Conversation, Events
from guide.conversation.events import Asked, Headline, Said
from guide.i18n.words import Words
from tests.support.hearing import shipped
from tests.support.talking import forked

UNSURE = {"not-sure", "rather-not-say"}


def words_of(events: Events) -> int:
    """The words shown by these events, less an ending and what follows it."""
    count = 0
    for event in events:
        if isinstance(event, Headline):
            break
        if isinstance(event, Said):
            count += len(event.text.split())
        if isinstance(event, Asked):
            labels = [f"{choice.label} {choice.hint}" for choice in event.choices]
            count += len(" ".join((event.text, event.why, *labels)).split())
    return count


def words_before_the_ending(answers: list[str]) -> int:
    talk = Conversation(shipped(), Words(shipped().contacts))
    return words_of(talk.begin()) + sum(words_of(talk.choose(answer)) for answer in answers)


@pytest.mark.parametrize(("who", "most"), [("young-person", 180), ("friend", 190)])
def test_whoever_can_say_what_it_is_reads_few_words_before_the_ending(who: str, most: int) -> None:
    """The median of every conversation without "Not sure" and "Skip this"."""
    listed = json.loads(forked("paths", "--json", flows=None).stdout)["paths"]
    plain = [
        path["answers"]
        for path in listed
        if path["answers"][0] == who and UNSURE.isdisjoint(path["answers"])
    ]

    assert median(map(words_before_the_ending, plain)) <= most
