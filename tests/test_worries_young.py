"""Worries with people of their own, told by a young person or a friend: who is shown, what is said.

One row a worry: the answers that lead there, who stands first from 11 to 17, and the words that
have to be read before anybody is called, for the one chance there may be.
"""

import re
from functools import cache
from typing import NamedTuple

import pytest

from guide.conversation import folding
from guide.conversation.events import Card, Contact, Event, Headline, Said
from guide.conversation.narrator import Narrator
from guide.flow.library import load_library
from guide.flow.model import Library, Question
from guide.flow.paths import Path, conversations
from guide.i18n.words import Words
from tests.support.hearing import taken_for
from tests.support.talking import SHIPPED

FROM_11 = ("11-17", "18-plus", "not-sure", "rather-not-say")
AT_MOST_ANSWERS = 8
MOST_QUESTIONS = 7
FAMILY = "Do not tell the family"


class Worry(NamedTuple):
    """A worry: the way there for oneself and for a friend, and what its screen must hold."""

    concern: str
    mine: str
    of_a_friend: str
    first: str
    """Who stands first, or side by side with the first, from 11 to 17."""
    shown: str
    """Who else must be there at every age."""
    warning: str
    """Words that stand before anybody who can be called, at every age from 11."""


WORRIES = [
    Worry(
        "forced-marriage",
        "home plans marry",
        "home plans marry",
        "forced-marriage-unit trusted-adult police-101",
        "forced-marriage-unit domestic-abuse-scotland childline emergency",
        FAMILY,
    ),
    Worry(
        "fgm",
        "home plans cut",
        "home plans cut",
        "fgm-helpline trusted-adult police-101",
        "fgm-helpline childline emergency",
        FAMILY,
    ),
    Worry(
        "taken-abroad",
        "home plans trip",
        "home plans trip",
        "trusted-adult police-101 forced-marriage-unit",
        "forced-marriage-unit childline emergency",
        FAMILY,
    ),
    Worry(
        "faith-abuse",
        "home plans spirits",
        "home plans spirits",
        "childline trusted-adult police-101",
        "police-101 childline emergency",
        FAMILY,
    ),
    Worry(
        "criminal-exploitation",
        "mean used carry",
        "mean used carry",
        "trusted-adult childline police-101",
        "police-101 childline emergency",
        "Do not go to meet",
    ),
    Worry(
        "trafficking",
        "mean used work",
        "mean used work",
        "modern-slavery-helpline trusted-adult police-101",
        "modern-slavery-helpline police-101 childline emergency",
        "Do not go to meet",
    ),
    Worry(
        "spiking",
        "mean used spiked",
        "mean used spiked",
        "trusted-adult emergency police-101",
        "emergency police-101 childline",
        "Was it just now",
    ),
    Worry(
        "recent-assault",
        "sexual touched recent",
        "sexual touched recent",
        "sexual-assault-centre childline police-101 ceop",
        "sexual-assault-centre police-101 childline emergency",
        "with or without the police",
    ),
    Worry(
        "flashing",
        "sexual school flashed",
        "sexual school flashed",
        "police-101 ceop",
        "police-101 childline",
        "other people",
    ),
    Worry(
        "secret-filming",
        "picture picture-of-me secret",
        "picture picture-of-friend secret",
        "police-101 ceop",
        "police-101 childline",
        "face the person",
    ),
    Worry(
        "made-up-nudes",
        "picture picture-of-me made-up",
        "picture picture-of-friend made-up",
        "report-remove",
        "childline",
        "",
    ),
    Worry(
        "is-this-okay",
        "sexual okay",
        "sexual okay",
        "childline nurse",
        "childline",
        "change their mind at any time",
    ),
    Worry(
        "partner-abuse",
        "mean partner-hurts",
        "mean partner-hurts",
        "childline trusted-adult police-101",
        "police-101 childline emergency",
        "telling them|tell them you want",
    ),
    Worry(
        "stalking",
        "mean unwanted followed",
        "mean unwanted followed",
        "trusted-adult police-101",
        "police-101 childline emergency",
        "answer or meet",
    ),
    Worry(
        "abuse-at-home-between-adults",
        "home adults fight",
        "home adults fight",
        "childline trusted-adult",
        "police-101 childline emergency",
        "Do not go in between",
    ),
    Worry(
        "drink-or-drugs-at-home",
        "home adults drink",
        "home adults drink",
        "childline trusted-adult",
        "nacoa childline emergency",
        "job to stop it",
    ),
    Worry(
        "drink-or-drugs",
        "feelings body drugs",
        "feelings body drugs",
        "frank childline trusted-adult",
        "nurse childline emergency",
        "Say what was taken",
    ),
    Worry(
        "eating",
        "feelings body eating",
        "feelings body eating",
        "childline trusted-adult",
        "nurse beat-england beat-wales beat-scotland beat-northern-ireland emergency",
        "Very ill, faint, or not waking up",
    ),
    Worry(
        "pregnancy",
        "feelings body pregnant",
        "feelings body pregnant",
        "nurse childline trusted-adult",
        "nurse childline emergency",
        "Soon is best",
    ),
    Worry(
        "chatbot",
        "online chatbot",
        "online chatbot",
        "trusted-adult childline",
        "childline papyrus platform-report",
        "A chatbot is a program",
    ),
    Worry(
        "harmful-groups",
        "online group",
        "online group",
        "trusted-adult childline police-101",
        "police-101 childline papyrus",
        "have to do what they ask",
    ),
    Worry(
        "own-sexual-behaviour",
        "feelings did-something about-sex",
        "feelings did-something about-sex",
        "shore childline",
        "childline emergency",
        "Tell an adult at once",
    ),
    Worry(
        "running-away",
        "home away",
        "home away ran",
        "runaway-helpline childline trusted-adult",
        "runaway-helpline police-101 childline emergency",
        "with someone (you|they) do not know well",
    ),
    Worry(
        "missing-child",
        "",
        "home away missing",
        "police-101 trusted-adult",
        "police-101 childline emergency",
        "You do not have to wait",
    ),
    Worry(
        "in-care",
        "home care",
        "home care",
        "help-at-hand coram-voice childline",
        "help-at-hand meic who-cares-scotland police-101 childline emergency",
        "who does not work there",
    ),
    Worry(
        "ignored-report",
        "feelings talk told",
        "feelings talk told",
        "childline trusted-adult police-101",
        "police-101 childline emergency",
        "You were right to tell",
    ),
    Worry(
        "bereavement",
        "feelings died",
        "feelings died",
        "childline trusted-adult winstons-wish",
        "childline winstons-wish papyrus",
        "no right way",
    ),
]
EACH = pytest.mark.parametrize("worry", WORRIES, ids=lambda worry: worry.concern)
NOT_SEXUAL = {
    "forced-marriage", "fgm", "taken-abroad", "faith-abuse", "criminal-exploitation", "trafficking",
    "spiking", "stalking", "abuse-at-home-between-adults", "drink-or-drugs-at-home",
    "drink-or-drugs", "eating", "running-away", "missing-child", "in-care", "bereavement",
    "own-sexual-behaviour",
}  # fmt: skip
"""What is not for CEOP."""


