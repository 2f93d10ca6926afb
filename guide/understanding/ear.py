"""The learned ear: what a line is likely about, by weights learned from labelled sentences.

A linear model: each feature of a line adds its weight to each label, and the sums become shares
of one. It is trained apart (`make train`) and kept as data beside the flows, or beside a language's
phrases, keyed to labels alone: `concern=bullying`, `topic=is-it-private`, `danger=now`, or NOTHING.
It guesses; what may never be lost stands above it (guide/understanding/guesses.py).
"""

import json
import os
import sys
from array import array
from collections.abc import Collection, Mapping
from math import exp, sqrt
from typing import Any, NamedTuple

from guide.files import contents
from guide.shipped import folder
from guide.understanding.features import WORD, told
from guide.understanding.meanings import DANGER
from guide.understanding.signs import Match, SignPart

FILE = "ear.model"
NOTHING = "nothing"
"""The label of lines that are about no worry: homework, games, a joke."""
_PLAIN = 0.25
"""From here on a label is offered before an answer that only leads to closer ones."""
SURE = 0.5
"""From here on a line is taken to be about this and nothing else."""
_UNLIKELY = 0.3
"""Below such a likelihood of no worry at all, no sign has to speak for one.

At 0.18 eight of 248 lines told aslant raised nothing, at 0.3 six, and no more idle lines of the
lists in docs/decisions/0009 raised a concern.
"""
_SPEAKS = 2.6
"""A plain sign of less ("want") speaks for nothing by itself: it would be no guess of its own."""
_BESIDE = 0.8
"""Of a worry there has to be at least this much for each part of a likelihood of none at all."""


class Weighing(NamedTuple):
    """How much an ear is believed; set on sentences kept out of training (docs/decisions/0009)."""

    likely: float
    """A label less likely than this is not offered."""
    alone: float
    """What no sign speaks for has to be so likely: a shark in the sea is no worry."""
    rather: float
    """What is to be likely at least where no worry at all is unlikely."""
    also: float
    """What a sign of a label that the ear heard as well adds of its own score."""
    doubted: float
    """What is left of the score of a sign where the ear heard something else."""
    hushed: float
    """From here on a likelihood of no worry at all stands above every sign of what is known."""
    parts: bool
    """Whether a sign of which only a part was heard counts of what the ear knows."""


OF_ENGLISH = Weighing(
    likely=0.14, alone=0.6, rather=0.28, also=0.5, doubted=0.5, hushed=0.7, parts=False
)
OF_OTHERS = Weighing(
    likely=0.08, alone=0.3, rather=0.15, also=1.0, doubted=1.0, hushed=0.85, parts=True
)
"""Of another language an ear learns from an eighth of the sentences: it is seldom sure."""
MOST_PARTS_TOLD = 6
"""How many parts of a guess are told."""
# The scale of the other guesses (ENOUGH in guesses.py): a certain label weighs more than any sum of
# signs, a barely likely one as much as a plain sign.
_LEAST, _SPAN = 2.4, 12.0

WIDE = "option="
"""How the names begin of answers that record no fact."""
_WORRIES = ("concern=", "topic=", WIDE, DANGER)
"""How the names begin of what may be the matter; who, how old and where are none."""

_LABELS = 256
"""A damaged file may name any label that a byte can: what is none counts nothing."""
_ZERO = 128
"""How the file writes a weight of nothing."""

Header = dict[str, Any]


class Heard(NamedTuple):
    """What the ear made of a line."""

    matches: Mapping[str, Match]
    """The likely labels, each with the parts that speak for it most."""
    nothing: float
    """How likely it is that the line is about no worry at all."""
    known: frozenset[str]
    """Every label that the ear knows: of others it says nothing."""


