"""The worries of adults that have helpers of their own: who is shown, what is said, what never.

For each: the answers that lead there, the ending, its one thing not to be done, and who stands at
the top for a parent, somebody who works with children, another adult, and an adult for themselves.
"""

import csv
from functools import cache
from typing import NamedTuple

import pytest

from guide.conversation.events import Contact, Event, Headline, Said
from guide.conversation.narrator import Narrator
from guide.conversation.starts import answers_to
from guide.flow.model import Ending, Facts, Question, holds
from guide.flow.paths import facts_after, next_step, skip_messages
from guide.i18n.words import Words
from tests.support.hearing import PHRASES, shipped, taken_for

TELLERS = ("parent", "professional", "adult")
ADULT_FLOWS = ("adult", "adult-self")
MOST_ANSWERS = 8
MOST_WORDS = 60
"""From the top of an ending to whom to call."""
MOST_QUESTIONS = 7
LINES = frozenset(
    {"domestic-abuse-england", "live-fear-free", "domestic-abuse-scotland"}
    | {"domestic-abuse-northern-ireland"}
)
SUPPORT = LINES - {"domestic-abuse-england", "domestic-abuse-scotland"} | {
    "rape-crisis",
    "rape-crisis-scotland",
}


class Worry(NamedTuple):
    """A worry: how an adult says it of a child and of themselves, and where that leads."""

    concern: str
    told: str
    of_oneself: str
    ending: str
    first_said: str
    act: frozenset[str]
    act_for_oneself: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset({"ceop"})


def _who(*contacts: str) -> frozenset[str]:
    return frozenset(contacts)


POLICE = _who("police-101", "social-services")
WORRIES = (
    Worry("forced-marriage", "behaviour family marriage", "mean family marriage",
          "act-on-forced-marriage", "do-not-tell-the-family",
          POLICE | {"forced-marriage-unit"}, _who("police-101", "forced-marriage-unit")),
    Worry("fgm", "behaviour family cutting", "mean family cutting",
          "act-on-fgm", "fgm-first", POLICE, _who("gp", "police-101")),
    Worry("faith-abuse", "behaviour family belief", "mean family belief",
          "act-on-belief-abuse", "belief-first", POLICE, _who("police-101")),
    Worry("criminal-exploitation", "mean controlled gang", "mean family gang",
          "act-on-exploitation", "used-not-to-blame",
          POLICE, _who("police-101", "modern-slavery-helpline")),
    Worry("trafficking", "mean controlled trafficked", "mean family work",
          "act-on-exploitation", "used-not-to-blame",
          POLICE, _who("police-101", "modern-slavery-helpline")),
    Worry("spiking", "mean controlled spiked", "mean controlled spiked",
          "act-on-spiking", "spiked-first",
          _who("police-101", "emergency"), _who("police-101", "emergency")),
    Worry("recent-assault", "sexual in-person recent", "sexual recent",
          "act-after-an-assault", "health-help-first",
          POLICE | {"sexual-assault-centre", "rowan", "sarcs-scotland"},
          _who("sexual-assault-centre", "rowan", "sarcs-scotland", "police-101"),
          _who("report-remove", "iwf")),
    Worry("flashing", "sexual in-person flashing", "sexual shown flashed",
          "act-on-flashing-or-filming", "flashed-first",
          POLICE, _who("police-101"), _who("report-remove", "iwf")),
    Worry("secret-filming", "sexual in-person filmed", "sexual shown filmed",
          "act-on-flashing-or-filming", "filmed-first",
          POLICE, _who("police-101", "revenge-porn-helpline"), _who("iwf")),
    Worry("made-up-nudes", "picture picture-of-child made-up", "sexual shown made-up",
          "act-on-made-up-pictures", "made-up-picture-counts",
          _who("report-remove", "police-101"), _who("police-101", "revenge-porn-helpline")),
    Worry("is-this-okay", "sexual peers okay", "sexual shown okay",
          "act-on-what-is-okay", "okay-or-not",
          _who("social-services", "childline"), SUPPORT, _who("report-remove", "iwf")),
    Worry("partner-abuse", "mean controlled partner", "mean controlled partner",
          "act-on-abuse", "abuse-do-not-confront", POLICE | {"childline"}, LINES | {"police-101"}),
    Worry("abuse-at-home-between-adults", "wellbeing adults-at-home between-adults",
          "mean controlled home",
          "act-on-abuse", "abuse-do-not-confront", POLICE, LINES | {"police-101"}),
    Worry("stalking", "mean controlled followed", "mean controlled followed",
          "act-on-stalking", "stalking-first", POLICE, _who("police-101")),
    Worry("missing-child", "behaviour missing missing-now", "",
          "act-on-a-missing-child", "missing-no-wait", _who("police-101", "emergency")),
    Worry("running-away", "behaviour missing runs-away", "feelings living nowhere",
          "act-on-running-away", "safe-tonight", POLICE, _who("housing-team", "police-101")),
    Worry("taken-abroad", "behaviour missing abroad", "",
          "act-on-a-child-taken-abroad", "abroad-call-now", POLICE | {"emergency"}),
    Worry("in-care", "wellbeing adults-at-home care", "feelings living care",
          "act-on-care", "care-first", _who("social-services", "lado"),
          _who("help-at-hand", "coram-voice", "who-cares-scotland", "meic", "samaritans")),
    Worry("drink-or-drugs", "wellbeing health drink-or-drugs", "feelings health drink-or-drugs",
          "act-on-drink-or-drugs", "took-too-much",
          _who("frank", "gp", "childline"), _who("frank", "gp", "samaritans")),
    Worry("drink-or-drugs-at-home", "wellbeing adults-at-home drink-at-home",
          "feelings health drink-at-home", "act-on-drink-or-drugs", "took-too-much",
          _who("social-services", "nacoa", "gp", "childline"), _who("nacoa", "gp", "samaritans")),
    Worry("eating", "wellbeing health eating", "feelings health eating",
          "act-on-eating", "eating-first", _who("gp", "childline"), _who("gp", "samaritans")),
    Worry("pregnancy", "wellbeing health pregnant", "feelings health pregnant",
          "act-on-a-pregnancy", "pregnancy-first",
          _who("sexual-health-clinic", "gp", "childline"),
          _who("sexual-health-clinic", "gp", "samaritans")),
    Worry("bereavement", "wellbeing health grief", "feelings grief",
          "act-on-a-death", "grief-first",
          _who("winstons-wish", "childline"), _who("samaritans", "cruse")),
    Worry("chatbot", "online drawn-in chatbot", "online chatbot",
          "act-on-a-chatbot", "chatbot-is-no-person",
          _who("childline"), _who("samaritans"), _who("report-remove", "iwf")),
    Worry("harmful-groups", "online drawn-in group", "online group",
          "act-on-a-harmful-group", "group-first",
          POLICE, _who("police-101"), _who("act-early")),
    Worry("ignored-report", "behaviour ignored", "feelings ignored",
          "act-on-an-ignored-report", "report-again", POLICE, _who("police-101")),
)  # fmt: skip
BY_CONCERN = [pytest.param(worry, id=worry.concern) for worry in WORRIES]


