"""The proof agrees with a walk along every path, on random small flows with loops."""

from collections import deque
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.check.finding import Finding
from guide.check.folder import proof_for
from guide.check.proof.factsets import FactSets, TooMany, changed
from guide.check.proof.reachability import Proof, count_conversations
from guide.check.rules.prove import violations
from guide.check.rules.read import Rule
from guide.diff.endings import changes
from guide.flow import paths
from guide.flow.model import Ending, Facts, Library, Message, Question, When, holds
from guide.problems import Place
from tests.support.random_flows import CONTACTS, FACTS, STATEMENTS, conditions, libraries

Frozen = tuple[tuple[str, str], ...]
Met = tuple[str, Frozen, frozenset[str]]
Walked = dict[Met, tuple[str, ...]]
Ended = list[tuple[Ending, Facts]]


def walk(library: Library) -> Walked:
    """Every step with every combination of facts and of statements read, and the fewest answers.

    One after another, as a person would: nothing here knows of sets.
    """
    begin: Met = (library.first_step(), (), frozenset())
    found: Walked = {begin: ()}
    waiting = deque([begin])
    while waiting:
        step_id, known, read = waiting.popleft()
        answers = found[step_id, known, read]
        step = library.steps[step_id]
        facts: Facts = dict(known)
        following: list[tuple[str, Facts, frozenset[str], tuple[str, ...]]] = []
        if isinstance(step, Message):
            said = {line.statement for line in step.say if holds(line.when, facts)}
            following.append((paths.next_step(step.to, facts), facts, read | said, answers))
        elif isinstance(step, Question):
            for option in library.options(step):
                after = paths.facts_after(option, facts)
                following.append(
                    (paths.next_step(option.to, after), after, read, (*answers, option.id))
                )
        for to, after, more, so_far in following:
            there = (to, tuple(sorted(after.items())), frozenset(more))
            if there not in found or len(so_far) < len(found[there]):
                found[there] = so_far
                # A message costs no answer: what comes of it is looked at before the rest.
                (waiting.appendleft if so_far == answers else waiting.append)(there)
    return found


def number_of(facts: Facts, fact_sets: FactSets) -> int:
    """The combination that these facts are, as a set of its own; 0 where nobody has it."""
    return fact_sets.bits().get(changed(0, fact_sets.changes(facts.items())), 0)


@given(libraries())
@settings(max_examples=100, deadline=None)
def test_each_step_is_entered_with_exactly_what_walking_finds(library: Library) -> None:
    proof = Proof(library)
    walked: dict[str, int] = dict.fromkeys(library.steps, 0)
    for step_id, known, _ in walk(library):
        walked[step_id] |= number_of(dict(known), proof.fact_sets)

    assert walked == {step_id: proof.at(step_id) for step_id in library.steps}


@given(libraries())
@settings(max_examples=80, deadline=None)
def test_the_answers_shown_are_the_fewest_and_lead_there(library: Library) -> None:
    proof = Proof(library)
    fewest: dict[tuple[str, int], int] = {}
    for (step_id, known, _), answers in walk(library).items():
        met = (step_id, number_of(dict(known), proof.fact_sets))
        fewest[met] = min(fewest.get(met, len(answers)), len(answers))
    for (step_id, bit), number in fewest.items():
        shown = proof.answers_to(step_id, bit)

        assert len(shown) == number
        assert (step_id, bit) in _met(library, shown, proof)


def _met(library: Library, answers: tuple[str, ...], proof: Proof) -> list[tuple[str, int]]:
    """The steps met after the last of these answers, with their combination."""
    facts: Facts = {}
    step_id = library.first_step()
    left = list(answers)
    met = []
    while True:
        step = library.steps[step_id]
        if not left:
            met.append((step_id, number_of(facts, proof.fact_sets)))
        if isinstance(step, Message):
            step_id = paths.next_step(step.to, facts)
        elif isinstance(step, Question) and left:
            option = next(one for one in library.options(step) if one.id == left[0])
            left.pop(0)
            facts = paths.facts_after(option, facts)
            step_id = paths.next_step(option.to, facts)
        else:
            return met


@given(libraries(loops=False))
@settings(max_examples=80, deadline=None)
def test_conversations_are_counted_as_walking_counts_them(library: Library) -> None:
    assert sum(1 for _ in paths.conversations(library)) == count_conversations(Proof(library).edges)


