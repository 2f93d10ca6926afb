"""What an animal does is no person's doing: "the cat keeps biting me and scratching my arms".

Only what animals do every day is left out, up to where somebody is spoken of. A dog that attacked
somebody, that died or that is hurt is heard as ever.
"""

from collections.abc import Sequence

from guide.understanding.typed import BREAK
from guide.understanding.whom import people

_ANIMALS = frozenset(
    {
        *("cat", "kitten", "dog", "puppy", "rabbit", "hamster", "gerbil", "parrot", "budgie"),
        *("horse", "pony", "goat", "sheep", "cow", "duck", "goose", "swan", "seagull", "hen"),
        *("chicken", "wasp", "bee", "mosquito", "squirrel", "pig", "donkey", "llama", "ferret"),
        *("tortoise", "hedgehog", "lizard", "gecko", "snake", "pigeon", "magpie", "fox", "mouse"),
    }
)
_DOES = frozenset(
    {
        *("bit", "bites", "biting", "bite", "scratched", "scratches", "scratching", "scratch"),
        *("licks", "licked", "licking", "chased", "chases", "chasing", "follows", "followed"),
        *("following", "stung", "stings", "pecked", "nipped", "nips", "sat", "sits", "jumps"),
        *("jumped", "jumping", "clawed", "claws", "hit", "knocked", "stole", "nicked", "kicks"),
        *(
            "ran",
            "runs",
            "escaped",
            "escapes",
            "hid",
            "hides",
            "hisses",
            "hissed",
            "barks",
            "barked",
        ),
    }
)
_BETWEEN = frozenset({"keeps", "always", "just", "kept", "is", "was", "likes", "to", "has", "it"})
_SOMEBODY = (people.FIRST_PERSON - {"me", "my", "us", "our"}) | people.THIRD | people.AT_HOME
_SOMEBODY |= people.MATE | people.SIBLING | {BREAK, "but", "because", "cos", "so", "when"}
"""Where what the animal does ends."""
_JOINS = frozenset({BREAK, "and", "but", "then", "because", "cos", "so"})


def without_animals(words: Sequence[str]) -> list[str]:
    """The words with a BREAK for each that says what an animal did."""
    left = list(words)
    for at, word in enumerate(words):
        if word in _ANIMALS and not _owned(words, at) and (end := _end(words, at + 1)):
            left[at:end] = [BREAK] * (end - at)
    return left


def _owned(words: Sequence[str], at: int) -> bool:
    """Whether a person is spoken of before the animal, in the same clause."""
    start = next((place for place in range(at, 0, -1) if words[place - 1] in _JOINS), 0)
    return not people.OTHERS.isdisjoint(words[start:at])


def _end(words: Sequence[str], start: int) -> int:
    """Where what an animal does ends; 0 where it is nothing of every day."""
    at = start
    while at < len(words) and words[at] in _BETWEEN:
        at += 1
    if words[at : at + 1] == [] or words[at] not in _DOES:
        return 0
    return next((end for end in range(at, len(words)) if words[end] in _SOMEBODY), len(words))