def taken_together(
    signs: Mapping[str, Match],
    heard: Heard | None,
    leads: Mapping[str, str],
    *,
    exact: bool,
    weighing: Weighing = OF_ENGLISH,
) -> Mapping[str, Match]:
    """What guesses at the matter go by: the ear where it knows a label, the signs of all else.

    `exact` says that the whole line is an author's own phrase, which stands above the ear; `leads`
    names the answer that leads to a label which no answer says by itself.
    """
    if heard is None or exact:
        return signs
    heard = heard._replace(matches=_spoken_for(heard, signs, weighing))
    # An answer that only leads to closer ones is for where nothing closer is heard.
    closer = max((match.share for match in heard.matches.values()), default=0.0)
    wide = heard.nothing < SURE and closer < _PLAIN
    elsewhere = heard.nothing >= SURE or any(of != DANGER for of in heard.matches)
    kept = {}
    for of, sign in signs.items():
        if wide or not of.startswith(WIDE):
            if of not in heard.known:
                kept[of] = sign
            elif (sign.full or weighing.parts) and heard.nothing < weighing.hushed:
                kept[of] = sign._replace(score=sign.score * (weighing.doubted if elsewhere else 1))
    likely = dict(heard.matches)
    likely |= {leads[of]: match for of, match in heard.matches.items() if of in leads}
    for of, match in likely.items():
        if of != DANGER:
            kept[of] = _with_sign(match, signs.get(of), weighing.also)
    return kept


def _spoken_for(
    heard: Heard, signs: Mapping[str, Match], weighing: Weighing
) -> Mapping[str, Match]:
    """What the ear heard; where nothing else speaks for a worry, only what is nearly certain."""
    plain = any(of.startswith(_WORRIES) and sign.score >= _SPEAKS for of, sign in signs.items())
    alone = weighing.rather if heard.nothing < _UNLIKELY else weighing.alone
    least = _BESIDE * heard.nothing if plain else alone
    return {of: match for of, match in heard.matches.items() if match.share >= least}


def _with_sign(match: Match, sign: Match | None, also: float) -> Match:
    """What the ear heard, together with the sign of it."""
    if sign is None:
        return match
    score = match.score + also * sign.score
    return match._replace(score=score, full=match.full or sign.full, phrase=sign.phrase)


def model_path(flows: str = "") -> str:
    """The model of a folder of flows, else the shipped one where no folder is named; else empty."""
    path = os.path.join(flows or folder("flows"), "words", FILE)
    return path if os.path.isfile(path) else ""


def language_model_path(locales: str, language: str) -> str:
    """The model of a language, beside its phrases; empty where it has none."""
    path = os.path.join(locales, language, FILE) if locales else ""
    return path if os.path.isfile(path) else ""


def read_model(path: str) -> bytes:
    """The model's bytes; none where there is no model."""
    return contents(path) if path else b""


def header(model: bytes) -> Header:
    """What the model says of itself: its labels, its scale, and what it was trained from."""
    says: Header = json.loads(model[: model.index(b"\n")])
    return says


def packed(says: Header, weights: Mapping[str, Mapping[int, int]]) -> bytes:
    """A model as bytes: its header, the names of the features, and label and weight in pairs."""
    names = "\n".join(weights).encode()
    table = bytearray()
    for pairs in weights.values():
        table.append(len(pairs))
        for label, weight in pairs.items():
            table += bytes((label, weight + _ZERO))
    return b"%b\n%d\n%b%b" % (json.dumps(says).encode(), len(names), names, bytes(table))


def made_ear(
    model: bytes, weighing: Weighing = OF_ENGLISH, *, of_files: bool = False
) -> "Ear | None":
    """The ear of a model; None where there is none, or where its bytes are none.

    `guide locale check` says so of a language's: who types there is heard by phrases then.
    With `of_files` it is one for phrases that stand in files.
    """
    try:
        return (EarOfFiles if of_files else Ear)(model, weighing) if model else None
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