@given(libraries(), st.integers(1, 4))
@settings(max_examples=80, deadline=None)
def test_no_path_is_longer_than_the_proof_says(library: Library, limit: int) -> None:
    """A question after `limit` others is found exactly where a walk of that many finds one."""
    proof = Proof(library)
    now: set[tuple[str, Frozen]] = {(library.first_step(), ())}
    for _ in range(limit):
        following = set()
        for step_id, known in now:
            step = paths.skip_messages(library, step_id, dict(known))
            if isinstance(step, Question):
                for option in library.options(step):
                    after = paths.facts_after(option, dict(known))
                    following.add((paths.next_step(option.to, after), tuple(sorted(after.items()))))
        now = following
    settled = (paths.skip_messages(library, step_id, dict(known)) for step_id, known in now)
    expected = {step.id for step in settled if isinstance(step, Question)}
    found = proof.longer_than(limit, proof.fact_sets.all)

    assert expected == {proof.edges.ids[node] for node in found}
    assert all(len(answers) == limit for answers in found.values())


def rule(**demands: object) -> Rule:
    """A rule that demands nothing but this."""
    empty: dict[str, object] = dict.fromkeys(Rule._fields, ())
    given_ = {"id": "r", "sentence": "A rule.", "questions_at_most": 0, "place": Place("r", 1)}
    return Rule(**{**empty, **given_, **demands})  # type: ignore[arg-type]


def ends(library: Library) -> list[tuple[Ending, Facts, set[str]]]:
    """Every ending as someone meets it: the facts, and the statements read before its contacts."""
    found: list[tuple[Ending, Facts, set[str]]] = []
    for step_id, known, read in walk(library):
        step, facts = library.steps[step_id], dict(known)
        if isinstance(step, Ending):
            said = {line.statement for line in step.before if holds(line.when, facts)}
            found.append((step, facts, said | read))
    return found


contacts = st.lists(st.sampled_from(CONTACTS), min_size=1, max_size=2, unique=True).map(tuple)


@given(libraries(), conditions, conditions, contacts, st.sampled_from(STATEMENTS))
@settings(max_examples=100, deadline=None)
def test_a_rule_is_broken_exactly_where_somebody_finds_it_broken(
    library: Library, when: When, unless: When, named: tuple[str, ...], statement: str
) -> None:
    """Each demand of an ending, asked of every person one by one, and of the proof."""
    demands: dict[str, tuple[str, ...]] = {
        "always": named,
        "never": named,
        "only": named,
        "one_of": named,
        "first": named,
        "first_alone": named,
        "beside": named,
        "order": named,
        "said_first": (statement,),
        "knows": ("a",),
    }
    for name, wanted in demands.items():
        tried = rule(when=when, unless=unless, **{name: wanted})
        proof = proof_for(library, (tried,))
        found = {_ending_of(finding) for finding in violations([tried], proof)}
        expected = {
            ending.id
            for ending, facts, read in ends(library)
            if holds(when, facts)
            and not any(holds((part,), facts) for part in unless)
            and not _kept(name, wanted, ending, facts, read)
        }

        assert expected == found, name


def _ending_of(finding: Finding) -> str:
    return finding.what.split('"')[1]


def _kept(name: str, wanted: tuple[str, ...], ending: Ending, facts: Facts, read: set[str]) -> bool:
    """Whether one person finds a demand kept, asked in the plainest way."""
    ranks: dict[int, list[str]] = {}
    for shown in ending.shown(facts):
        ranks.setdefault(shown.group, []).append(shown.contact)
    order = [ranks[group] for group in sorted(ranks)]
    everyone = [contact for rank in order for contact in rank]
    place = {contact: number for number, rank in enumerate(order) for contact in rank}
    if name == "always":
        return set(wanted) <= set(everyone)
    if name == "never":
        return not set(wanted) & set(everyone)
    if name == "only":
        return bool(everyone) and set(everyone) <= set(wanted)
    if name == "one_of":
        return bool(set(wanted) & set(everyone))
    if name == "first":
        return bool(order) and bool(set(wanted) & set(order[0]))
    if name == "first_alone":
        return bool(order) and len(order[0]) == 1 and order[0][0] in wanted
    if name == "beside":
        return set(wanted) <= set(everyone) and len({place[one] for one in wanted}) == 1
    if name == "order":
        there = [one for one in wanted if one in place]
        return len(there) < len(wanted) or all(
            place[one] < place[other] for one, other in pairwise(wanted)
        )
    if name == "said_first":
        return set(wanted) <= read
    return set(wanted) <= facts.keys()


