"""A long story, heard whole: in pieces that are each looked at, and put together again."""

import re
from collections.abc import Iterator

from guide.understanding.meanings import DANGER
from guide.understanding.recognizer import Recognized, Recognizer
from guide.understanding.typed import MAX_LOOKED_AT
from guide.understanding.whom.person import GROWN_UPS, NOBODY, YOUNG_PERSON, Person

# A page and a half of A4: who has more to tell is shown people to tell it to.
MAX_STORY = 5000
"""Characters of what somebody types that are read."""
LAST = 1000
"""Of these, characters of its end: what is hardest to say is often said last."""
_ENDS = re.compile(r"[.!?\n]\s")


def pieces(text: str) -> Iterator[str]:
    """The text in parts of at most MAX_LOOKED_AT characters, each ending where a sentence does."""
    text = shortened(text)
    while len(text) > MAX_LOOKED_AT:
        ends = [match.end() for match in _ENDS.finditer(text, MAX_LOOKED_AT // 2, MAX_LOOKED_AT)]
        cut = ends[-1] if ends else text.rfind(" ", MAX_LOOKED_AT // 2, MAX_LOOKED_AT) + 1
        cut = cut or MAX_LOOKED_AT
        yield text[:cut]
        text = text[cut:]
    yield text


def shortened(text: str) -> str:
    """The beginning and the end of a text that is longer than what is read."""
    if len(text) <= MAX_STORY:
        return text
    return f"{text[: MAX_STORY - LAST - 1]}\n{text[-LAST:]}"


def hear_story(recognizer: Recognizer, text: str) -> Recognized:
    """What a text of any length may mean; danger, and what is the matter, in whichever part."""
    first, *rest = [recognizer.recognize(piece) for piece in pieces(text)]
    for other in rest:
        first = _together(first, other)
    return first


def _together(first: Recognized, other: Recognized) -> Recognized:
    """Both parts of a story: what is heard in either, who and how old as was said first."""
    matches, likely = dict(first.matches), dict(first.likely)
    for of, match in other.likely.items():
        if of not in likely or likely[of].score < match.score:
            likely[of] = match
    for of, match in other.matches.items():
        if of not in matches or matches[of].score < match.score:
            full = of in matches and matches[of].full
            matches[of] = match._replace(full=match.full or (of == DANGER and full))
    return first._replace(
        matches=matches,
        likely=likely,
        concepts=first.concepts | other.concepts,
        my_age=first.my_age or other.my_age,
        their_age=first.their_age or other.their_age,
        i_am=first.i_am or other.i_am,
        distress=first.distress or other.distress,
        unknown_share=(first.unknown_share + other.unknown_share) / 2,
        yes_or_no="",
        whole=(),
        who=_about_both(first, other),
        denied_danger=first.denied_danger or other.denied_danger,
        nothing=min(first.nothing, other.nothing),
        danger_in=first.danger_in or other.danger_in,
        danger_lasts=_lasts(first) and _lasts(other),
        danger_tells=tuple(dict.fromkeys((*first.danger_tells, *other.danger_tells))),
        ages_differ=first.ages_differ or other.ages_differ,
    )


def _about_both(first: Recognized, other: Recognized) -> Person:
    """Whom both parts are about; NOBODY, to be asked, where one is of the speaker and one is not.

    "I" in a part of a parent's story is no child's; who says to be young is no parent.
    """
    persons = {first.who.who, other.who.who}
    if first.my_age or not persons & {"", *GROWN_UPS} or YOUNG_PERSON not in persons:
        return first.who if first.who.who else other.who
    return NOBODY


def _lasts(part: Recognized) -> bool:
    """Whether no danger that is now is told of in words of another language."""
    return part.danger_lasts or not part.danger_in
