"""What a typed line stands for: a number, an answer's words, or their unambiguous beginning."""

from __future__ import annotations

from guide.conversation.events import Choice
from guide.light import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


ALIASES = {
    "999": "help",
    "menu": "help",
    "quit": "x",
    "exit": "x",
    "hide": "x",
    "hide this": "x",
    "languages": "language",
    "why this": "why",
    "why do i see this": "why",
}
"""What people type for a command without being told to."""


NO_TEXT = "\ufffd"
"""What stands for a byte that is no text: noise, where somebody typed a number."""


def normal(text: str) -> str:
    """The text as it is compared: small letters and digits, single spaces, no other signs."""
    kept = "".join(
        character if character.isalnum() else "" if character in "'\u2019`" else " "
        for character in text.casefold()
    )
    return " ".join(kept.split())


def number(text: str) -> int | None:
    """The number a line stands for ("2", "2.", "2)"; "-2" is none), in any script's digits."""
    digits = text.replace(NO_TEXT, " ").strip().rstrip(".):")
    return int(digits) if digits.isdecimal() and len(digits) <= 3 else None


def matching(text: str, listed: Sequence[Choice], standing: Sequence[Choice] = ()) -> list[Choice]:
    """The answers a line may mean: exactly one when it is plain, several when it could be more.

    Numbers count the listed answers from 1; 0 is the first of those that stand everywhere. A whole
    answer or its id wins over a beginning of its words, and that over a beginning of its id.
    """
    position = number(text)
    if position is not None and 1 <= position <= len(listed):
        return [listed[position - 1]]
    if position == 0 and standing:
        return list(standing[:1])
    typed = normal(text)
    if not typed:
        return []
    choices = [*listed, *standing]
    for nearest in (
        [c for c in choices if typed in (normal(c.label), normal(c.key))][:1],
        [c for c in choices if normal(c.label).startswith(typed)],
        [c for c in choices if normal(c.key).startswith(typed)],
    ):
        if nearest:
            return nearest
    return []
