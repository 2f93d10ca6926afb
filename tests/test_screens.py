"""All conversations as one machine: as small as can be, and never other than the engine."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.conversation.conversation import Conversation
from guide.flow import paths
from guide.flow.library import load_library
from guide.flow.model import Ending, Library, Line, Question, Text, Topic, Variant
from guide.front.languages import Languages
from guide.i18n.words import Words
from guide.screens.build import Endless, Screens, all_starts
from guide.screens.machine import (
    KeyPath,
    ScreenMachine,
    State,
    shortest_paths,
)
from guide.session import FlowEngine, NotOffered, Session
from tests.support.random_flows import CONTACTS, HERE, conditions, libraries, lines
from tests.support.screen_walks import (
    count_paths,
    differences,
    each_conversation,
    each_place,
    each_state,
    key_paths,
)
from tests.support.talking import ROOT, SHIPPED, TINY

START = "adult-self"
"""A start with few states, where every change to the machine can be tried."""


@cache
def shipped() -> Library:
    return load_library(str(SHIPPED))


@cache
def languages() -> Languages:
    return Languages(shipped().contacts, str(ROOT / "locales"))


@cache
def screens() -> Screens:
    return Screens(shipped(), all_starts(shipped()))


@cache
def machine(language: str = "en") -> ScreenMachine:
    return screens().tell(languages().words(language))


def talk(start: str = "", language: str = "en") -> Conversation:
    step, facts = all_starts(shipped())[start]
    return Conversation(shipped(), languages().words(language), step, facts)


OTHERS = ["cy", "ur"]
"""One written from left to right and one from right to left; `make soak` walks them all."""
STARTS = sorted(set(all_starts(shipped())) - {"", shipped().start})


def test_every_answer_anywhere_shows_what_the_machine_says() -> None:
    """Each place of the engine, by all it knows of a person, and each answer given there."""
    assert [] == list(differences(machine(), talk(), each_place))


@pytest.mark.parametrize("language", OTHERS)
def test_every_state_and_every_move_in_each_language(language: str) -> None:
    """The same states, in its own words, each reached by one conversation."""
    walked = differences(machine(language), talk(language=language), each_state)

    assert [] == list(walked)


@pytest.mark.parametrize("start", STARTS)
def test_every_state_and_every_move_from_each_start(start: str) -> None:
    """Who begins as a parent meets other numbers and words than who is asked."""
    assert [] == list(differences(machine(), talk(start), each_state, start))


@pytest.mark.soak
@pytest.mark.parametrize("language", languages().codes)
def test_every_conversation_in_each_language(language: str) -> None:
    """No way is taken for another: each conversation is had from its beginning to its end."""
    walked = differences(machine(language), talk(language=language), each_conversation)

    assert [] == list(walked)


@pytest.mark.parametrize("start", ["", *STARTS])
def test_the_machine_has_the_conversations_that_paths_lists(start: str) -> None:
    """One for one, in the same order, and as many as `guide paths --count` says."""
    step, facts = all_starts(shipped())[start]
    listed = [path.answers for path in paths.conversations(shipped(), step, facts)]

    assert listed == list(key_paths(machine(), start))
    assert paths.count(shipped(), step, facts) == count_paths(machine(), start)


def test_it_is_small() -> None:
    """No two states are alike, and the screens are a small part of the conversations."""
    states = machine().states.values()
    alike = {(state.screen, state.menu, *state.moves.items()) for state in states}

    assert len(states) == len(alike)
    assert 20 * len(machine().screens) < count_paths(machine())


# -- a machine that is wrong is seen


def merged(wrong: ScreenMachine, gone: str, kept: str) -> ScreenMachine:
    """The machine with one state taken for another."""
    states = {
        name: state._replace(
            moves={key: kept if to == gone else to for key, to in state.moves.items()}
        )
        for name, state in wrong.states.items()
        if name != gone
    }
    return wrong._replace(states=states)


def alike() -> list[tuple[State, State]]:
    """Pairs of states that show the same screen, and differ in their menus or in what follows."""
    reached = [machine().states[name] for name in shortest_paths(machine(), START)]
    return [(one, two) for one, two in combinations(reached, 2) if one.screen == two.screen]


def test_two_states_wrongly_made_one_are_seen() -> None:
    """Even where they show the same screen."""
    pairs = alike()
    unseen = [
        (gone.id, kept.id)
        for gone, kept in pairs
        if not any(differences(merged(machine(), gone.id, kept.id), talk(START), each_place, START))
    ]

    assert pairs
    assert [] == unseen


def asks(wrong: ScreenMachine) -> State:
    """The second question from the start."""
    first = wrong.walk((), START)
    return next(state for to in first.moves.values() if (state := wrong.states[to]).moves)


def with_state(wrong: ScreenMachine, state: State) -> ScreenMachine:
    return wrong._replace(states={**wrong.states, state.id: state})


def without_an_answer(wrong: ScreenMachine) -> ScreenMachine:
    state = asks(wrong)
    return with_state(wrong, state._replace(moves=dict([*state.moves.items()][1:])))


def with_another_key(wrong: ScreenMachine) -> ScreenMachine:
    state = asks(wrong)
    (key, to), *others = state.moves.items()
    return with_state(wrong, state._replace(moves={f"{key}s": to, **dict(others)}))


def leading_astray(wrong: ScreenMachine) -> ScreenMachine:
    state = asks(wrong)
    key, last = next(iter(state.moves)), [*state.moves.values()][-1]
    return with_state(wrong, state._replace(moves={**state.moves, key: last}))


def with_another_number(wrong: ScreenMachine) -> ScreenMachine:
    screen = wrong.screens[asks(wrong).screen]
    asked = screen.events[-1]._replace(number=7)  # type: ignore[call-arg]
    changed = screen._replace(events=(*screen.events[:-1], asked))
    return wrong._replace(screens={**wrong.screens, screen.id: changed})


def with_another_echo(wrong: ScreenMachine) -> ScreenMachine:
    screen = wrong.screens[asks(wrong).screen]
    first, *others = screen.answered
    changed = screen._replace(answered=(first._replace(text="Nothing"), *others))
    return wrong._replace(screens={**wrong.screens, screen.id: changed})


def with_no_danger_to_say(wrong: ScreenMachine) -> ScreenMachine:
    screen = wrong.screens[asks(wrong).screen]
    return wrong._replace(screens={**wrong.screens, screen.id: screen._replace(standing=())})


def with_a_topic_less(wrong: ScreenMachine) -> ScreenMachine:
    menu = wrong.menus[asks(wrong).menu]
    opened = dict([*menu.opened.items()][1:])
    return wrong._replace(menus={**wrong.menus, menu.id: menu._replace(opened=opened)})


def with_no_help(wrong: ScreenMachine) -> ScreenMachine:
    menu = wrong.menus[asks(wrong).menu]
    return wrong._replace(menus={**wrong.menus, menu.id: menu._replace(help_lines=())})


@pytest.mark.parametrize(
    "change",
    [
        without_an_answer,
        with_another_key,
        leading_astray,
        with_another_number,
        with_another_echo,
        with_no_danger_to_say,
        with_a_topic_less,
        with_no_help,
    ],
)
def test_a_wrong_machine_is_seen(change: Callable[[ScreenMachine], ScreenMachine]) -> None:
    """Whatever of it is changed: an answer, where it leads, or a word."""
    assert any(differences(change(machine()), talk(START), each_state, START))


def test_a_machine_in_another_language_is_seen() -> None:
    """The states are the same, the words are not."""
    assert any(differences(machine("cy"), talk(START), each_state, START))


# -- ids


def in_another_process(seed: str) -> str:
    """The ids of the tiny flows' states, found with another seed for Python's hashes."""
    program = (
        "import sys; from guide.flow.library import load_library;"
        "from guide.screens.build import Screens;"
        "print(*Screens(load_library(sys.argv[1])).states)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", program, str(TINY)],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=True,
    ).stdout


def test_ids_are_the_same_in_every_run() -> None:
    """They rest on what is shown, on no seed and no order of memory."""
    ids = " ".join(Screens(load_library(str(TINY))).states)

    assert [f"{ids}\n"] * 2 == [in_another_process("1"), in_another_process("2")]


def reworded(library: Library, ending: Ending) -> Library:
    """A library where one ending has another title."""
    title = ending.title[-1]
    changed = title._replace(text=title.text._replace(source="Ask someone who can help"))
    steps = {**library.steps, ending.id: ending._replace(title=(*ending.title[:-1], changed))}
    return library._replace(steps=steps)


def test_only_what_changed_gets_another_id() -> None:
    """A new title gives new ids to its ending and to the ways there; all others keep theirs."""
    library = load_library(str(TINY))
    ending = next(step for step in library.steps.values() if isinstance(step, Ending))
    before = Screens(library).tell(Words(library.contacts))
    after = Screens(reworded(library, ending)).tell(Words(library.contacts))

    def leads_there(state: State) -> bool:
        shown = before.screens[state.screen].events
        return any(getattr(event, "ending", "") == ending.id for event in shown) or any(
            leads_there(before.states[to]) for to in state.moves.values()
        )

    kept = {name for name, state in before.states.items() if not leads_there(state)}
    assert kept
    assert kept == set(before.states) & set(after.states)


def saying_for_each_age(library: Library, name: str, addresses: Mapping[str, str]) -> Library:
    """A library where an ending says the same English to each age, from a text of its own."""
    ending = library.steps[name]
    assert isinstance(ending, Ending)
    lines = tuple(
        Line((("age", (age,)),), (Variant((), Text(address, "Well done.", HERE)),), "", (), HERE)
        for age, address in addresses.items()
    )
    return library._replace(steps={**library.steps, name: ending._replace(before=lines)})


def test_words_alike_in_english_alone_are_two_screens() -> None:
    """A translator may tell them apart, so all languages have the same states."""
    library = load_library(str(TINY))
    ways = [("no", age, "bullying") for age in ("under-11", "11-17")]

    def apart(addresses: tuple[str, str]) -> bool:
        ages = dict(zip(("under-11", "11-17"), addresses, strict=True))
        changed = saying_for_each_age(library, "talk-to-childline", ages)
        made = Screens(changed).tell(Words(library.contacts))
        young, older = (made.walk(way).screen for way in ways)
        return young != older

    assert (False, True) == (apart(("praise", "praise")), apart(("praise.small", "praise.big")))


def test_every_language_has_the_same_ids() -> None:
    """So a state can be looked at in two languages side by side."""
    ids = [(m.starts, m.states, [*m.screens], [*m.menus]) for m in map(machine, languages().codes)]

    assert ids == [ids[0]] * len(ids)


# -- getting about


def test_back_restart_and_a_changed_answer_are_paths() -> None:
    """They need no moves: the answers that the conversation then has lead to where it is."""
    every_path = [*shortest_paths(machine(), START).values()]
    wrong = []
    for path in every_path[::5]:
        for number, key in ((n, k) for n in range(len(path)) for k in offered(path[:n])):
            conversation = talk(START)
            for answer in path:
                conversation.choose(answer)
            conversation.change(number, key)
            moved = shown_after(conversation) == conversation.again()
            conversation.back()
            if not moved or shown_after(conversation) != conversation.again():
                wrong.append((path, number, key))

    assert [] == wrong


def offered(path: KeyPath) -> Iterable[str]:
    return machine().walk(path, START).moves


def shown_after(conversation: Conversation) -> tuple[object, ...]:
    """What the machine shows after the answers of a conversation."""
    keys = [answer.key for answer in conversation.answers]
    return machine().screens[machine().walk(keys, START).screen].events


def test_an_answer_that_is_not_offered_is_refused() -> None:
    """As a conversation refuses it."""
    with pytest.raises(NotOffered):
        machine().walk(["perhaps"])


# -- any library


@st.composite
def richer(draw: st.DrawFn, loops: bool) -> Library:
    """A random library with topics, help, and words that differ by what is known."""
    library = draw(libraries(loops=loops))
    steps = {}
    for name, step in library.steps.items():
        if isinstance(step, Question):
            when = draw(conditions)
            asked = Variant(when, Text(f"{name}.ask", "And {ceop_name}?", HERE))
            step = step._replace(ask=(asked, *step.ask) if when else step.ask)
        steps[name] = step
    topic = Topic(
        "why",
        draw(conditions),
        (Variant((), Text("why", "Why?", HERE)),),
        draw(lines),
        (),
        (),
        HERE,
    )
    return library._replace(
        steps=steps,
        topics={"why": topic},
        help=CONTACTS[:2],
        questions_left=draw(st.dictionaries(st.sampled_from(sorted(steps)), st.integers(1, 3))),
    )


def leads_round(library: Library) -> bool:
    """Whether a conversation can come to where it was, with all it knew there."""
    journeys = FlowEngine(library)
    done: set[object] = set()

    def follow(session: Session, before: frozenset[object]) -> bool:
        here = (session.turn.passed, session.step, frozenset(session.facts.items()))
        if here in before:
            return True
        if here in done or isinstance(session.at, Ending):
            return False
        done.add(here)
        return any(
            follow(after(session, option.id), before | {here})
            for option in library.options(session.at)
        )

    def after(session: Session, option: str) -> Session:
        copy = Session(journeys, session.step, session.facts)
        copy.choose(option)
        return copy

    return follow(Session(journeys), frozenset())


@settings(max_examples=60, deadline=None)
@given(richer(loops=True))
def test_any_library_is_told_as_its_engine_tells_it(library: Library) -> None:
    """Random flows: the same in every place, or refused because they lead round."""
    words = Words(library.contacts)
    if leads_round(library):
        with pytest.raises(Endless):
            Screens(library)
        return

    made = Screens(library).tell(words)
    assert [] == list(differences(made, Conversation(library, words), each_place))


@settings(max_examples=30, deadline=None)
@given(richer(loops=False), st.dictionaries(st.just("a"), st.sampled_from("123")))
def test_any_library_has_the_conversations_that_paths_lists(
    library: Library, known: Mapping[str, str]
) -> None:
    """With facts known from elsewhere too, such as a kiosk's."""
    made = Screens(library, {"": ("", known)}).tell(Words(library.contacts))

    assert paths.count(library, "", known) == count_paths(made)
