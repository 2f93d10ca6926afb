"""What makes a story teach well, each rule by its name: without it a story plays all the same."""

from collections.abc import Callable, Iterator

from guide.flow.model import Library, Line, Wording, pick
from guide.practice import wording
from guide.practice.details import details, shared
from guide.practice.rules import StoryRule, moves_of, wordings_of
from guide.practice.scenario import ListeningTurn, Move, Scenario, ScenarioCase, tellings
from guide.problems import Problem


def _kind_fits_words(scenario: Scenario, _: Library) -> Iterator[Problem]:
    for move in moves_of(scenario):
        for words in wordings_of(move.say):
            if what := wording.contradiction(move.kind, words):
                yield Problem(
                    move.place,
                    f'"{move.id}" is called {move.kind} and {what}.',
                    "Change the words, or the kind.",
                )
                break


def _gives_back_what_was_heard(scenario: Scenario, _: Library) -> Iterator[Problem]:
    for telling, turn, heard in _hearings(scenario):
        for move in turn.moves:
            words = _spoken(telling, move.say)
            if move.kind == "reflecting-back" and not shared(words, (heard,)):
                yield Problem(
                    move.place,
                    f'"{move.id}" is called reflecting-back and gives back nothing that was said.',
                    "Take up a word of theirs, or change the kind.",
                )


def _not_put_into_their_mouth(scenario: Scenario, _: Library) -> Iterator[Problem]:
    for telling, turn, heard in _hearings(scenario):
        for move in turn.moves:
            if move.opens > 0:
                plain_check = move.kind == "safety-check"
                words = _spoken(telling, move.say)
                if topic := wording.unsaid_topic(words, heard, as_known=plain_check):
                    yield Problem(
                        move.place,
                        f'"{move.id}" speaks of {topic}, of which nobody has told.',
                        "Leave it to them to say it first.",
                    )


_NEW = 3
"""Details that a bad line may not bring out: a refusal has two at the most."""


def _bad_lines_are_not_rewarded(scenario: Scenario, _: Library) -> Iterator[Problem]:
    """Somebody who closes down tells nothing new, nor on the next day before they are asked."""
    for telling, turn, heard in _hearings(scenario):
        for move in turn.moves:
            known = f"{heard} {_spoken(telling, move.say)}"
            if move.opens < 0 and (new := _brought_out(telling, move.reply, known)):
                yield Problem(
                    move.place,
                    f'"{move.id}" closes the person down, and yet they tell of {new}.',
                    "Let them say less: a better move brings it out.",
                )
    for telling in tellings(scenario):
        if new := _brought_out(telling, scenario.next_day, _spoken(telling, scenario.says)):
            yield Problem(
                scenario.place,
                f"They closed down, and yet on the next day they tell of {new}.",
                "Let `next-day:` say less: what is said to them then brings it out.",
            )


_SAID_OF_LINES = ("a man", "a threat", "a picture", "something shared", "money", "a weapon")
"""Topics whose words also speak of the line itself: that it would be passed on, or costs much."""


def _nothing_is_given_away(scenario: Scenario, _: Library) -> Iterator[Problem]:
    """The reason of a bad line is read before the second try: it holds nothing that is untold."""
    around = " ".join(wordings_of(scenario.note))
    for telling, turn, heard in _hearings(scenario):
        seen = [heard, around, *(_spoken(telling, part) for part in _seen_by_all(scenario))]
        for move in turn.moves:
            known = " ".join((*seen, _spoken(telling, move.say), _spoken(telling, move.reply)))
            reason = _spoken(telling, move.because) if move.opens < 0 else ""
            if topic := wording.unsaid_topic(reason, known, besides=_SAID_OF_LINES):
                yield Problem(
                    move.place,
                    f'The reason of "{move.id}" gives away {topic}, of which nobody has told.',
                    "Leave it for the second try.",
                )


def _brought_out(telling: ScenarioCase, reply: Wording, known: str) -> str:
    """What an answer tells of that nobody knew; empty where it tells nothing much."""
    scenario = telling.scenario
    around = [_spoken(telling, part) for part in _seen_by_all(scenario)]
    known, words = " ".join((*around, known)), _spoken(telling, reply)
    topic = wording.unsaid_topic(words, known, besides=("a man", "a weapon"))
    new = details(words) - details(known)
    return topic or (", ".join(sorted(new)) if len(new) >= _NEW else "")


def _seen_by_all(scenario: Scenario) -> tuple[Wording, ...]:
    return (scenario.person, scenario.setting, scenario.voice, scenario.closed)


def _hearings(scenario: Scenario) -> Iterator[tuple[ScenarioCase, ListeningTurn, str]]:
    """Each turn of each telling, with all that was said before it on the good way."""
    for telling in tellings(scenario):
        heard = _spoken(telling, scenario.says)
        for turn in scenario.listen:
            yield telling, turn, heard
            heard = f"{heard} {_spoken(telling, turn.best.say)} {_spoken(telling, turn.best.reply)}"


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