@cache
def library() -> Library:
    return load_library(str(SHIPPED))


@cache
def narrator() -> Narrator:
    return Narrator(library(), Words(library().contacts))


@cache
def by_answers() -> dict[str, Path]:
    """Every conversation of young people and friends, by its answers."""
    return {
        " ".join(path.answers): path
        for path in conversations(library())
        if path.facts.get("who") in ("young-person", "friend")
    }


def ways(worry: Worry, age: str) -> list[Path]:
    """The young person's and the friend's own way to a worry, at an age, not in danger."""
    told = [("young-person", worry.mine), ("friend", worry.of_a_friend)]
    return [by_answers()[f"{who} no {age} {way}"] for who, way in told if way]


def screen(path: Path) -> list[Event]:
    """An ending as the child reads it."""
    return list(narrator().end(path.ending, path.facts))


def groups(path: Path) -> list[list[str]]:
    """Who is shown, side by side or after one another."""
    ranks: dict[int, list[str]] = {}
    for shown in path.ending.shown(path.facts):
        ranks.setdefault(shown.group, []).append(shown.contact)
    return list(ranks.values())


def everyone(path: Path) -> set[str]:
    return {contact for group in groups(path) for contact in group}


def said_first(path: Path) -> str:
    """All that is read before anybody who can be called."""
    lines: list[str] = []
    for event in screen(path):
        if isinstance(event, Contact):
            break
        if isinstance(event, (Said, Headline)):
            lines.append(event.text)
    return " ".join(lines)


