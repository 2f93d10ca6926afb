"""Every shipped story, played down its right way and its commonest wrong ways."""

import re
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path

import pytest

from guide.conversation.events import Choice, Said
from guide.flow.library import load_library
from guide.flow.model import Ending, Facts, Library, Question
from guide.flow.paths import facts_after, next_step, skip_messages
from guide.i18n.words import Words
from guide.practice import hats
from guide.practice.check import story_problems
from guide.practice.coverage import coverage
from guide.practice.practice import Practice
from guide.practice.progress import Shelf
from guide.practice.read import scenarios_from
from guide.practice.safest import right_way
from guide.practice.scenario import DANGERS, SILENCE, ScenarioCase
from guide.practice.scene import Stage
from guide.practice.talk import every_state, heard, over, talk_after
from guide.practice.way import Search, follow, search
from guide.project import Project
from guide.session import Answer, Session
from tests.support.practising import (
    MAIN,
    SEED,
    after,
    badly,
    engine,
    folder,
    practice,
    said_in,
    shipped,
    stage,
    telling,
    told,
    well,
)
from tests.support.talking import SHIPPED

EACH = pytest.mark.parametrize("story", MAIN, ids=lambda story: story.id)


def text_of(held: Practice) -> str:
    """All that is said now."""
    return "\n".join(getattr(event, "text", "") for event in held.again())


def keys(held: Practice) -> list[str]:
    return [choice.key for choice in held.choices]


def test_the_shipped_stories_have_no_fault() -> None:
    """What their authors and `guide check` would be told is nothing."""
    assert [] == story_problems(Project(str(SHIPPED)))


def test_there_are_at_least_24_stories() -> None:
    assert len(MAIN) >= 24
    assert len(MAIN) == len(scenarios_from(shipped(), str(SHIPPED)).scenarios)


def test_every_value_of_concern_danger_audience_age_and_role_has_a_story() -> None:
    """Each concern by the young and by adults. The product of them is shown and not demanded."""
    covered = coverage(shipped(), told())

    assert () == covered.lacking
    assert {telling.expected for telling in told()} <= {cell.ending for cell in covered.cells}


def test_a_cell_is_practised_only_by_that_audience_at_that_age() -> None:
    """One story told by one person fills one cell of its ending, and no other ending's."""
    covered = coverage(shipped(), [telling("a-secret-friend")])
    filled = {cell for cell, names in covered.cells.items() if names}

    assert {("report-to-ceop", "friend", "11-17")} == filled


def test_of_ways_that_fit_the_one_that_says_most_is_right(tmp_path: Path) -> None:
    """A way that leaves unsaid what the person holds is not theirs, however early it is written."""
    flows = folder(tmp_path)
    file = flows / "tiny.yaml"
    text = file.read_text(encoding="utf-8")
    unsaid = "      unsaid: {say: Something, to: talk-to-childline}\n"
    file.write_text(text.replace("      sexual:\n", f"{unsaid}      sexual:\n"), encoding="utf-8")
    found = search(load_library(str(flows)), {"age": "11-17", "concern": "sexual"})

    assert found.right is not None
    assert "report-to-ceop" == found.right.ending.id


def test_a_way_is_searched_for_once_in_a_practice(monkeypatch: pytest.MonkeyPatch) -> None:
    """In whatever words it goes on: each list of stories and each scene asks for it anew."""
    asked = []

    def counted(library: Library, held: Facts, hints: Mapping[str, str] | None = None) -> Search:
        asked.append((tuple(held.items()), tuple((hints or {}).items())))
        return search(library, held, hints)

    monkeypatch.setattr("guide.practice.way.search", counted)
    words = Words(shipped().contacts)
    held = Practice(Stage(shipped(), words, told(), SEED, Shelf()))
    for _ in range(2):
        held.choose("adult")
        held.back()
        held.speak(words)

    assert asked
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("story", told(), ids=lambda story: story.id)
def test_a_real_session_goes_the_right_way(story: ScenarioCase) -> None:
    """Facts held, the guide itself leads to the ending the author wrote down."""
    session = Session(engine())
    for answer in right_way(stage(), story).answers:
        assert answer.step == session.step
        session.choose(answer.option)

    assert story.expected == session.step
    for fact, value in session.facts.items():
        assert story.facts[fact] == value