class Screen(NamedTuple):
    """The ending somebody is led to."""

    ending: Ending
    facts: Facts

    @property
    def groups(self) -> list[set[str]]:
        """Who stands side by side, from the top."""
        by_group: dict[int, set[str]] = {}
        for shown in self.ending.shown(self.facts):
            by_group.setdefault(shown.group, set()).add(shown.contact)
        return list(by_group.values())

    @property
    def contacts(self) -> set[str]:
        return {shown.contact for shown in self.ending.shown(self.facts)}

    @property
    def said_first(self) -> list[str]:
        """The statements before any contact, in order."""
        return [line.statement for line in self.ending.before if holds(line.when, self.facts)]

    @property
    def said(self) -> list[str]:
        """The statements in view, above and below the contacts."""
        lines = (*self.ending.before, *self.ending.keep_in_mind)
        return [line.statement for line in lines if holds(line.when, self.facts)]

    @property
    def events(self) -> list[Event]:
        return narrator().end(self.ending, self.facts)


@cache
def narrator() -> Narrator:
    return Narrator(shipped(), Words(shipped().contacts))


def screen(*answers: str) -> Screen:
    """Where these answers lead; the first may be short for two, as it is for `guide walk`."""
    facts: Facts = {}
    step = skip_messages(shipped(), shipped().first_step(), facts)
    for answer in (*answers_to(shipped(), answers[0]), *answers[1:]):
        assert isinstance(step, Question)
        option = {one.id: one for one in shipped().options(step)}[answer]
        facts = facts_after(option, facts)
        step = skip_messages(shipped(), next_step(option.to, facts), facts)
    assert isinstance(step, Ending)
    return Screen(step, facts)