def in_view(path: Path) -> str:
    """All that is read without opening anything."""
    return " ".join(getattr(event, "text", "") for event in folding.in_view(screen(path)))


def all_words(path: Path) -> str:
    return " ".join(getattr(event, "text", "") for event in screen(path))


# -- the way there


@EACH
def test_the_way_there_tells_the_worry(worry: Worry) -> None:
    """Within seven questions, at every age, for oneself and for a friend."""
    for age in ("under-11", *FROM_11):
        for path in ways(worry, age):
            assert worry.concern == path.facts["concern"]
            assert len(path.answers) <= MOST_QUESTIONS


def test_no_question_of_young_people_has_more_than_eight_answers() -> None:
    """Not sure and rather not say among them: a child sees them all at once."""
    asked = {
        key: len(step.options)
        for flow in ("young-person", "friend")
        for key, step in library().steps.items()
        if isinstance(step, Question) and step.flow == flow
    }

    assert asked
    assert {} == {key: number for key, number in asked.items() if number > AT_MOST_ANSWERS}


# -- who is shown, in which order


@EACH
def test_who_acts_stands_first(worry: Worry) -> None:
    """From 11 to 17, side by side and in this order; nobody else stands with them."""
    for path in ways(worry, "11-17"):
        assert worry.first.split() == groups(path)[0], path.answers


@EACH
def test_whoever_must_be_there_is_there_at_every_age(worry: Worry) -> None:
    """Childline and an adult they trust always among them."""
    wanted = {"trusted-adult", *worry.shown.split()}
    for age in ("under-11", *FROM_11):
        for path in ways(worry, age):
            assert set() == wanted - everyone(path), path.answers


@EACH
def test_under_11_an_adult_stands_first_and_alone(worry: Worry) -> None:
    """Today, and Childline is there too."""
    for path in ways(worry, "under-11"):
        assert ["trusted-adult"] == groups(path)[0]
        assert "tell" == path.ending.urgency
        assert "childline" in everyone(path)


@EACH
def test_from_18_nobody_is_sent_to_ceop_or_to_a_service_for_children(worry: Worry) -> None:
    """The police, or who acts for adults."""
    for path in ways(worry, "18-plus"):
        assert set() == everyone(path) & {"ceop", "report-remove", "shore", "social-services"}


@EACH
def test_what_is_not_sexual_is_not_sent_to_ceop(worry: Worry) -> None:
    """And what is, or may be, shows it under 18."""
    for age in ("under-11", "11-17", "not-sure"):
        for path in ways(worry, age):
            assert ("ceop" in everyone(path)) == (worry.concern not in NOT_SEXUAL)


def test_helplines_for_adults_are_not_shown_under_18() -> None:
    """Rape Crisis is from 16, domestic abuse and stalking lines are for adults."""
    adults = {"rape-crisis", "stalking-helpline", "domestic-abuse-england", "sarcs-scotland"}
    for worry in WORRIES:
        for age in ("under-11", "11-17"):
            for path in ways(worry, age):
                assert set() == adults & everyone(path), path.answers


def test_a_partner_from_18_has_the_helplines_of_all_four_nations() -> None:
    partner = next(worry for worry in WORRIES if worry.concern == "partner-abuse")
    for path in ways(partner, "18-plus"):
        assert {
            "domestic-abuse-england",
            "live-fear-free",
            "domestic-abuse-scotland",
            "domestic-abuse-northern-ireland",
        } <= everyone(path)
        assert {"domestic-abuse-england", "police-101"} <= set(groups(path)[0])