@pytest.mark.parametrize("story", told(), ids=lambda story: story.id)
def test_a_good_listener_hears_all_that_the_guide_asks(story: ScenarioCase) -> None:
    """Said well all the way, nothing the guide asks for stays unheard."""
    asked = right_way(stage(), story).facts.keys() - {"who"}

    assert asked <= heard(story, well(story))


@EACH
def test_listening_well_ends_without_a_word_of_blame(story: ScenarioCase) -> None:
    """The debrief names what opened the person up, and nothing that closed them down."""
    held = after(story.id, "listen", *well(story))

    assert "listened" == held.step
    assert "What closed them down" not in text_of(held)
    assert "Every turn you took helped them to talk." in text_of(held)


@EACH
def test_listening_badly_closes_the_person_down(story: ScenarioCase) -> None:
    """The worst that can be said: nothing more is heard, each cause and a better way is."""
    worst = badly(story)
    held = after(story.id, "listen", *worst)

    assert heard(story, worst) == set(story.scenario.tells) & story.facts.keys()
    assert "What closed them down" in text_of(held)
    assert stage().say(story.scenario.listen[0].best.say, story.facts) in text_of(held)
    assert "again-there" == keys(held)[0]
    assert "What this story teaches" not in text_of(held)
    for words in stage().spoken(story.scenario.learning, story.facts):
        assert words not in text_of(held)


@EACH
def test_every_way_through_a_talk_ends_in_what_is_yours_to_do(story: ScenarioCase) -> None:
    """Well or badly, told much or nothing: write it down, and tell someone who can act, today."""
    for now in every_state(story):
        if over(story, now):
            words = text_of(after(story.id, "listen", *said_in(now)))

            assert "write down their words" in words
            assert "today" in words


@EACH
def test_no_bad_way_ends_better_than_a_good_one(story: ScenarioCase) -> None:
    """Whatever is said, nothing more is told than to a good listener, and no time comes back."""
    good = talk_after(story, well(story))

    assert not good.late
    for now in every_state(story):
        assert now.told <= good.told
        if story.facts["danger"] == "now" and now.replies and not now.replies[0].helped:
            assert now.late


@EACH
def test_every_way_of_silence_is_played_to_its_end(story: ScenarioCase) -> None:
    """Waiting before any good line loses nothing, but for 999, where every minute counts."""
    waits = list(product((False, True), repeat=len(story.scenario.listen)))
    for waited in waits:
        keys = [
            key
            for silent, line in zip(waited, well(story), strict=True)
            for key in ((SILENCE, line) if silent else (line,))
        ]
        text = text_of(after(story.id, "listen", *keys))
        late = story.facts["danger"] == "now" and waited[0]

        assert heard(story, keys) == heard(story, well(story))
        assert ("999 was called later" in text) == late
        assert ("You said nothing and stayed." in text) == any(waited[late:])
        assert "What closed them down" not in text or late
        assert "write down their words" in text


@EACH
def test_everything_that_may_be_said_is_answered(story: ScenarioCase) -> None:
    """Each move of each turn, with the best before it: a reply, and no error."""
    for number, turn in enumerate(story.scenario.listen):
        for move in turn.moves:
            held = after(story.id, "listen", *well(story)[:number], move.id)

            said = [event.text for event in held.again() if isinstance(event, Said)]
            assert any(': "' in text for text in said)


@EACH
def test_walking_the_right_way_is_told_to_be_the_safest(story: ScenarioCase) -> None:
    """The right answers lead to no place where the ways part."""
    answers = [answer.option for answer in right_way(stage(), story).answers]
    held = after(story.id, "walk", *answers, "compare")

    assert "Your answers are those of the safest way." in text_of(held)
    assert "Where the ways part" not in text_of(held)
    assert "again-there" not in keys(held)