@given(libraries(), st.sampled_from("xyz"), st.sampled_from(CONTACTS))
@settings(max_examples=80, deadline=None)
def test_whoever_gave_an_answer_is_followed_from_there(
    library: Library, answer: str, contact: str
) -> None:
    """A rule of those who answered so looks at exactly the endings that they come to."""
    tried = rule(answered=(answer,), never=(contact,))
    found = {_ending_of(finding) for finding in violations([tried], proof_for(library, (tried,)))}
    expected = set()
    for step_id, known, _ in walk(library):
        step = library.steps[step_id]
        option = step.option(answer) if isinstance(step, Question) else None
        if option is not None:
            facts = paths.facts_after(option, dict(known))
            for ending, after in _ends_from(library, paths.next_step(option.to, facts), facts):
                if contact in [shown.contact for shown in ending.shown(after)]:
                    expected.add(ending.id)

    assert expected == found


def _ends_from(library: Library, step_id: str, facts: Facts) -> Ended:
    begin = (step_id, tuple(sorted(facts.items())))
    seen, waiting = {begin}, [begin]
    found: Ended = []
    while waiting:
        here, known = waiting.pop()
        step = paths.skip_messages(library, here, dict(known))
        if isinstance(step, Ending):
            found.append((step, dict(known)))
            continue
        for option in library.options(step):
            after = paths.facts_after(option, dict(known))
            there = (paths.next_step(option.to, after), tuple(sorted(after.items())))
            if there not in seen:
                seen.add(there)
                waiting.append(there)
    return found


@given(libraries(), st.sampled_from("xyz"), st.sampled_from(CONTACTS))
@settings(max_examples=80, deadline=None)
def test_an_answer_that_is_worse_is_found_and_no_other(
    library: Library, answer: str, contact: str
) -> None:
    """Worse: kept up to the end it loses a contact that another answer may lead to."""
    tried = rule(not_worse=(answer,), keeps=(contact,))
    found = {
        finding.what.split('"')[3] for finding in violations([tried], proof_for(library, (tried,)))
    }
    expected = set()
    for step_id, known, _ in walk(library):
        step = library.steps[step_id]
        if isinstance(step, Question) and step.option(answer) is not None:
            kept = _kept_up(library, step, dict(known), answer, contact)
            others = any(
                contact in [shown.contact for shown in ending.shown(after)]
                for option in step.options
                if option.id != answer
                for facts in [paths.facts_after(option, dict(known))]
                for ending, after in _without_standing(
                    library, paths.next_step(option.to, facts), facts
                )
            )
            if others and not kept:
                expected.add(step_id)

    assert expected == found


def _without_standing(library: Library, step_id: str, facts: Facts) -> Ended:
    return _ends_from(library._replace(always=()), step_id, facts)


def _kept_up(
    library: Library, step: Question | Ending, facts: Facts, answer: str, contact: str
) -> bool:
    """Whether giving the same answer to the end leads to the contact."""
    met = set()
    while isinstance(step, Question):
        option = step.option(answer)
        here = (step.id, tuple(sorted(facts.items())))
        if option is None or here in met:
            return False
        met.add(here)
        facts = paths.facts_after(option, facts)
        step = paths.skip_messages(library, paths.next_step(option.to, facts), facts)
    return contact in [shown.contact for shown in step.shown(facts)]


@given(libraries())
@settings(max_examples=50, deadline=None)
def test_nothing_changes_between_a_library_and_itself(library: Library) -> None:
    assert changes(library, library) == []


@given(conditions)
def test_a_condition_holds_of_the_combinations_it_holds_of(when: When) -> None:
    every = [((fact, (value,)),) for fact, values in FACTS.items() for value in values]
    fact_sets = FactSets([*every, when])
    for a in ("", *FACTS["a"]):
        for b in ("", *FACTS["b"]):
            facts = {fact: value for fact, value in (("a", a), ("b", b)) if value}
            bit = number_of(facts, fact_sets)

            assert bool(bit & fact_sets.holding(when)) == holds(when, facts)


def test_facts_that_no_condition_mentions_cost_nothing() -> None:
    conditions_: list[When] = [(("a", ("1",)),), (("a", ("2", "3")), ("b", ("1",)))]

    # `a` is 1, or one of 2 and 3, or not said; `b` is 1 or anything else.
    assert FactSets(conditions_).size == 3 * 2


def test_too_many_combinations_are_refused_with_the_facts_named() -> None:
    wide: list[When] = [((f"f{n}", (f"v{m}",)),) for n in range(12) for m in range(9)]
    with pytest.raises(TooMany) as caught:
        FactSets(wide)

    assert caught.value.combinations == 10**12
    assert set(caught.value.facts) == {f"f{n}" for n in range(12)}