# -- what is said


@EACH
def test_the_one_warning_is_in_view(worry: Worry) -> None:
    """At every age from 11, in the words of its own worry."""
    if not worry.warning:
        return
    for age in ("11-17", "not-sure"):
        for path in ways(worry, age):
            assert re.search(worry.warning, in_view(path)), in_view(path)


@EACH
def test_nobody_is_blamed_excused_or_promised_anything(worry: Worry) -> None:
    """Never "you are not in trouble"; whoever did harm never reads that it is not their fault."""
    never = ["not in trouble", "will be safe", "your own fault", "should have", "no one will know"]
    if worry.concern == "own-sexual-behaviour":
        never += ["not your fault", "not your friend's fault", "is to blame"]
    for age in ("under-11", *FROM_11):
        for path in ways(worry, age):
            read = all_words(path).lower()
            assert [] == [words for words in never if words in read], path.answers


@EACH
def test_the_card_gives_nothing_away(worry: Worry) -> None:
    """A child may show it to the wrong one."""
    told_on = (
        "marry",
        "cut",
        "gang",
        "drug",
        "sexual",
        "nude",
        "pregnan",
        "abuse",
        "hit",
    )
    for path in ways(worry, "11-17"):
        for event in screen(path):
            if isinstance(event, Card):
                assert [] == [word for word in told_on if word in event.text.lower()]


@EACH
def test_no_phone_and_nobody_believed_are_answered(worry: Worry) -> None:
    """Somewhere on the screen: to tell another, and how to do it without a phone."""
    older = {"flashing", "secret-filming", "made-up-nudes"}  # on screens that others share
    if worry.concern in older:
        return
    for path in ways(worry, "11-17"):
        read = all_words(path)
        assert "No phone?" in read
        assert "Keep going" in read or "Tell someone else this time" in read


def test_not_sure_of_a_family_plan_is_warned_of_the_family_too() -> None:
    for answer in ("not-sure", "rather-not-say"):
        path = by_answers()[f"young-person no 11-17 home plans {answer}"]

        assert FAMILY in said_first(path)


# -- in their own words

TYPED = [
    ("young-person", "forced-marriage", "my mum says i have to marry a man i never met"),
    ("young-person", "forced-marriage", "theyre sending me abroad for a wedding and its mine"),
    ("young-person", "fgm", "auntie says i have to be cut down there like my sister"),
    ("young-person", "faith-abuse", "they say theres a jinn in me and they beat me"),
    ("young-person", "criminal-exploitation", "the olders make me hold stuff for them"),
    (
        "young-person",
        "trafficking",
        "i never get paid and he has my passport",
    ),
    ("young-person", "spiking", "pretty sure someone spiked me on saturday"),
    ("young-person", "recent-assault", "a boy raped me at the weekend"),
    ("young-person", "flashing", "a man on the train exposed himself"),
    ("young-person", "secret-filming", "found a hidden camera in my room"),
    ("young-person", "made-up-nudes", "they made a deepfake nude of me"),
    ("young-person", "partner-abuse", "my boyfriend punches me when hes jealous"),
    ("young-person", "stalking", "theres a stalker who keeps turning up at my work"),
    ("young-person", "abuse-at-home-between-adults", "stepdad keeps hitting mum"),
    ("young-person", "drink-or-drugs-at-home", "my dad is an alcoholic"),
    ("young-person", "drink-or-drugs", "i smoke weed every day and cant stop"),
    ("young-person", "eating", "i keep throwing up after i eat, think its bulimia"),
    ("young-person", "pregnancy", "i missed my period"),
    ("young-person", "chatbot", "the ai bot told me to do something bad"),
    ("young-person", "harmful-groups", "people in a server want me to cut their name on my arm"),
    ("young-person", "running-away", "got kicked out and ive nowhere to sleep"),
    ("young-person", "in-care", "i hate my foster home"),
    ("young-person", "ignored-report", "i told school and they did nothing"),
    ("young-person", "bereavement", "my nan passed away last month"),
    ("friend", "forced-marriage", "my friend is being made to marry someone"),
    ("friend", "criminal-exploitation", "my friend is in a gang"),
    ("friend", "partner-abuse", "her boyfriend hits her"),
    ("friend", "eating", "my friend has an eating disorder"),
    ("friend", "pregnancy", "my friend is pregnant"),
    ("friend", "running-away", "my friend was kicked out and is homeless"),
    ("friend", "bereavement", "my friends dad passed away"),
]