def test_what_waits_under_headings_at_the_ending_is_named() -> None:
    """A walk shows only what is in view there."""
    held = after("the-coach", "walk", "young-person", "no", "under-11")
    while "compare" not in keys(held):
        held.choose(keys(held)[0])
    held.choose("compare")

    assert "each under a heading to open: Before you report; " in text_of(held)


def test_in_danger_nobody_is_told_to_look_for_them_tomorrow() -> None:
    """Where 999 was not called, it is called at once, and that is all that is said."""
    said = text_of(after("on-the-way", "listen", *badly(telling("on-the-way"))))

    assert "999 was not called in this talk." in said
    assert "tomorrow" not in said


PARAGRAPHS = {
    "nice-conversations": "1.1.3",
    "nice-ways-to-talk": "1.1.2",
}
"""Each number of a paragraph that is shown: it was read in its document, beside the words."""


def test_no_paragraph_is_named_that_nobody_read() -> None:
    """A story's own words name none, and a source names one only where it was read there."""
    for file in sorted((SHIPPED / "practice").glob("*.yaml")):
        assert not re.search(r"\b(paragraphs?|paras?\.?) \d", file.read_text(encoding="utf-8"))
    named = {
        source.id: numbers[-1]
        for source in shipped().sources.values()
        if (numbers := re.findall(r"(?:paragraph|recommendation|para) ([\d.]+)", source.document))
    }

    assert named == PARAGRAPHS


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("fine-thanks", "NG76, recommendation 1.1.3, NICE, 2017-10-09."),
        ("the-stairs", "Working together to safeguard children, 2026, Department for Education,"),
        ("the-stairs", "on chapter 1, A shared responsibility, Norfolk County Council"),
        ("pe-kit-again", "Achieving best evidence in criminal proceedings, 2022, Ministry of"),
        ("swim-bag", "Keeping children safe in education, 2026, part one, Department for"),
    ],
)
def test_a_debrief_names_the_document_and_where_in_it(name: str, shown: str) -> None:
    """A trainer can look it up: document, part or recommendation, publisher, day and address."""
    words = text_of(after(name, "listen", *well(telling(name))))

    assert shown in words
    assert "To read: https://" in words


def wrong_ways(story: ScenarioCase) -> Iterator[tuple[str, ...]]:
    """At each question of the right way, every other answer; then the first answer to the end."""
    library = shipped()
    right = [answer.option for answer in right_way(stage(), story).answers]
    session = Session(engine())
    for number, answer in enumerate(right):
        question = session.at
        assert isinstance(question, Question)
        for option in library.options(question):
            if option.id != answer:
                facts = facts_after(option, session.facts)
                step = skip_messages(library, next_step(option.to, facts), facts)
                way = [*right[:number], option.id]
                while isinstance(step, Question):
                    first = step.options[0]
                    way.append(first.id)
                    facts = facts_after(first, facts)
                    step = skip_messages(library, next_step(first.to, facts), facts)
                yield tuple(way)
        session.choose(answer)


@EACH
def test_every_wrong_turn_is_debriefed(story: ScenarioCase) -> None:
    """Where the ways part is shown, and offered to try again; more caution is no wrong turn."""
    for way in wrong_ways(story):
        held = after(story.id, "walk", *way, "compare")
        text = text_of(held)

        if "Where the ways part" in text:
            held.choose("again-there")
            assert not held.finished
        else:
            session = Session(engine())
            for option in way:
                session.choose(option)
            assert "More careful than needed. That is fine." in text
            said, known = session.facts["danger"], story.facts["danger"]
            assert DANGERS.index(said) > DANGERS.index(known)


def on_from(begun: list[str], held: tuple[Answer, ...]) -> list[str]:
    """A way to its end: what is held where it is asked, and none of the signs of danger."""
    known = {answer.step: answer.option for answer in held}
    session = Session(engine())
    for option in begun:
        session.choose(option)
    way = list(begun)
    while isinstance(session.at, Question):
        way.append(known.get(session.step, "none"))
        session.choose(way[-1])
    return way


