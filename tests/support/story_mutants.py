"""Mutants of a sound story: each is worse than the story it was made of, in one known way."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from guide.flow.model import Wording
from guide.practice.scenario import ListeningTurn, Move, Scenario

PADDING = (
    ", and that is how it has always been here, as everybody in this building knows very well, "
    "and as it will go on being for as long as any of us can think of"
)
DISCLOSURE = "My uncle comes into my room in the evenings, ever since the summer holidays."
# Each move gets one of them: over all stories every one is tried on many.
TAGS = ("isn't it", "right", "don't you think", "can't you", "okay", "aren't they")


class Mutant(NamedTuple):
    """What was done, where, and the story that came of it."""

    kind: str
    where: str
    story: Scenario


def story_mutants(story: Scenario) -> Iterator[Mutant]:
    """Every mutant of a story."""
    for turn in story.listen:
        for move in turn.moves:
            where = f"{story.id} {turn.id} {move.id}"
            for kind, worse in _worse(move, TAGS[len(where) % len(TAGS)]):
                yield Mutant(kind, where, _with(story, turn, {move.id: worse}))
        yield from _of_pairs(story, turn)
    yield from _of_all(story)


def _worse(move: Move, tag: str) -> Iterator[tuple[str, Move]]:
    if move.needs:
        yield "drop a needs", move._replace(needs=())
    if move.opens > 0:
        yield "add a tag question", move._replace(say=_ends(move.say, f", {tag}?"))
    else:
        disclosed = _mapped(move.reply, lambda _: DISCLOSURE)
        yield "reward a bad line", move._replace(reply=disclosed)
        yield "lengthen a bad line", move._replace(say=_ends(move.say, f"{PADDING}."))


def _of_pairs(story: Scenario, turn: ListeningTurn) -> Iterator[Mutant]:
    for good in turn.moves:
        for bad in turn.moves:
            if good.opens > 0 > bad.opens:
                where = f"{story.id} {turn.id} {good.id} {bad.id}"
                words = {
                    good.id: good._replace(say=bad.say),
                    bad.id: bad._replace(say=good.say),
                }
                kinds = {
                    good.id: good._replace(kind=bad.kind),
                    bad.id: bad._replace(kind=good.kind),
                }
                undone = {bad.id: bad._replace(reply=good.reply)}
                yield Mutant("swap good and bad", where, _with(story, turn, words))
                yield Mutant("swap their kinds", where, _with(story, turn, kinds))
                yield Mutant("undo a consequence", where, _with(story, turn, undone))
        if good.kind in ("reassurance", "honesty", "safety-check"):
            called = {good.id: good._replace(kind="reflecting-back")}
            where = f"{story.id} {turn.id} {good.id}"
            yield Mutant("call it reflecting-back", where, _with(story, turn, called))


def _of_all(story: Scenario) -> Iterator[Mutant]:
    def good(change: Callable[[Move], Move]) -> Scenario:
        return _each(story, lambda move: change(move) if move.opens > 0 else move)

    if story.hat == "professional" and story.you != "designated-lead":
        yield Mutant(
            "remove the lead",
            story.id,
            good(lambda move: move._replace(say=_swapped(move.say, "lead", "friend"))),
        )
    yield Mutant(
        "lengthen every good line",
        story.id,
        good(lambda move: move._replace(say=_ends(move.say, f"{PADDING}."))),
    )


def _with(story: Scenario, turn: ListeningTurn, changed: dict[str, Move]) -> Scenario:
    turns = tuple(
        each._replace(moves=tuple(changed.get(move.id, move) for move in each.moves))
        if each is turn
        else each
        for each in story.listen
    )
    return story._replace(listen=turns)


def _each(story: Scenario, change: Callable[[Move], Move]) -> Scenario:
    turns = tuple(turn._replace(moves=tuple(map(change, turn.moves))) for turn in story.listen)
    return story._replace(listen=turns)


def _ends(words: Wording, end: str) -> Wording:
    return _mapped(words, lambda text: text.rstrip(".?!") + end)


def _swapped(words: Wording, old: str, new: str) -> Wording:
    return _mapped(words, lambda text: text.replace(old, new))


def _mapped(words: Wording, change: Callable[[str], str]) -> Wording:
    return tuple(
        variant._replace(text=variant.text._replace(source=change(variant.text.source)))
        for variant in words
    )
