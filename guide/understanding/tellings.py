"""The parts of a line that each tell something: "im bullied and i cut myself" has two."""

from guide.understanding.typed import BREAK, split_words

_JOINS = frozenset({BREAK, "and", "but", "also", "plus", "n", "then"})
# "my dad hits me" has four; fewer say little by themselves.
_TELLS = 3
"""A part of a line of so many words tells something, and two that begin with who it is of."""
_SUBJECTS = frozenset(
    {"im", "ive", "hes", "shes", "theyre", "i", "he", "she", "they", "we", "were"}
)
_MOST_PARTS = 8
"""So many parts are heard by themselves: who tells more is heard as a whole."""


def told_parts(text: str) -> list[str]:
    """The parts of a line that each tell something; none where it has only one."""
    parts: list[list[str]] = [[]]
    for word in split_words(text):
        if word in _JOINS:
            parts.append([])
        else:
            parts[-1].append(word)
    long: list[list[str]] = [[]]
    for part in parts:  # "my dad | also | touches me": so few words go with those after them
        long[-1].extend(part)
        if len(long[-1]) >= _TELLS or (len(long[-1]) > 1 and long[-1][0] in _SUBJECTS):
            long.append([])
    several = [" ".join(part) for part in long if len(part) > 1]
    return several[:_MOST_PARTS] if len(several) > 1 else []