@pytest.mark.parametrize("story", told(), ids=lambda story: story.id)
def test_nothing_more_careful_is_ever_shown_as_wrong(story: ScenarioCase) -> None:
    """Danger answered with yes, or not sure, where less is held: it is fine, and said to be."""
    right = right_way(stage(), story)
    answers = [answer.option for answer in right.answers]
    for number, (question, option) in enumerate(follow(shipped(), right.answers)):
        for other in shipped().options(question):
            if hats.more_careful(other, option):
                way = on_from([*answers[:number], other.id], right.answers)
                text = text_of(after(story.id, "walk", *way, "compare"))

                assert "More careful than needed. That is fine." in text
                assert "Where the ways part" not in text
                assert "What that would have meant" not in text


@EACH
def test_what_is_always_yours_can_be_decided_first_and_is_never_wrong(story: ScenarioCase) -> None:
    """The lead, writing it down, the council, the officer, 999: but in danger 999 comes first."""
    answers = [answer.option for answer in right_way(stage(), story).answers]
    for first in ("safeguarding-lead", "record", "social-services", "lado", "emergency"):
        held = after(story.id, "route", first)
        held.choose("enough")
        for answer in answers:
            held.choose(answer)
        held.choose("compare")
        parted = "You part at place 1" in text_of(held)

        assert parted == (story.facts["danger"] == "now" and first != "emergency")


@pytest.mark.parametrize("story", told(), ids=lambda story: story.id)
def test_what_is_theirs_and_what_is_yours_stand_side_by_side(story: ScenarioCase) -> None:
    """In the debrief of every telling: what they may do, what you must, and what is for today."""
    answers = [answer.option for answer in right_way(stage(), story).answers]
    text = text_of(after(story.id, "walk", *answers, "compare"))

    assert "Two ways: theirs and yours\nThey: " in text
    yours = hats.your_way(stage(), story)
    alike = story.audience == story.scenario.hat
    assert ("\nYou: " in text) == (yours is not None and not alike)
    assert "write down their words" in text
    assert "999 comes first" in text


def ways_to(ending: str, story: ScenarioCase) -> Iterator[tuple[str, ...]]:
    """Shortest answers, as this person says who they are, to an ending."""
    library = shipped()
    waiting: list[tuple[str, dict[str, str], tuple[str, ...]]] = [(library.first_step(), {}, ())]
    seen = set()
    for step_id, facts, way in waiting:
        step = skip_messages(library, step_id, facts)
        state = (step.id, frozenset(facts.items()))
        if state in seen:
            continue
        seen.add(state)
        if isinstance(step, Ending):
            if step.id == ending:
                yield way
            continue
        for option in library.options(step):
            after_it = dict(facts_after(option, facts))
            if after_it.get("who", story.audience) == story.audience:
                waiting.append((next_step(option.to, after_it), after_it, (*way, option.id)))


@EACH
def test_the_wrong_endings_authors_name_say_what_they_would_have_meant(story: ScenarioCase) -> None:
    """Each one that this teller can reach is told in the author's words."""
    reached = 0
    for ending, words, _ in story.scenario.wrong:
        way = next(ways_to(ending, story), None)
        if way is None or ending == story.expected:
            continue
        reached += 1
        held = after(story.id, "walk", *way, "compare")

        meant = stage().say(words, story.facts)
        assert meant in text_of(held)
        assert "What that would have meant" in text_of(held)
    assert reached


@EACH
def test_deciding_offers_the_right_place_and_others(story: ScenarioCase) -> None:
    """The first to turn to is among a handful, and choosing in the guide's order is agreed with."""
    held = after(story.id, "route")
    right = right_way(stage(), story)
    first = right.ending.shown(right.facts)[0].contact

    assert first in keys(held)
    assert {"safeguarding-lead", "social-services", "lado", "emergency", "record"} <= set(
        keys(held)
    )
    assert len(keys(held)) <= 9

    held.choose(first)
    if "enough" in keys(held):
        held.choose("enough")
    for answer in right.answers:
        held.choose(answer.option)
    held.choose("compare")
    assert "You and the guide agree" in text_of(held)