@pytest.mark.parametrize(("who", "concern", "typed"), TYPED, ids=[row[2] for row in TYPED])
def test_the_worry_is_heard(who: str, concern: str, typed: str) -> None:
    """As the first or second of what is asked back; words of danger may come before."""
    offered = [name for name in taken_for(typed, who) if not name.startswith("danger")]

    assert concern in offered[:2]


@pytest.mark.parametrize("typed", ["i want to end my life", "i cant get out of his flat"])
def test_words_of_danger_are_not_taken_for_a_new_worry(typed: str) -> None:
    """More worries to hear must not make danger harder to hear."""
    assert taken_for(typed, "young-person")[0] in ("danger", "self-harm", "low-mood")


NOTHING_WAS_SENT = {
    "home-or-neglect": "home home",
    "hate": "mean hated who-i-am",
    "flashing": "sexual school flashed",
    "secret-filming": "picture picture-of-me secret",
}
"""Worries in which the child sent nothing, and the way there."""


@pytest.mark.parametrize("concern", NOTHING_WAS_SENT)
def test_no_child_reads_of_what_they_sent_where_nothing_was_sent(concern: str) -> None:
    """To name it would make a child who was hurt look for a fault of their own."""
    path = by_answers()[f"young-person no 11-17 {NOTHING_WAS_SENT[concern]}"]

    assert concern == path.facts["concern"]
    assert "This is not your fault. You were right to come here." in said_first(path)
    assert "sent or did" not in all_words(path)


@pytest.mark.parametrize(
    "way", ["feelings sad", "online not-sure sad-signs", "mean hated who-i-am"]
)
@pytest.mark.parametrize("age", ["11-17", "not-sure", "18-plus"])
def test_whoever_feels_low_or_is_hated_reads_999_in_view(way: str, age: str) -> None:
    path = by_answers()[f"young-person no {age} {way}"]

    assert "If you or anyone else is in danger, call 999." in in_view(path)


SOMEBODY_WRITES = {
    "grooming": "sexual online sex-talk",
    "sexual-pressure": "sexual asked",
    "uneasy-online": "online online-person secrets",
    "met-online-wants-to-meet": "online wants-to-meet neither",
    "unwanted-messages": "mean unwanted messages",
}
"""Worries in which somebody writes to the child, and the way there."""


@pytest.mark.parametrize("concern", SOMEBODY_WRITES)
@pytest.mark.parametrize("who", ["young-person", "friend"])
def test_whoever_is_written_to_reads_not_to_delete_the_messages(who: str, concern: str) -> None:
    """They are what shows who wrote. From 11 it is in view; under 11 it may be opened."""
    for age in ("under-11", *FROM_11):
        path = by_answers()[f"{who} no {age} {SOMEBODY_WRITES[concern]}"]
        words = all_words(path) if age == "under-11" else in_view(path)

        assert concern == path.facts["concern"]
        assert "Do not delete them." in words


@pytest.mark.parametrize("meeting", ["pressed", "neither"])
def test_whoever_is_asked_to_meet_reads_that_they_do_not_have_to(meeting: str) -> None:
    """Also where the other one presses: then it is told as grooming."""
    for age in ("under-11", "11-17", "not-sure"):
        path = by_answers()[f"young-person no {age} online wants-to-meet {meeting}"]

        assert "You do not have to meet them." in all_words(path)