# Before they were looked at, the longest line was the good one in 101 of 107 turns.
HABITS: dict[str, Callable[[str], int]] = {
    "the longest": len,
    "the shortest": lambda words: -len(words),
    "the most words": lambda words: len(words.split()),
    "the most thanks": wording.thanks,
    "the most sentences": wording.sentence_count,
    "the fewest sentences": lambda words: -wording.sentence_count(words),
    "the most commas": lambda words: words.count(","),
    "the fewest commas": lambda words: -words.count(","),
    "the most questions": lambda words: words.count("?"),
    "the most of you": wording.times_you,
}
"""What somebody may go by who knows nothing of listening."""
_LUCK = 0.5
"""In how many turns of a story a habit may be right beyond chance: more than that is no luck."""


def _no_habit_wins(scenario: Scenario, _: Library) -> Iterator[Problem]:
    turns = [turn.moves for turn in scenario.listen if turn.moves]
    chance = sum(map(_share_of_good, turns))
    for habit, measure in HABITS.items():
        right = sum(_share_of_good(_taken(moves, measure)) for moves in turns)
        # To be right in a single turn is no habit.
        if right > max(1, chance) and right > chance + _LUCK:
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
    sizes = [max(map(measure, wordings_of(move.say)), default=0) for move in moves]
    return tuple(move for move, size in zip(moves, sizes, strict=True) if size == max(sizes))


_FILLED = 2
"""Words of a bad line that only make it longer, such as: you know."""
_PADDED = 60
"""Letters by which a bad line may be longer than any other of its turn."""


def _nothing_is_filled_up(scenario: Scenario, _: Library) -> Iterator[Problem]:
    for turn in scenario.listen:
        lengths = {move.id: max(map(len, wordings_of(move.say)), default=0) for move in turn.moves}
        for move in turn.moves:
            others = max((size for name, size in lengths.items() if name != move.id), default=0)
            if move.opens < 0 and lengths[move.id] > others + _PADDED:
                yield Problem(
                    move.place,
                    f'"{move.id}" is longer than anything else here, and no better for it.',
                    "Shorten it to what people really say.",
                )
            elif move.opens < 0 and any(
                wording.fillers(words) >= _FILLED for words in wordings_of(move.say)
            ):
                yield Problem(
                    move.place,
                    f'"{move.id}" is made longer by words that say nothing.',
                    "Take them out: no bad line needs them to be tempting.",
                )


def _facts_have_a_source(scenario: Scenario, library: Library) -> Iterator[Problem]:
    sourced = " ".join(
        words for line in scenario.learning for words in _with_sources(line, library)
    )
    for move in moves_of(scenario):
        stated = (*wordings_of(move.say), *wordings_of(move.because)) if move.opens > 0 else ()
        for words in stated:
            if about := wording.unsourced_fact(words, sourced):
                yield Problem(
                    move.place,
                    f'"{move.id}" states a fact about {about}, and no learning point has it.',
                    "Add one with its source, or leave the fact out.",
                )


def _with_sources(line: Line, library: Library) -> Iterator[str]:
    """The words of a learning point, and the names of the documents it rests on."""
    statement = library.statements[line.statement] if line.statement else None
    yield from wordings_of(statement.say if statement else line.wording)
    for name in statement.sources if statement else line.sources:
        yield f"{library.sources[name].document}, {library.sources[name].publisher}"


def _says_who_will_know(scenario: Scenario, _: Library) -> Iterator[Problem]:
    if not any(move.kind == "honesty" for move in moves_of(scenario)):
        yield Problem(
            scenario.place,
            "Nobody says who will be told.",
            "Add something to say of the kind honesty.",
        )
    good = " ".join(
        words for move in moves_of(scenario) if move.opens > 0 for words in wordings_of(move.say)
    )
    bound = scenario.hat == "professional" and scenario.you != "designated-lead"
    if bound and not wording.names_the_lead(good):
        yield Problem(
            scenario.place,
            "No good line names the safeguarding lead.",
            "Say in one that you will tell your lead.",
        )


CRAFT = (
    StoryRule("the kind fits the words", _kind_fits_words),
    StoryRule("what is reflected back was said", _gives_back_what_was_heard),
    StoryRule("nothing is put into their mouth", _not_put_into_their_mouth),
    StoryRule("a bad line is not rewarded", _bad_lines_are_not_rewarded),
    StoryRule("what was not told is not given away", _nothing_is_given_away),
    StoryRule("what a line takes up, it needs", _needs_what_it_takes_up),
    StoryRule("no habit wins", _no_habit_wins),
    StoryRule("no bad line is filled up", _nothing_is_filled_up),
    StoryRule("a fact has a source", _facts_have_a_source),
    StoryRule("they are told who will know", _says_who_will_know),
)
"""What makes a story teach well. A story that lacks it plays, and its author is told."""