class Ear:
    """Hears what a line is likely about."""

    def __init__(self, model: bytes, weighing: Weighing = OF_ENGLISH) -> None:
        self._likely = weighing.likely
        says, rest = header(model), model[model.index(b"\n") + 1 :]
        length, _, rest = rest.partition(b"\n")
        names, table = rest[: int(length)].decode().split("\n"), rest[int(length) :]
        end = 0
        ends = [end := end + 1 + 2 * table[end] for _ in names]
        if end != len(table):
            raise ValueError("the table is cut off, or goes on")
        self._table = table
        self._places = dict(zip(names, [0, *ends], strict=False))
        """Where each feature's row of the table begins: how many pairs it has."""
        self._labels: list[str] = says["labels"]
        self._known = frozenset(self._labels) - {NOTHING}
        self._base: list[float] = says["base"]
        self._scale: float = says["scale"]

    def knows(self, word: str) -> bool:
        """Whether a word stood in what it learned from, and told something."""
        return f"{WORD}{word}" in self._places

    def _pairs(self, name: str) -> bytes:
        """The labels that a feature tells of, each with its weight after it."""
        at = self._places[name]
        return self._table[at + 1 : at + 1 + 2 * self._table[at]]

    def hear(self, named: Collection[str], *, tells: bool = False) -> Heard:
        """What a line with these features is likely about.

        With `tells` each match has the parts that speak for it. Without, nothing of the line stays
        in it.
        """
        known = self._places.keys() & named
        shares, least = self._shares(known), self._likely
        likely = [
            (label, share)
            for label, share in enumerate(shares)
            if share >= least and self._labels[label] != NOTHING
        ]
        shown = known if tells else ()
        matches = {self._labels[label]: self._match(label, share, shown) for label, share in likely}
        nothing = shares[self._labels.index(NOTHING)] if NOTHING in self._labels else 0.0
        return Heard(matches, nothing, self._known)

    def _sums(self, known: Collection[str]) -> list[int]:
        """What these features' weights of each label add up to."""
        sums = [0] * _LABELS
        # One row of pairs, without a number for each place: hearing is mostly this loop.
        pairs = b"".join(map(self._pairs, known))
        for label, weight in zip(pairs[::2], pairs[1::2], strict=True):
            sums[label] += weight - _ZERO
        return sums

    def _shares(self, known: Collection[str]) -> list[float]:
        sums = self._sums(known)
        unit = self._scale / sqrt(len(known) or 1)
        scores = [base + unit * whole for base, whole in zip(self._base, sums, strict=False)]
        most = max(scores)
        likely = [exp(score - most) for score in scores]
        whole = sum(likely)
        return [part / whole for part in likely]

    def _match(self, label: int, share: float, known: Collection[str]) -> Match:
        unit = self._scale / sqrt(len(known) or 1)
        parts = []
        for name in known:
            pairs = self._pairs(name)
            for at in range(0, len(pairs), 2):
                if pairs[at] == label and pairs[at + 1] > _ZERO:
                    parts.append(SignPart(told(name), unit * (pairs[at + 1] - _ZERO)))
        parts.sort(key=lambda part: (-part.worth, part.unit))
        best = tuple(parts[:MOST_PARTS_TOLD])
        score = _LEAST + _SPAN * share
        full = share >= SURE
        return Match(self._labels[label], score, "", share, best, (), full=full, learned=True)


class EarOfFiles(Ear):
    """The same, twice as fast for a check, which hears thousands of phrases.

    It remembers the weights of what it has heard: so it is for what stands in files, and never for
    what a person types.
    """

    def __init__(self, model: bytes, weighing: Weighing = OF_ENGLISH) -> None:
        super().__init__(model, weighing)
        self._rows: dict[str, int] = {}

    def _sums(self, known: Collection[str]) -> list[int]:
        if len(known) > _MOST_ADDED:
            return super()._sums(known)
        # All labels are added up at once, as one great number: each has two bytes of it.
        whole = sum([self._rows.get(name) or self._row(name) for name in known])
        row = array("H", whole.to_bytes(2 * _LABELS, sys.byteorder))
        nothing = _ZERO * len(known)
        return [each - nothing for each in row[: len(self._base)]]

    def _row(self, name: str) -> int:
        """The weights of a feature: of every label as the file writes it."""
        pairs, listed = self._pairs(name), array("H", _NO_WEIGHTS)
        for label, weight in zip(pairs[::2], pairs[1::2], strict=True):
            listed[label] = weight
        row = self._rows[name] = int.from_bytes(listed.tobytes(), sys.byteorder)
        return row


_NO_WEIGHTS = array("H", [_ZERO] * _LABELS)
_MOST_ADDED = 256
"""So many weights of one byte come to no more than two bytes hold."""
