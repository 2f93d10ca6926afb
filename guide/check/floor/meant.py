"""What authors say of their own lines and endings: what must be held, and whom it is for."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from guide.check.finding import Finding
from guide.check.proof.reachability import Proof
from guide.flow.advice import mend
from guide.flow.model import When
from guide.flow.read import Reading
from guide.problems import Place

CODE_HOLDS, CODE_FOR = "must-hold", "meant-for"


class Idea(NamedTuple):
    """Something a line tells, in English: patterns, compiled for those that a folder names."""

    tells: str
    reverses: str


def _idea(tells: str, reverses: str = r"(?!)") -> Idea:
    # (?!) matches nothing at all: such an idea is lost, and never turned round.
    return Idea(tells, reverses)


_OF_NOTHING = re.compile(r"\b(?:none|nothing|no part)\b[^.!?,;]*$")
_NO = r"\b(?:do not|don't|never|not to|must not|should not|no need to|need not)\b"


def _forbids(deed: str) -> Idea:
    # To the end of the sentence: "do not copy, keep or share it" forbids sharing too.
    return _idea(rf"{_NO}[^.!?]*\b(?:{deed})")


def _advises(deed: str) -> Idea:
    # One word may stand between: "do not just call".
    return _idea(rf"\b(?:{deed})", rf"{_NO} (?:\w+ )?(?:{deed})")


IDEAS = {
    "call": _advises(r"call|ring|phone"),
    "tell-an-adult": _idea(
        r"\btell\b[^.]*\b(?:adult|grown-up|teacher|lead)|adult you trust", rf"{_NO} tell"
    ),
    "tell": _advises("tell|report|talk to"),
    "not-your-fault": _idea(
        r"\b(?:not|never|isn't|none|nothing|no)\b[^.]*\b(?:fault|to blame)",
        r"\b(?:is|may be|are|was) (?!not\b|never\b)(?:\w+ )?(?:your|their) (?:own )?fault",
    ),
    "do-not-pay": _forbids("pay"),
    "do-not-share": _forbids("share|send|copy|save|screenshot|forward"),
    "do-not-delete": _forbids("delete"),
    "do-not-reply": _idea(rf"{_NO}[^.!?]*\b(?:reply|answer)|\bstop replying"),
    "do-not-wait": _forbids("wait"),
    "do-not-warn": _forbids("warn"),
    "do-not-ask": _forbids("ask"),
    "needs-a-name": _idea(
        r"\bneeds?\b[^.]*\bname\b|cannot be anonymous", r"without (?:your|a|giving) "
    ),
    "law-enforcement": _idea(r"law enforcement|police", r"\bnot (?:part of|like) "),
    "may-be-told": _idea(
        r"\b(?:may|might)\b[^.]*\b(?:tell|act)\b|mostly private", r"(?:never|not) (?:need to )?tell"
    ),
    "today": _idea(
        r"\btoday\b|\bat once\b|\bnow\b|within one working day", r"\btomorrow\b|\blater\b"
    ),
    "a-program": _idea(r"\bprogram\b"),
    "not-a-person": _idea(r"\bnot a person\b"),
}
"""The ideas that a line can say it must hold, besides placeholders such as `emergency_phone`."""


def lost_ideas(reading: Reading) -> Iterator[Finding]:
    """A finding for each text that does not hold, or reverses, what stands beside it."""
    for wording, names, place in reading.must_hold:
        for name in names:
            if name not in IDEAS and "_" not in name:
                advice = mend(name, IDEAS, f"Use a placeholder, or one of: {', '.join(IDEAS)}.")
                yield Finding(CODE_HOLDS, "error", place, f'"{name}" is no idea.', advice)
                continue
            for variant in wording:
                if fault := _fault(name, variant.text.source):
                    what = f'"{variant.text.source}" {fault} "{name}".'
                    advice = "Say it again, as `must-hold` asks."
                    yield Finding(CODE_HOLDS, "error", variant.text.place, what, advice)


def _fault(name: str, source: str) -> str:
    if name not in IDEAS:
        return "" if f"{{{name}}}" in source else "has lost"
    plain = source.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    idea = IDEAS[name]
    if any(_stands(match, plain) for match in re.finditer(idea.reverses, plain)):
        return "says the opposite of"
    return "" if re.search(idea.tells, plain) else "has lost"


def _stands(reversal: re.Match[str], plain: str) -> bool:
    """Whether a reversal is one: "none of this is your fault" is not."""
    return not _OF_NOTHING.search(plain[: reversal.start()])


def conditions_of(reading: Reading) -> list[When]:
    """What a proof must be able to tell apart."""
    return [when for _, when, _ in reading.meant_for]


def not_meant_for(reading: Reading, proof: Proof) -> Iterator[Finding]:
    """A finding for each ending that somebody comes to whom it is not for."""
    for ending, when, place in reading.meant_for:
        for part in when:
            yield from _strangers(ending, part, place, proof)


def _strangers(
    ending: str, part: tuple[str, tuple[str, ...]], place: Place, proof: Proof
) -> Iterator[Finding]:
    fact, values = part
    if bad := proof.at(ending) & ~proof.fact_sets.holding((part,)):
        yield Finding(
            CODE_FOR,
            "error",
            place,
            f'"{ending}" is for {fact}: {" or ".join(values)}, and others come there.',
            "Lead them elsewhere, or say in `for:` that it is for them too.",
            proof.answers_to(ending, bad),
        )