def of_a_child(worry: Worry, who: str, age: str = "11-17") -> Screen:
    return screen(who, "no", age, *worry.told.split())


def of_oneself(worry: Worry) -> Screen:
    return screen("adult-self", "no", *worry.of_oneself.split())


def words_before_contacts(events: list[Event]) -> int:
    words = 0
    for event in events:
        if isinstance(event, Contact):
            return words
        assert isinstance(event, Headline | Said)
        words += len(event.text.split())
    return words


# -- by choice


@pytest.mark.parametrize("worry", BY_CONCERN)
@pytest.mark.parametrize("who", TELLERS)
@pytest.mark.parametrize("age", ["under-11", "11-17", "18-plus", "not-sure"])
def test_an_adult_who_tells_it_is_led_to_its_ending(worry: Worry, who: str, age: str) -> None:
    """Whoever tells it, of whatever age; and it is told that this is the worry."""
    told = of_a_child(worry, who, age)

    assert (worry.ending, worry.concern) == (told.ending.id, told.facts["concern"])


@pytest.mark.parametrize("worry", BY_CONCERN)
def test_an_adult_who_tells_it_of_themselves_is_led_to_its_ending(worry: Worry) -> None:
    if worry.of_oneself:
        told = of_oneself(worry)

        assert (worry.ending, worry.concern) == (told.ending.id, told.facts["concern"])


@pytest.mark.parametrize("worry", BY_CONCERN)
def test_it_is_told_within_seven_questions_even_after_the_signs_of_danger(worry: Worry) -> None:
    longest = ("child", "parent", "not-sure", "11-17", *worry.told.split())

    assert worry.ending == screen(*longest).ending.id
    assert len(longest) <= MOST_QUESTIONS


@pytest.mark.parametrize("flow", ADULT_FLOWS)
def test_no_question_to_an_adult_has_more_than_eight_answers(flow: str) -> None:
    """ "I'm not sure" and "I'd rather not say" among them."""
    asked = {
        key: len(step.options)
        for key, step in shipped().steps.items()
        if isinstance(step, Question) and step.flow == flow
    }

    assert {} == {key: answers for key, answers in asked.items() if answers > MOST_ANSWERS}
    assert len(asked) > 10


# -- who acts, and what is said first


@pytest.mark.parametrize("worry", BY_CONCERN)
@pytest.mark.parametrize("who", ["parent", "adult"])
def test_an_adult_sees_who_acts_at_the_top(worry: Worry, who: str) -> None:
    told = of_a_child(worry, who)

    at_the_top = told.groups[0]
    if worry.concern == "taken-abroad" or worry.concern == "running-away":
        assert worry.act <= at_the_top
    else:
        assert worry.act == at_the_top


@pytest.mark.parametrize("worry", BY_CONCERN)
def test_whoever_works_with_children_sees_their_lead_beside_who_acts(worry: Worry) -> None:
    """And reads to tell the lead today, in the child's own words; nothing says that it may wait."""
    told = of_a_child(worry, "professional")
    headline = next(event for event in told.events if isinstance(event, Headline))

    assert worry.act | {"safeguarding-lead"} == told.groups[0]
    assert "safeguarding-lead" == told.ending.shown(told.facts)[0].contact
    assert "lead-today" in told.said_first
    assert "Do this today" == headline.when


@pytest.mark.parametrize("who", TELLERS)
def test_a_pregnancy_under_11_has_who_protects_the_child_at_the_top(who: str) -> None:
    """Under 13 it is always passed on: no clinic stands before who protects the child."""
    told = screen("child", who, "no", "under-11", "wellbeing", "health", "pregnant")

    assert "pregnancy" == told.facts["concern"]
    assert {"social-services", "police-101"} <= told.groups[0]


@pytest.mark.parametrize("worry", BY_CONCERN)
def test_an_adult_for_themselves_sees_who_acts_at_the_top(worry: Worry) -> None:
    if worry.of_oneself:
        assert worry.act_for_oneself == of_oneself(worry).groups[0]


