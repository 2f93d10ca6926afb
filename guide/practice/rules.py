"""What every story keeps to, each rule by its name: a rule looks at one story and finds faults."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from guide.flow import walk
from guide.flow.model import Ending, Library, Wording, pick
from guide.practice import wording
from guide.practice.details import details, shared
from guide.practice.scenario import DANGER, Move, Scenario, ScenarioCase, tellings
from guide.practice.talk import every_state, over, sayable
from guide.problems import Place, Problem

OWN = frozenset({"kind-words", "this-guide"})
"""What the makers of the guide wrote: no learning point rests on it alone."""


class Rule(NamedTuple):
    """A name, and what finds the faults against it."""

    name: str
    faults: Callable[[Scenario, Library], Iterator[Problem]]


def _words(part: Wording) -> Iterator[str]:
    return (variant.text.source for variant in part)


def _moves(scenario: Scenario) -> Iterator[Move]:
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
    for words in (*_words(scenario.says), *_words(scenario.closed)):
        yield scenario.place, words
    for move in _moves(scenario):
        for words in _words(move.reply):
            yield move.place, words


def _suicide_is_prepared(scenario: Scenario, _: Library) -> Iterator[Problem]:
    talked = [
        words for move in _moves(scenario) for words in (*_words(move.say), *_words(move.reply))
    ]
    if not any(map(wording.talks_of_suicide, (*talked, *_words(scenario.says)))):
        return
    if not any("suicid" in words.lower() for words in _words(scenario.note)):
        yield Problem(
            scenario.place, "There is talk of suicide.", "Say so in `note:`, before the story."
        )
    points = [words for line in scenario.learning for words in _words(line.wording)]
    if not any("suicid" in words.lower() for words in points):
        yield Problem(
            scenario.place,
            "There is talk of suicide, and no learning point on it.",
            "Add one under `learning:`, with its source.",
        )


def _sourced(scenario: Scenario, library: Library) -> Iterator[Problem]:
    for line in scenario.learning:
        names = library.statements[line.statement].sources if line.statement else line.sources
        if not set(names) - OWN:
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
    said: set[str] = set()
    for telling in tellings(scenario)[:1]:
        for now in every_state(telling):
            if over(telling, now):
                continue
            moves = sayable(telling, now)
            said |= {f"{now.number} {move.id}" for move in moves}
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
            if f"{number} {move.id}" not in said:
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
        good = {words for move in turn.moves if move.opens > 0 for words in _words(move.reply)}
        for move in turn.moves:
            if move.opens > 0:
                continue
            for words in _words(move.reply):
                if words in good or _mostly(words, good):
                    yield Problem(
                        move.place,
                        f'"{move.id}" closes the person down and is answered like a good line.',
                        "Let them say less.",
                    )
                elif in_danger and wording.help_comes(words):
                    yield _undone(move.place, words)
    if in_danger:
        for words in _words(scenario.closed):
            if wording.help_comes(words):
                yield _undone(scenario.place, words)


def _mostly(words: str, good: set[str]) -> bool:
    """Whether most of what is told is what a good line brings out in the same turn."""
    told = details(words)
    return len(told) > 2 and 2 * len(shared(words, good)) > len(told)


def _undone(place: Place, words: str) -> Problem:
    return Problem(
        place,
        f'Nobody has called, and yet help comes: "{words}"',
        "What was lost stays lost: let them say what they do without help.",
    )


# -- the craft


def _kind_fits_words(scenario: Scenario, _: Library) -> Iterator[Problem]:
    for move in _moves(scenario):
        for words in _words(move.say):
            if what := wording.contradiction(move.kind, words):
                yield Problem(
                    move.place,
                    f'"{move.id}" is called {move.kind} and {what}.',
                    "Change the words, or the kind.",
                )
                break


def _not_put_into_their_mouth(scenario: Scenario, _: Library) -> Iterator[Problem]:
    for telling in tellings(scenario):
        told = _spoken(telling, scenario.says)
        for turn in scenario.listen:
            for move in turn.moves:
                if move.opens > 0 and move.kind != "safety-check":
                    topic = wording.unsaid_topic(_spoken(telling, move.say), told)
                    if topic:
                        yield Problem(
                            move.place,
                            f'"{move.id}" speaks of {topic}, of which nobody has told.',
                            "Leave it to them to say it first.",
                        )
            told = f"{told} {_spoken(telling, turn.best.say)} {_spoken(telling, turn.best.reply)}"


def _spoken(telling: ScenarioCase, part: Wording) -> str:
    text = pick(part, telling.facts)
    return text.source if text else ""


def _needs_what_it_takes_up(scenario: Scenario, _: Library) -> Iterator[Problem]:
    """A line that takes up a detail of an answer cannot be said before that was told."""
    for telling in tellings(scenario):
        open_to_all = [
            _spoken(telling, part) for part in (scenario.says, scenario.person, scenario.setting)
        ]
        free = set().union(*map(details, open_to_all))
        told_by: dict[str, Move] = {}
        for turn in scenario.listen:
            good = [move for move in turn.moves if move.opens > 0]
            for move in good:
                taken_up = details(_spoken(telling, move.say)) & told_by.keys() - free
                for word in sorted(taken_up):
                    if not set(told_by[word].tells) & set(move.needs):
                        yield _unneeded(move, word, told_by[word])
                        break
            for move in good:
                heard = details(_spoken(telling, move.reply)) - details(_spoken(telling, move.say))
                told_by |= {word: move for word in heard if word not in told_by}
                free |= details(_spoken(telling, move.say))


def _unneeded(move: Move, word: str, told_by: Move) -> Problem:
    fact = next(iter(told_by.tells), "")
    advice = f"Add `needs: {fact}`" if fact else f'Let "{told_by.id}" tell a detail, and need it'
    return Problem(
        move.place,
        f'"{move.id}" takes up "{word}", which only "{told_by.id}" brings out.',
        f"{advice}, so that it cannot be said before.",
    )


HABITS: dict[str, Callable[[str], int]] = {
    "the longest": len,
    "the shortest": lambda words: -len(words),
    "the most words": lambda words: len(words.split()),
    "the most thanks": wording.thanks,
}
"""What somebody may go by who knows nothing of listening."""
_LUCK = 0.5
"""In how many turns of a story a habit may be right beyond chance: less than that is luck."""


def _no_habit_wins(scenario: Scenario, _: Library) -> Iterator[Problem]:
    turns = [turn.moves for turn in scenario.listen if turn.moves]
    chance = sum(map(_share_of_good, turns))
    for habit, measure in HABITS.items():
        right = sum(_share_of_good(_taken(moves, measure)) for moves in turns)
        if right > max(1, chance) and right >= chance + _LUCK:
            yield Problem(
                scenario.listen[0].place,
                f"Who always takes {habit} is right in {right:.1f} of {len(turns)} turns, "
                f"and by chance in {chance:.1f}.",
                "Even them out, and do not only fill up what is bad.",
            )


def _share_of_good(moves: tuple[Move, ...]) -> float:
    """How often somebody is right who takes any of these."""
    return sum(move.opens > 0 for move in moves) / len(moves)


def _taken(moves: tuple[Move, ...], measure: Callable[[str], int]) -> tuple[Move, ...]:
    """What a habit takes: one move, or any of those it cannot tell apart."""
    sizes = [max(map(measure, _words(move.say)), default=0) for move in moves]
    return tuple(move for move, size in zip(moves, sizes, strict=True) if size == max(sizes))


def _says_who_will_know(scenario: Scenario, _: Library) -> Iterator[Problem]:
    if not any(move.kind == "honesty" for move in _moves(scenario)):
        yield Problem(
            scenario.place,
            "Nobody says who will be told.",
            "Add something to say of the kind honesty.",
        )
    good = " ".join(
        words for move in _moves(scenario) if move.opens > 0 for words in _words(move.say)
    )
    if scenario.hat == "professional" and scenario.you != "designated-lead" and "lead" not in good:
        yield Problem(
            scenario.place,
            "No good line names the safeguarding lead.",
            "Say in one that you will tell your lead.",
        )


RULES = (
    Rule("caution is no error", _caution_is_no_error),
    Rule("talk of suicide is danger", _suicide_is_danger),
    Rule("talk of suicide is prepared", _suicide_is_prepared),
    Rule("every point has a source from outside", _sourced),
    Rule("no number, no link, no child as a thing, plain English", _said_right),
    Rule("nobody is called by a name", _names_nobody),
    Rule("something good can be said on every way", _never_stuck),
    Rule("in danger 999 comes first", _calls_first),
    Rule("what was lost stays lost", _nothing_is_undone),
)
"""What a story must keep to before it is played."""
CRAFT = (
    Rule("the kind fits the words", _kind_fits_words),
    Rule("nothing is put into their mouth", _not_put_into_their_mouth),
    Rule("what a line takes up, it needs", _needs_what_it_takes_up),
    Rule("no habit wins", _no_habit_wins),
    Rule("they are told who will know", _says_who_will_know),
)
"""What makes a story teach well. A story that lacks it plays, and its author is told."""


def faults_against(
    rules: tuple[Rule, ...], scenario: Scenario, library: Library
) -> Iterator[Problem]:
    """The faults of one story, each once."""
    yield from dict.fromkeys(fault for rule in rules for fault in rule.faults(scenario, library))
