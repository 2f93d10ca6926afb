"""What was done in the last days, said back as such only where a line tells when, and of force.

"He did not stop when I said no" may be yesterday or long ago. Nobody said, so it is said back as
what was done, and the flow asks when: health help soon is for who says so.
"""

import re
from collections.abc import Mapping, Sequence

from guide.understanding.grounds import is_said
from guide.understanding.signs import Match

_LATELY, _AT_ANY_TIME = "concern=recent-assault", "concern=sexual-in-person"
_DAY = r"(mon|tues|wednes|thurs|fri|satur|sun)day"
_WHEN = re.compile(
    r"\b(yesterday|yday|yest|today|2day|tonight|tonite|2nite|overnight|now|just|rn|"
    rf"(on |this |last )?{_DAY}|(last|this|the other|at the) (night|nite|nyt|week ?end|week|"
    r"morning|afternoon|evening|day|party)|weekend|"
    r"(\w+ )?(hours?|hrs?|days?|nights?) ago|(morning after|emergency) (pill|contraception)|"
    r"earlier|since|still|again|woke up|wake up|(get|got|be) (checked|tested)|"
    r"(test|tested|clinic|pill)|bleed\w*|blood|sore|hurts|bruis\w*|"
    r"wash\w*|shower\w*|(dont|cant|do not|cannot|no) (remember|memory))\b"
)
"""When it was, or what is left of it."""


def as_told(likely: Mapping[str, Match], words: Sequence[str]) -> Mapping[str, Match]:
    """What a line is likely about, where "in the last days" is not said for who did not say it."""
    match = likely.get(_LATELY)
    lately = _WHEN.search(" ".join(words)) and is_said("recent-assault", words, ())
    if match is None or lately:
        return likely
    rest = {of: other for of, other in likely.items() if of != _LATELY}
    known = rest.get(_AT_ANY_TIME)
    if known is None or known.score < match.score:
        rest[_AT_ANY_TIME] = match._replace(of=_AT_ANY_TIME)
    return rest