@pytest.mark.parametrize("worry", BY_CONCERN)
@pytest.mark.parametrize("who", [*TELLERS, "adult-self"])
def test_its_own_warning_is_the_first_thing_said(worry: Worry, who: str) -> None:
    """Before anything else; and it is the warning of no other ending."""
    if who == "adult-self" and not worry.of_oneself:
        return
    told = of_oneself(worry) if who == "adult-self" else of_a_child(worry, who)
    if (who, worry.concern) == ("professional", "in-care"):
        assert {"lead-today", "allegation-within-a-day"} == set(told.said_first)
        return
    elsewhere = {
        line.statement
        for step in shipped().steps.values()
        if isinstance(step, Ending) and step.id != worry.ending
        for line in step.before
    }

    assert worry.first_said == told.said_first[0]
    assert worry.first_said not in elsewhere


@pytest.mark.parametrize("worry", BY_CONCERN)
@pytest.mark.parametrize("who", [*TELLERS, "adult-self"])
def test_sixty_words_at_most_stand_above_whom_to_call(worry: Worry, who: str) -> None:
    if who == "adult-self" and not worry.of_oneself:
        return
    told = of_oneself(worry) if who == "adult-self" else of_a_child(worry, who)

    assert words_before_contacts(told.events) <= MOST_WORDS


@pytest.mark.parametrize("worry", BY_CONCERN)
@pytest.mark.parametrize("who", [*TELLERS, "adult-self"])
def test_nobody_is_sent_to_whom_it_is_not_for(worry: Worry, who: str) -> None:
    if who == "adult-self" and not worry.of_oneself:
        return
    told = of_oneself(worry) if who == "adult-self" else of_a_child(worry, who)
    for_children = {"trusted-adult", "nurse"}
    for_adults_alone = {"social-services", "lado", "childline"} if who == "adult-self" else set()

    assert set() == told.contacts & (worry.never | for_children | for_adults_alone)


@pytest.mark.parametrize("worry", BY_CONCERN)
@pytest.mark.parametrize("who", TELLERS)
def test_from_18_nobody_is_sent_to_what_is_for_children(worry: Worry, who: str) -> None:
    told = of_a_child(worry, who, "18-plus")

    assert set() == told.contacts & {"social-services", "lado", "ceop", "report-remove"}


# -- left of the ways that were there


@pytest.mark.parametrize("who", TELLERS)
def test_a_picture_of_a_grown_up_goes_to_the_police_and_never_to_the_picture_hotline(
    who: str,
) -> None:
    """One question asks who is in it and who sent it; each answer sees who acts."""
    grown_up = screen(who, "no", "11-17", "picture", "picture-of-someone", "grown-up")
    child = screen(who, "no", "11-17", "picture", "picture-of-someone", "child")

    assert {"police-101", "ceop", "social-services"} <= grown_up.groups[0]
    assert "iwf" not in grown_up.contacts
    assert "iwf" in child.groups[0]
    for told in (grown_up, child):
        assert "do-not-share" in told.said


@pytest.mark.parametrize("who", TELLERS)
def test_harm_by_a_teacher_or_coach_reaches_the_designated_officer(who: str) -> None:
    """Beside children's services and the police, with nobody warned."""
    told = screen(who, "no", "11-17", "sexual", "in-person", "works-with-children")

    assert {"social-services", "lado", "police-101", "ceop"} <= told.groups[0]
    assert "allegation-within-a-day" in told.said


def test_an_adult_who_was_abused_as_a_child_is_still_led_to_who_listens() -> None:
    assert [{"napac", "police-101"}] == screen("adult-self", "no", "childhood").groups[:1]


# -- typed


def _typed() -> list[tuple[str, str, str]]:
    with (PHRASES / "worries-adults.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["who"], row["concern"], row["text"]) for row in rows]


def test_typed_lines_offer_the_worry_among_three() -> None:
    """Or danger, which leads to 999. Some are taken for a worry that stands close to theirs."""
    missed = [
        (text, offered)
        for who, concern, text in _typed()
        if concern not in (offered := taken_for(text, who)[:3]) and offered[:1] != ["danger"]
    ]

    assert len(missed) <= 0.03 * len(_typed()), missed


def test_most_typed_lines_offer_the_worry_first() -> None:
    first = [taken_for(text, who)[:1] in ([concern], ["danger"]) for who, concern, text in _typed()]

    assert sum(first) >= 0.85 * len(first)


def test_every_worry_is_typed_by_whoever_may_have_it() -> None:
    typed = {(who, concern) for who, concern, _ in _typed()}
    expected = {(who, worry.concern) for worry in WORRIES for who in TELLERS} | {
        ("adult-self", worry.concern) for worry in WORRIES if worry.of_oneself
    }

    assert set() == expected - typed
