"""The promises the shipped flows keep, looked at over every conversation there is.

`guide check` proves the same from rules; this file knows nothing of it, and walks every path.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import pytest

from guide.conversation import folding, phrases
from guide.conversation.events import Asked, Card, Contact, Event, Heading, Headline, Said
from guide.conversation.narrator import Narrator
from guide.flow.library import load_library
from guide.flow.model import Ending, Facts, Library, Message, Question, holds
from guide.flow.paths import Path, conversations, facts_after, next_step, skip_messages
from guide.i18n.words import Words
from tests.support.talking import SHIPPED, conversation_over

NOT_YOUR_FAULT = {
    "not-your-fault", "if-harmed-not-your-fault", "both-children", "health-help-first",
    "flashed-first", "filmed-first", "okay-or-not", "chatbot-is-no-person", "group-first",
}  # fmt: skip
SEXUAL = {
    "sexual-pressure", "sexual-online", "grooming", "sexual-in-person", "partner-pressure",
    "blackmail", "picture-from-adult",
}  # fmt: skip
THE_ADULT_MAY_BE_THE_ONE = SEXUAL | {
    "uneasy-online", "sexual-unsure", "nude-of-me", "nude-of-someone", "sexual-harassment-school",
    "met-online-wants-to-meet", "unwanted-messages", "home-or-neglect", "unsure", "not-said",
}  # fmt: skip
NEVER_CEOP = {
    "bullying", "hate", "fake-account", "hacked-account", "scam", "low-mood",
    "self-harm", "extremist-content", "radicalisation", "want-to-talk", "upsetting-content",
}  # fmt: skip


@cache
def library() -> Library:
    return load_library(str(SHIPPED))


@cache
def narrator() -> Narrator:
    return Narrator(library(), Words(library().contacts))


class Screen(NamedTuple):
    """An ending as some people meet it, with the shortest way there."""

    path: Path
    contacts: list[str]
    groups: list[list[str]]
    events: list[Event]

    @property
    def replay(self) -> str:
        return "guide walk " + " ".join(self.path.answers)

    def said(self, fact: str) -> str:
        return self.path.facts.get(fact, "")


@cache
def screens() -> list[Screen]:
    """Every different ending screen: one for each ending and set of facts."""
    shortest: dict[tuple[str, frozenset[tuple[str, str]]], Path] = {}
    for path in conversations(library()):
        key = (path.ending.id, frozenset(path.facts.items()))
        if key not in shortest or len(path.answers) < len(shortest[key].answers):
            shortest[key] = path
    return [_screen(path) for path in shortest.values()]


def _screen(path: Path) -> Screen:
    groups: dict[int, list[str]] = {}
    for shown in path.ending.shown(path.facts):
        groups.setdefault(shown.group, []).append(shown.contact)
    events = narrator().end(path.ending, path.facts)
    contacts = [shown.contact for shown in path.ending.shown(path.facts)]
    return Screen(path, contacts, list(groups.values()), events)


def breaking(rule: Callable[[Screen], bool]) -> list[str]:
    """The shortest ways to the screens that break a rule, a few of them."""
    return [screen.replay for screen in screens() if not rule(screen)][:5]


def statements_before(screen: Screen) -> set[str]:
    """The shared statements said before CEOP: before any contact, or under the same heading."""
    ending, facts = screen.path.ending, screen.path.facts
    lines = list(ending.before)
    for more in ending.more:
        if "ceop" in (shown.contact for shown in more.contacts if shown in ending.shown(facts)):
            lines += more.say
    return {line.statement for line in lines if narrator().line_text(line, facts) is not None}


def texts() -> dict[str, str]:
    """Every text a person may be shown, by address and English."""
    found = {}

    def look(value: object) -> None:
        if type(value).__name__ == "Text":
            found[f"{value.address}: {value.source}"] = value.source  # type: ignore[attr-defined]
        elif isinstance(value, tuple):
            for item in value:
                look(item)

    for table in (library().steps, library().contacts, library().statements, library().topics):
        for each in table.values():
            look(each)
    look(library().always)
    return found


# -- promise 1, 2: help and danger first


def test_the_help_is_999_childline_a_trusted_adult_and_ceop() -> None:
    """In this order, on every screen."""
    assert ("emergency", "childline", "trusted-adult", "ceop") == library().help


def test_every_help_line_fits_a_line_of_eighty() -> None:
    """So that the first screen shows help and question together."""
    assert all(len(line.text) <= 76 for line in narrator().help_lines({}))


@pytest.mark.parametrize("flow", ["young-person", "friend", "adult", "adult-self"])
def test_the_first_question_of_every_flow_is_danger(flow: str) -> None:
    """Whoever is asking, danger comes before anything else."""
    step = library().steps[library().flows[flow].start]
    while isinstance(step, Message):
        step = library().steps[step.to[0].to]

    assert isinstance(step, Question)
    assert {"danger": "now"} == dict(step.options[0].means)


def test_danger_can_be_said_before_anything_is_asked() -> None:
    """It stands beside the first question, as beside every other, and leads to 999."""
    talk = conversation_over(library())
    first = talk.begin()[-1]

    assert isinstance(first, Asked)
    assert ["danger"] == [choice.key for choice in talk.standing_choices]
    talk.choose("danger")
    assert "call-999" == talk.step


def test_danger_now_leads_to_999_and_nothing_else() -> None:
    """No other contact and no link competes on that screen."""
    assert [] == breaking(
        lambda screen: (
            (screen.said("danger") != "now" and "emergency" not in screen.contacts[:1])
            or (screen.contacts == ["emergency"] and screen.path.ending.urgency == "emergency")
        )
    )


def test_danger_can_be_said_at_every_question() -> None:
    """The answer that stands everywhere is there, and leads to 999."""
    for step in library().steps.values():
        if isinstance(step, Question):
            by_id = {option.id: option for option in library().options(step)}
            assert ("danger", "now") in by_id["danger"].means, step.id


# -- promise 3: CEOP


def test_sexual_abuse_under_18_reaches_ceop() -> None:
    """First or side by side with the first; after the trusted adult for a child under 11."""

    def reaches(screen: Screen) -> bool:
        if screen.said("concern") not in SEXUAL or screen.said("danger") == "now":
            return True
        if screen.said("age") == "18-plus" or screen.said("who") == "adult-self":
            return True
        if screen.said("age") == "under-11" and screen.said("who") in ("young-person", "friend"):
            return "trusted-adult" in screen.groups[0] and "ceop" in screen.contacts[:3]
        return "ceop" in screen.groups[0]

    assert [] == breaking(reaches)


def test_what_must_be_known_is_said_before_the_ceop_link() -> None:
    """Not your fault, law enforcement, not anonymous, what happens after: before every link."""
    assert [] == breaking(
        lambda screen: (
            "ceop" not in screen.contacts
            or (
                "ceop-in-short" in statements_before(screen)
                and bool(statements_before(screen) & NOT_YOUR_FAULT)
            )
        )
    )


def test_ceop_in_short_says_what_it_is_that_it_needs_a_name_and_what_happens() -> None:
    """To every reader, in thirty words at most."""
    for variant in library().statements["ceop-in-short"].say:
        words = variant.text.source

        assert len(words.split()) <= 30
        assert all(part in words for part in ("law enforcement", "name", "reads", "may call"))


def test_abuse_in_person_shows_the_police_beside_ceop() -> None:
    """101 stands side by side with CEOP, for anyone from 11 to 17 and for adults."""
    assert [] == breaking(
        lambda screen: (
            screen.said("concern") != "sexual-in-person"
            or "ceop" not in screen.groups[0]
            or "police-101" in screen.groups[0]
        )
    )


def test_a_victim_of_18_or_over_goes_to_the_police_never_to_ceop() -> None:
    """CEOP is for under-18s; a young person of 18 is still told of Childline."""

    def right(screen: Screen) -> bool:
        if screen.said("age") != "18-plus" or screen.said("danger") == "now":
            return True
        if "ceop" in screen.contacts:
            return False
        if screen.said("concern") in SEXUAL and screen.said("who") == "young-person":
            return "police-101" in screen.groups[0] and "childline" in screen.contacts
        return True

    assert [] == breaking(right)


def test_a_blackmailed_young_person_first_reads_whom_to_call_for_their_life() -> None:
    """The very first words after the action: Childline, 999, and from 11 on Papyrus too."""
    found = 0
    for screen in screens():
        young = screen.said("who") in ("young-person", "friend")
        if not young or screen.said("concern") != "blackmail" or screen.said("danger") == "now":
            continue
        found += 1
        first = next(event.text for event in screen.events if isinstance(event, Said))

        assert "0800 1111" in first, screen.replay
        assert "0800 068 4141" in first or screen.said("age") == "under-11", screen.replay
        assert "999" in first, screen.replay
    assert found


def test_childrens_services_are_those_of_the_nation_or_all_four() -> None:
    """Where the nation is known only its own body is named; else each in one line."""
    named = {
        "england": "The children's team of the council",
        "wales": "emergency duty team",
        "scotland": "social work team",
        "northern-ireland": "Gateway team",
    }
    services = library().contacts["social-services"]

    def lines(nation: str) -> str:
        return " ".join(narrator().contact(services, {"nation": nation} if nation else {}).lines)

    for nation, words in named.items():
        assert words in lines(nation)
        others = set(named.values()) - {words}
        assert not [other for other in others if other in lines(nation)]
    for part in ("England", "Wales", "Scotland", "Northern Ireland", "out-of-hours team"):
        assert part in lines("")


# -- promise 4: not CEOP


def test_bullying_and_other_worries_never_show_ceop() -> None:
    """Nor does a hacked account, hate, low mood or a scam."""
    assert [] == breaking(
        lambda screen: screen.said("concern") not in NEVER_CEOP or "ceop" not in screen.contacts
    )


def test_a_bullied_child_sees_childline() -> None:
    """0800 1111 with the trusted adult, in either order."""
    assert [] == breaking(
        lambda screen: (
            screen.said("concern") != "bullying"
            or screen.said("danger") == "now"
            or "childline" in screen.contacts[:3]
        )
    )


# -- promise 5: under 11


def test_under_11_a_trusted_adult_comes_first() -> None:
    """Always, whatever the worry; and nobody is turned away."""
    assert [] == breaking(
        lambda screen: (
            screen.said("age") != "under-11"
            or screen.said("who") not in ("young-person", "friend")
            or screen.contacts == ["emergency"]
            or screen.contacts[0] == "trusted-adult"
        )
    )


def test_where_the_adult_may_be_the_one_nobody_at_home_is_named() -> None:
    """No parent, carer or relative is named; whom not to choose is said beside the adult."""

    def right(screen: Screen) -> bool:
        if screen.said("who") not in ("young-person", "friend"):
            return True
        if screen.said("concern") not in THE_ADULT_MAY_BE_THE_ONE or screen.said("danger") == "now":
            return True
        adult = next(
            event
            for event in screen.events
            if isinstance(event, Contact) and event.id == "trusted-adult"
        )
        beside = " ".join((adult.why, *adult.lines))
        return "Not the person it is about" in beside and not re.search(
            r"parent|carer|relative|family|mum|dad", beside
        )

    assert [] == breaking(right)


@pytest.mark.parametrize("who", ["young-person", "friend"])
def test_who_is_safe_to_tell_can_be_opened_by_every_young_person(who: str) -> None:
    """At every question and ending of theirs: whom not to choose, who must act, and the door."""
    topic = library().topics["who-is-safe-to-tell"]
    facts = {"who": who, "age": "under-11"}
    said = " ".join(e.text for e in narrator().lines(topic.say, facts) if isinstance(e, Said))

    assert holds(topic.when, facts)
    for part in ("Not the person it is about", "teacher", "0800 1111", "by yourself", "999"):
        assert part in said


def test_every_card_may_be_shown_but_never_the_screen() -> None:
    """The screen holds all that was said; the card holds a few words that give nothing away."""
    shown = re.compile(r"show (?:\w+ ){0,3}(?:this|the) screen", re.IGNORECASE)

    assert [] == [key for key, source in texts().items() if shown.search(source)]


def test_no_card_names_what_happened() -> None:
    """A child shows it to somebody who may pass it on."""
    told = re.compile(r"CEOP|sexual|nude|touch", re.IGNORECASE)

    assert [] == breaking(
        lambda screen: (
            screen.said("who") not in ("young-person", "friend")
            or not any(
                isinstance(event, Card) and told.search(event.text) for event in screen.events
            )
        )
    )


# -- promise 6: not sure


def test_every_question_takes_not_sure_and_rather_not_say() -> None:
    """They are answers everywhere, in the same words and as the last two."""
    for step in library().steps.values():
        if isinstance(step, Question):
            assert ["not-sure", "rather-not-say"] == [o.id for o in step.options[-2:]], step.id


def test_every_ending_shows_a_human_to_contact() -> None:
    """Someone who answers, not only a form or a site."""
    people = {
        "emergency", "childline", "trusted-adult", "police-101", "nspcc-helpline", "stop-it-now",
        "napac", "samaritans", "safeguarding-lead", "act-early", "papyrus",
    }  # fmt: skip

    assert [] == breaking(lambda screen: bool(people & set(screen.contacts)))


# -- promise 7: short


def test_no_conversation_has_more_than_seven_questions() -> None:
    """Who needs help counts as one of them."""
    assert max(len(path.answers) for path in conversations(library())) <= 7


def test_most_conversations_end_within_five_questions() -> None:
    """Counting each answer as equally likely, half or more of the people are there by then."""
    reached = 0.0
    for path in conversations(library()):
        if len(path.answers) <= 5:
            reached += _chance(path)

    assert reached >= 0.5


def _chance(path: Path) -> float:
    chance = 1.0
    facts: Facts = {}
    step = skip_messages(library(), library().first_step(), facts)
    for answer in path.answers:
        assert isinstance(step, Question)
        options = {option.id: option for option in library().options(step)}
        chance /= len(options)
        facts = facts_after(options[answer], facts)
        step = skip_messages(library(), next_step(options[answer].to, facts), facts)
    return chance


# -- promise 10: honest


def test_the_first_words_say_what_this_is() -> None:
    """A computer program: not CEOP, not the police; nobody reads; nothing is kept."""
    said = " ".join(event.text for event in conversation_over(library()).begin()[:-1])  # type: ignore[union-attr]

    for part in ("computer program", "not CEOP", "not the police", "Nothing is kept"):
        assert part in said
    assert re.search(r"[Nn]obody reads", said)


def test_the_ceop_link_is_exactly_the_one_given() -> None:
    """As text, with no button: the name CEOP Safety Centre and its address."""
    ceop = library().contacts["ceop"]

    assert "https://www.ceop.police.uk/safety-centre" == ceop.link
    assert "CEOP Safety Centre" == ceop.name[0].text.source


@pytest.mark.parametrize(
    ("contact", "way", "value"),
    [
        ("papyrus", "phone", "0800 068 4141"),
        ("papyrus", "text", "88247"),
        ("lifeline", "phone", "0808 808 8000"),
        ("nspcc-helpline", "phone", "0808 800 5000"),
        ("nspcc-helpline", "email", ""),
        (
            "report-remove",
            "link",
            "https://www.childline.org.uk/info-advice/bullying-abuse-safety/online-mobile-safety/report-remove/",
        ),
        ("find-the-council", "link", "https://www.gov.uk/report-child-abuse-to-local-council"),
    ],
)
def test_the_digits_and_addresses_that_are_easily_mistaken(
    contact: str, way: str, value: str
) -> None:
    """Digit by digit, as confirmed; and no email where mail may not be received."""
    assert value == library().contacts[contact].value(way)


def test_childline_is_0800_1111_everywhere() -> None:
    """The digits as they are, and no other grouping of them anywhere."""
    assert "0800 1111" == library().contacts["childline"].phone
    assert [] == [key for key, source in texts().items() if re.search(r"0800\s*11|1111", source)]


def test_no_number_or_link_is_typed_into_a_text() -> None:
    """They live once, in the contacts registry."""
    typed = re.compile(r"https?://|www\.|\.uk\b|\.com\b|@|\b\d[\d ]{2,}\d\b|\b(?:101|111|999)\b")
    own_names = {"contacts.emergency.name: 999"}

    found = [
        key
        for key, source in texts().items()
        if typed.search(source)
        and key not in own_names
        and not key.startswith(("contacts.police-101.name", "contacts.nhs-111.name"))
    ]
    assert [] == found


# -- promise 11: no harm by advice


def test_nobody_is_told_to_copy_keep_or_pass_on_a_picture() -> None:
    """Where a picture may be in question, every word of copying is in a "do not"."""
    acts = re.compile(r"\b(screenshot|copy|copies|save|forward|print)\b", re.IGNORECASE)
    negated = re.compile(r"\b(not|never|don't|nobody|no one|without)\b", re.IGNORECASE)

    found = [
        key
        for key, source in texts().items()
        for sentence in re.split(r"(?<=[.!?])\s+", source)
        if acts.search(sentence) and not negated.search(sentence)
    ]
    assert [] == found


def test_picture_endings_say_not_to_share() -> None:
    """Report Remove and the Internet Watch Foundation come with it."""
    assert [] == breaking(
        lambda screen: (
            screen.path.ending.id not in ("use-report-remove", "tell-iwf")
            or any(
                re.search(r"not (send|share|copy)|(send|share|copy)[^.]*not", event.text)
                for event in screen.events
                if isinstance(event, Said)
            )
        )
    )


def test_nothing_blames_alarms_or_promises() -> None:
    """Words that are never used to a person."""
    words = re.compile(
        r"\b(sexting|should have|why did you|your own fault|victim|pervert|paedo\w*|predator|"
        r"hurry|warning|guarantee\w*|completely (?:safe|private|confidential)|we promise|"
        r"no one will (?:ever )?know)\b",
        re.IGNORECASE,
    )

    assert [] == [key for key, source in texts().items() if words.search(source)]


# -- the rest


def test_every_contact_topic_and_statement_is_reached() -> None:
    """Nothing is kept in the registry that nobody can see."""
    shown = {contact for screen in screens() for contact in screen.contacts}

    assert set() == set(library().contacts) - shown - set(library().help)


def test_every_ending_is_reached() -> None:
    """No ending is written for nobody."""
    endings = {key for key, step in library().steps.items() if isinstance(step, Ending)}

    assert endings == {screen.path.ending.id for screen in screens()}


def test_english_words_are_ascii() -> None:
    """So that they are whole on any terminal."""
    assert [] == [key for key, source in texts().items() if not source.isascii()]


def test_every_ending_begins_with_one_action_and_shows_contacts() -> None:
    """The headline first, then what to know, then whom to turn to."""
    for screen in screens():
        kinds = [type(event) for event in screen.events]
        assert kinds[0] is Headline
        first_contact = kinds.index(Contact)
        assert set(kinds[1:first_contact]) <= {Said}
        assert kinds.count(Card) <= 1


def test_nobody_who_works_with_children_reads_what_to_do_if_they_do_not_want_to() -> None:
    """A professional has to act: only 999 has the part for whoever cannot, or would not."""
    for_whoever_would_not = narrator().phrase(phrases.IF_NOT_TITLE).text

    def holds_for(screen: Screen) -> bool:
        headings = [event.text for event in screen.events if isinstance(event, Heading)]
        acts = screen.said("who") == "professional" and screen.said("danger") != "now"
        return not acts or for_whoever_would_not not in headings

    assert breaking(holds_for) == []


def test_nobody_who_works_with_children_reads_as_soon_as_you_can() -> None:
    """What they have to report they report today; the heading leaves nothing to choose."""

    def holds_for(screen: Screen) -> bool:
        headline = next(event for event in screen.events if isinstance(event, Headline))
        acts = screen.said("who") == "professional" and screen.said("danger") != "now"
        return not acts or headline.when == "Do this today"

    assert breaking(holds_for) == []


def test_hours_and_links_of_contacts_are_the_confirmed_ones() -> None:
    """Childline: any time by phone, of the chat nothing; True Vision: its address and nations."""
    contacts = library().contacts
    assert "posh" not in contacts
    assert "https://www.report-it.org.uk" == contacts["true-vision"].link
    shown = {screen_contact.id: screen_contact.lines for screen_contact in _contacts_shown()}
    assert "By phone, any time, day or night." in shown["childline"]
    scotland = "In Scotland, call the police on 101."
    assert f"In England, Wales and Northern Ireland. {scotland}" in shown["true-vision"]


def _contacts_shown() -> list[Contact]:
    return [event for screen in screens() for event in screen.events if isinstance(event, Contact)]


def test_the_title_names_whom_to_turn_to_first() -> None:
    """In each nation by the name that the contact below it has."""

    def holds_for(screen: Screen) -> bool:
        if screen.path.ending.id not in ("ask-the-nspcc", "call-stop-it-now"):
            return True
        if screen.said("who") == "professional":
            return True
        title = next(event.text for event in screen.events if isinstance(event, Headline))
        first = next(event.name for event in screen.events if isinstance(event, Contact))
        return first.lower() in title.lower()

    assert breaking(holds_for) == []


def test_a_blackmailed_child_reads_of_999_and_childline_before_papyrus() -> None:
    """Under 11 the two stand in the first line; Papyrus is shown under a heading."""

    def holds_for(screen: Screen) -> bool:
        if (screen.said("age"), screen.said("concern")) != ("under-11", "blackmail"):
            return True
        if screen.said("who") not in ("young-person", "friend"):
            return True
        first = next(event.text for event in screen.events if isinstance(event, Said))
        return first.index("999") < first.index("Childline") and "papyrus" in screen.contacts

    assert breaking(holds_for) == []


def test_a_service_of_one_nation_says_so_and_the_others_are_named_too() -> None:
    """A young person is not asked where they live: each waits under a heading, with its nation.

    Where one is first to call, those of the other nations have a heading of their own.
    """

    def is_for_all_or_folded(screen: Screen) -> bool:
        contacts = library().contacts
        seen = [event for event in folding.in_view(screen.events) if isinstance(event, Contact)]
        opened = {choice.key for choice in folding.headings(screen.events)}
        bound = any(contacts[event.id].nations for event in seen)
        young = screen.said("who") in ("young-person", "friend")
        return not young or not bound or "other-nations" in opened

    assert [] == breaking(is_for_all_or_folded)
    for contact in library().contacts.values():
        assert not contact.nations or contact.nation, contact.id


def test_no_young_person_reads_of_a_platform() -> None:
    """They have an app, a game or a site."""

    def speaks_plainly(screen: Screen) -> bool:
        young = screen.said("who") in ("young-person", "friend")
        return not young or "platform" not in repr(screen.events).replace("platform-report", "")

    assert [] == breaking(speaks_plainly)


def test_no_sentence_holds_the_name_of_an_adult_you_trust() -> None:
    """Its capital would stand in the middle of it; in a list it is a name like the others."""
    name = "{trusted_adult_name}"

    assert [] == [key for key, source in texts().items() if name in source and name != source]
