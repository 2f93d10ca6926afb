"""What a kind of harmful words is, and the parts that patterns of several kinds share."""

from typing import NamedTuple

ADVISED = ">"
"""Begins a pattern that harms where it is advised: at the beginning of a sentence, after "you can",
"and", "please" and the like."""


class Harm(NamedTuple):
    """A kind of harmful words."""

    kind: str
    """Its name, as `--explain` and waivers write it."""
    what: str
    """What such a text does."""
    what_to_do: str
    patterns: tuple[str, ...]
    """Harmful unless the sentence says not to, or that somebody else says so."""
    never: tuple[str, ...] = ()
    """Harmful though the sentence has a "not": it is part of the harm."""
    of_answers: bool = False
    """Whether it harms in the words of an answer too, which are the person's own."""


PICTURE = (
    r"(?:pictures?|photos?|photographs?|images?|videos?|nudes?|clips?|selfies?|pics?|snaps?"
    r"|footage)\b"
)
"""A picture, however it is called: a new word for it is known wherever pictures are advised."""
CLOSE_ONES = r"(?:mums?|dads?|mother|father|parents?|carers?|family|teachers?|school|friends?)\b"
NOT_TO = (
    r"(?:do not|don't|never|must not|mustn't|should not|shouldn't|not to|need not|needn't"
    r"|(?:is |are )?no need to|avoid|better not to|best not to|try not to)"
)