@EACH
def test_each_what_if_says_whether_the_ending_moves(story: ScenarioCase) -> None:
    """Every other answer to every question of the way: moved or not, and why."""
    answers = [answer.option for answer in right_way(stage(), story).answers]
    held = after(story.id, "walk", *answers, "compare", "what-if")
    for question in keys(held):
        if question in ("again", "another", "practised", "finish"):
            continue
        held.choose(question)
        for answer in keys(held):
            held.choose(answer)
            said = text_of(held)
            held.back()

            assert ("The ending moves." in said) != ("The ending stays" in said)
            assert "Who to turn to now" in said
        held.back()


def test_a_change_of_age_moves_the_ending_and_says_where() -> None:
    """From 18 the police take it: the question that treats the two differently is named."""
    answers = [a.option for a in right_way(stage(), telling("coins-for-a-picture")).answers]
    held = after("coins-for-a-picture", "walk", *answers, "compare", "what-if", "age", "18-plus")

    assert "Before: Tell the CEOP Safety Centre what happened. Now: Call the police on 101" in (
        text_of(held)
    )
    assert 'At "Which is closest?" the same answer now leads elsewhere' in text_of(held)


def test_an_ending_of_the_same_name_that_shows_less_is_said_to() -> None:
    """A way by grooming ends at CEOP as blackmail does, without what those who pay must read."""
    way = ("young-person", "not-sure", "not-sure", "11-17", "sexual", "online", "sex-talk")
    text = text_of(after("pay-or-i-post", "walk", *way, "compare"))

    assert "The ending has the same name, and shows less." in text
    assert "They would not have been shown: " in text
    assert "They would not have read: " in text
    assert "shows the same help" not in text


def test_a_what_if_names_whom_it_adds() -> None:
    """Not sure about danger: the ending's name stays, and 999 is new there."""
    answers = [a.option for a in right_way(stage(), telling("coins-for-a-picture")).answers]
    held = after("coins-for-a-picture", "walk", *answers, "compare", "what-if", "danger")
    held.choose("not-sure")

    assert "New here: 999." in text_of(held)
    assert "No question on the way treats the two differently." not in text_of(held)


def test_no_story_has_a_name_or_a_number_in_it() -> None:
    """Numbers, links and names of services come from the guide, and nobody is called anything."""
    for story in MAIN:
        for turn in story.scenario.listen:
            for move in turn.moves:
                for variant in (*move.say, *move.reply, *move.because):
                    assert "0800" not in variant.text.source
                    assert "www." not in variant.text.source


def test_one_not_met_is_always_another() -> None:
    """Until all are met, `One I have not met` never gives the same story twice."""
    held = practice()
    seen = []
    for _ in MAIN:
        held.choose("new")
        title = held.again()[0]
        seen.append(title)
        story = held.scene.telling
        assert story is not None
        held.choose("listen")
        for move in well(story):
            held.choose(move)
        held.choose("another")
    assert len(MAIN) == len(set(seen))

    held.choose("new")
    assert "You have met every story here" in text_of(held)


def listed_under(*chosen: str) -> Iterator[tuple[tuple[str, ...], tuple[Choice, ...]]]:
    """Every list of stories below these answers at the menu, with how it is come to."""
    held = practice()
    for key in chosen:
        held.choose(key)
    if held.step == "stories":
        yield chosen, held.choices
    else:
        for key in keys(held):
            yield from listed_under(*chosen, key)


@pytest.mark.parametrize("way", ["told", "you", "age", "length"])
def test_every_story_can_be_chosen_from_the_menu(way: str) -> None:
    """By who tells it, who you are, age and length: in lists of a dozen at most, with notes."""
    starts = [key for key in keys(practice()) if key not in ("new", "find", "practised", "finish")]
    below = [(who,) for who in starts] if way == "told" else [("find", way)]
    lists = [offered for start in below for _, offered in listed_under(*start)]

    assert {story.id for story in MAIN} == {choice.key for offered in lists for choice in offered}
    assert 12 >= max(map(len, lists))
    assert all(choice.hint for offered in lists for choice in offered)


def test_no_story_is_looked_for_under_skip() -> None:
    """Who says nothing of what it is stands where nobody is sure."""
    held = practice()
    held.choose("young-person")
    labels = [choice.label for choice in held.choices]

    assert "Not sure" in labels
    assert "Skip" not in labels
