"""What every story keeps to, each rule by its name: a rule looks at one story and finds faults."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from guide.flow import walk
from guide.flow.model import Ending, Library, Wording
from guide.practice import wording
from guide.practice.details import details, shared
from guide.practice.scenario import DANGER, Move, Scenario, tellings
from guide.practice.talk import every_state, over, sayable
from guide.problems import Place, Problem

OUR_OWN = frozenset({"kind-words", "this-guide"})
"""What the makers of the guide wrote: no learning point rests on it alone."""


class StoryRule(NamedTuple):
    """A name, and what finds the faults against it."""

    name: str
    faults: Callable[[Scenario, Library], Iterator[Problem]]


def wordings_of(part: Wording) -> Iterator[str]:
    """The words of every variant of a wording."""
    return (variant.text.source for variant in part)


def moves_of(scenario: Scenario) -> Iterator[Move]:
    """Everything that may be said in a story."""
    return (move for turn in scenario.listen for move in turn.moves)


# -- care


def _caution_is_no_error(scenario: Scenario, library: Library) -> Iterator[Problem]:
    for name, _, place in scenario.wrong:
        step = library.steps[name]
        if isinstance(step, Ending) and step.urgency == "emergency":
            yield Problem(
                place,
                f'"{name}" is more careful than what is held, and that is never wrong.',
                "Take it out of `wrong:`.",
            )


def _suicide_is_danger(scenario: Scenario, _: Library) -> Iterator[Problem]:
    if not any(telling.facts.get(DANGER) == "no" for telling in tellings(scenario)):
        return
    for place, words in _theirs(scenario):
        if wording.may_mean_suicide(words):
            yield Problem(
                place,
                f'They speak of suicide, and the facts say that there is no danger: "{words}"',
                "Hold `danger: unsure`, or `now`.",
            )


def _theirs(scenario: Scenario) -> Iterator[tuple[Place, str]]:
    """All that the person may say."""
    for part in (scenario.says, scenario.closed, scenario.next_day):
        for words in wordings_of(part):
            yield scenario.place, words
    for move in moves_of(scenario):
        for words in wordings_of(move.reply):
            yield move.place, words


def _suicide_is_prepared(scenario: Scenario, _: Library) -> Iterator[Problem]:
    talked = [
        words
        for move in moves_of(scenario)
        for words in (*wordings_of(move.say), *wordings_of(move.reply))
    ]
    if not any(map(wording.talks_of_suicide, (*talked, *wordings_of(scenario.says)))):
        return
    if not any("suicid" in words.lower() for words in wordings_of(scenario.note)):
        yield Problem(
            scenario.place, "There is talk of suicide.", "Say so in `note:`, before the story."
        )
    points = [words for line in scenario.learning for words in wordings_of(line.wording)]
    if not any("suicid" in words.lower() for words in points):
        yield Problem(
            scenario.place,
            "There is talk of suicide, and no learning point on it.",
            "Add one under `learning:`, with its source.",
        )


def _sourced(scenario: Scenario, library: Library) -> Iterator[Problem]:
    for line in scenario.learning:
        names = library.statements[line.statement].sources if line.statement else line.sources
        if not set(names) - OUR_OWN:
            yield Problem(
                line.place,
                "A learning point names no document from outside this guide.",
                "Give it a `source:` of flows/shared/sources.yaml that says so.",
            )


def _said_right(scenario: Scenario, _: Library) -> Iterator[Problem]:
    for text in walk.texts((scenario,)):
        if reached := wording.number_or_link(text.source):
            yield Problem(
                text.place,
                f'"{reached}" is a number or a link.',
                "Take it out: the guide shows whom to reach.",
            )
        if thing := wording.child_as_thing(text.source):
            yield Problem(text.place, f'A child is "it": "{thing}"', "Say they, he or she.")
        if slip := wording.slip(text.source):
            yield Problem(text.place, f'"{slip[0]}" is not said in English.', f"{slip[1]}.")
        if not text.source.isascii():
            yield Problem(
                text.place, "This holds a sign that is not ASCII.", "Use straight quotes."
            )


def _names_nobody(scenario: Scenario, _: Library) -> Iterator[Problem]:
    # What is learned names documents and services.
    texts = list(walk.texts((scenario._replace(learning=()),)))
    whole = " ".join(text.source for text in texts)
    for text in texts:
        if name := wording.name_of_somebody(text.source, whole):
            yield Problem(
                text.place,
                f'"{name}" may be somebody\'s name.',
                "Say who it is instead: a friend, the teacher, a boy in year nine.",
            )


# -- the talk as a machine


def _never_stuck(scenario: Scenario, _: Library) -> Iterator[Problem]:
    """On every way through, something good can be said that rests on what was told."""
    can_be_said: set[str] = set()
    # What may be said rests on what was told, not on its values: one telling stands for all.
    for telling in tellings(scenario)[:1]:
        for now in every_state(telling):
            if over(telling, now):
                continue
            moves = sayable(telling, now)
            can_be_said |= {f"{now.number} {move.id}" for move in moves}
            if not any(move.opens > 0 for move in moves):
                turn = scenario.listen[now.number]
                yield Problem(
                    turn.place,
                    f'In turn "{turn.id}" nothing good can be said where this was told: '
                    f"{', '.join(sorted(now.told)) or 'nothing'}.",
                    "Correct `needs:`, or let something told before it be a `tells:`.",
                )
                return
    for number, turn in enumerate(scenario.listen):
        for move in turn.moves:
            if f"{number} {move.id}" not in can_be_said:
                yield Problem(
                    move.place,
                    f'"{move.id}" needs what is never told before it.',
                    "Correct its `needs:`.",
                )


def _calls_first(scenario: Scenario, _: Library) -> Iterator[Problem]:
    """In danger the first good thing to say brings help."""
    if not any(telling.facts.get(DANGER) == "now" for telling in tellings(scenario)):
        return
    turn = scenario.listen[0]
    for move in turn.moves:
        if move.opens > 0 and not move.calls:
            yield Problem(
                move.place,
                f'There is danger now, and "{move.id}" does not bring 999.',
                "Let the first good thing to say call for help, in words.",
            )


def _nothing_is_undone(scenario: Scenario, _: Library) -> Iterator[Problem]:
    """A bad line opens nobody up, and a call that nobody made brings no help."""
    in_danger = any(telling.facts.get(DANGER) == "now" for telling in tellings(scenario))
    for turn in scenario.listen:
        good = {words for move in turn.moves if move.opens > 0 for words in wordings_of(move.reply)}
        for move in turn.moves:
            if move.opens > 0:
                continue
            for words in wordings_of(move.reply):
                if (words in good and len(words) > _BRIEF) or _mostly(words, good):
                    yield Problem(
                        move.place,
                        f'"{move.id}" closes the person down and is answered like a good line.',
                        "Let them say less.",
                    )
                elif in_danger and wording.help_comes(words):
                    yield _undone(move.place, words)
    if in_danger:
        for words in (*wordings_of(scenario.closed), *wordings_of(scenario.next_day)):
            if wording.help_comes(words):
                yield _undone(scenario.place, words)


_BRIEF = 8
"""Letters of an answer that anybody may give to anything, such as: Okay."""


def _mostly(words: str, good: set[str]) -> bool:
    """Whether most of what is told is what a good line brings out in the same turn."""
    own = details(words)
    return len(own) > 2 and 2 * len(shared(words, good)) > len(own)


def _undone(place: Place, words: str) -> Problem:
    return Problem(
        place,
        f'Nobody has called, and yet help comes: "{words}"',
        "What was lost stays lost: let them say what they do without help.",
    )


RULES = (
    StoryRule("caution is no error", _caution_is_no_error),
    StoryRule("talk of suicide is danger", _suicide_is_danger),
    StoryRule("talk of suicide is prepared", _suicide_is_prepared),
    StoryRule("every point has a source from outside", _sourced),
    StoryRule("no number, no link, no child as a thing, plain English", _said_right),
    StoryRule("nobody is called by a name", _names_nobody),
    StoryRule("something good can be said on every way", _never_stuck),
    StoryRule("in danger 999 comes first", _calls_first),
    StoryRule("what was lost stays lost", _nothing_is_undone),
)
"""What a story must keep to before it is played."""


def faults_against(
    rules: tuple[StoryRule, ...], scenario: Scenario, library: Library
) -> Iterator[Problem]:
    """The faults of one story, each once."""
    yield from dict.fromkeys(fault for rule in rules for fault in rule.faults(scenario, library))
