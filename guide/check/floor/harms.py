"""The kinds of words that harm a child, whoever writes them, as patterns.

They stand in the program, not among the rules of a folder, so no folder can lack them. They are
English: a translation is held to its English (guide/translate). A pattern is looked for in one
sentence in small letters; nothing in it repeats a repetition, so no text is slow to look at. What
a text must have in it for a pattern to be found there is read from the patterns: after a change,
`python -m tools.needs`.
"""

from guide.check.floor.harm import Harm
from guide.check.floor.harms_advised import ADVICE
from guide.check.floor.harms_by_meaning import BY_MEANING
from guide.check.floor.harms_of_doubt import DOUBTING, HARMING
from guide.check.floor.harms_roundabout_advice import ADVISED_SOFTLY
from guide.check.floor.harms_roundabout_sayings import ROUNDABOUT_SAYINGS
from guide.check.floor.harms_said import SAYINGS


def _with_roundabout(harm: Harm) -> Harm:
    """A kind of harm with how it is said in a roundabout way."""
    for roundabout in (ADVISED_SOFTLY, ROUNDABOUT_SAYINGS, BY_MEANING):
        patterns, never = roundabout.get(harm.kind, ((), ()))
        harm = harm._replace(patterns=harm.patterns + patterns, never=harm.never + never)
    return harm


HARMS = tuple(map(_with_roundabout, (*ADVICE, *SAYINGS, DOUBTING, HARMING)))
