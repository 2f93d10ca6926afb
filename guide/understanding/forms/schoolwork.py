"""Whether a line asks for help with schoolwork: "can you help me with my essay on grooming".

Such a line names worries and tells of none. It tells of one as soon as somebody is spoken of in it,
the speaker included, beyond the asking: "for homework i wrote that my dad hits me".
"""

import re
from collections.abc import Sequence

from guide.understanding.whom import people

_WORK = "(?:essay|homework|coursework|project|poster|leaflet|presentation|speech|assignment|quiz)"
_ABOUT = re.compile(
    f" {_WORK} (?:[a-z0-9]+ )?(?:on|about) | for (?:[a-z]+ ){{0,2}}{_WORK} | definition of "
)
_ASKS = re.compile(
    " (?:(?:can|could|will|please|pls) )*(?:you |u )?(?:help|give|write|tell|find|show)(?:ing)? me "
    "| (?:i|we) (?:need|want|have|must)(?: got)?(?: to (?:do|write|make)| a| an| some| three) "
    "| (?:i am|im|we are) (?:doing|writing|making) (?:my |our )?| its for (?:my |our )?"
    f"| for (?:my|our) | (?:my|our) (?:[a-z]+ )?(?={_WORK} )"
)
"""What is said of the speaker in asking, and tells nothing of them."""
_SOMEBODY = people.FIRST_PERSON | people.THIRD | people.AT_HOME


def is_schoolwork(words: Sequence[str]) -> bool:
    """Whether these words ask about schoolwork, and speak of nobody."""
    line = f" {' '.join(filter(None, words))} "
    return bool(_ABOUT.search(line)) and _SOMEBODY.isdisjoint(_ASKS.sub("  ", line).split())
