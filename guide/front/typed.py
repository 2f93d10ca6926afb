"""What a typed line stands for: a number, an answer's words, or their unambiguous beginning."""

from __future__ import annotations

from guide.conversation import phrases
from guide.conversation.events import Choice
from guide.light import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from guide.conversation.events import Phrase
    from guide.flow.model import Text


ALIASES = {
    "999": "help",
    "menu": "help",
    "quit": "x",
    "exit": "x",
    "hide": "x",
    "hide this": "x",
    "languages": "language",
    "why this": "why",
    "how come": "why",
}
"""What people type for a command without being told to."""

_BEFORE_WHY = frozenset({"but", "ok", "okay", "so", "and"})
_POINTING = frozenset({"this", "that", "these", "it", "is", "was", "are"})
_SHOWN = frozenset({"see", "seeing", "get", "getting", "got", "told", "shown", "sent", "given"})
_TELLING = {"say", "saying", "said", "tell", "telling", "show", "showing", "think"}
_CHOOSING = {"pick", "picked", "choose", "chose", "suggest", "send", "sending", "give", "giving"}
_SHOWING = frozenset(_TELLING | _CHOOSING)
_BESIDE = _POINTING | {"did", "do", "am", "were", "have", "been", "to", "me", "here", "there"}


_TELLS = 4
"""The fewest letters that tell which heading is meant."""
YES_OR_NO = ("yes", "no")
"""The ids that are English words for what other languages may say with the same letters."""

NO_TEXT = "\ufffd"
"""What stands for a byte that is no text: noise, where somebody typed a number."""


def normal(text: str) -> str:
    """The text as it is compared: small letters and digits, single spaces, no other signs."""
    if not text.isascii():
        text = _without_accents(text)
    kept = "".join(
        # An apostrophe is left out by many ("dont"), so it parts nothing; any other sign does.
        character if character.isalnum() else "" if character in "'\u2019`" else " "
        for character in text.casefold()
    )
    return " ".join(kept.split())


# Letters with a stroke have no accent that could be dropped.
_STROKES = str.maketrans("\u0142\u0111\u00f8\u0131", "ldoi")


def _without_accents(text: str) -> str:
    """The text as it is typed on a keyboard without its letters."""
    from unicodedata import combining, normalize

    parts = normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not combining(part)).translate(_STROKES)


def number(text: str) -> int | None:
    """The number a line stands for ("2", "2.", "2)"; "-2" is none), in any script's digits."""
    digits = text.replace(NO_TEXT, " ").strip().rstrip(".):")
    # Four digits or more are a year or a phone number, and no answer.
    return int(digits) if digits.isdecimal() and len(digits) <= 3 else None


def command(
    line: str, say: Callable[[Text], Phrase], commands: Mapping[str, Text] = phrases.COMMANDS
) -> str:
    """The command a line is, in English or in the language spoken; else an empty text."""
    if line.strip() == "?":
        return "help"
    word = normal(line)
    word = "why" if _asks_why(word) else ALIASES.get(word, word)
    for name, text in commands.items():
        if word and word in (name, normal(say(text).text)):
            return name
    return ""


def _asks_why(word: str) -> bool:
    """Whether a line asks why this is shown, and nothing else: "why are you telling me this".

    What was done ("why did i send it", "why me") is no question to the guide.
    """
    words = word.split()
    while words and words[0] in _BEFORE_WHY:
        words = words[1:]
    if words[:2] == ["how", "come"]:
        words = words[1:]
    elif words[:1] != ["why"]:
        return False
    asked = frozenset(words[1:])
    if "i" in asked:
        return bool(asked & _SHOWN) and asked <= _BESIDE | _SHOWN | {"i"}
    if asked & {"you", "u"}:
        return bool(asked & _SHOWING) and asked <= _BESIDE | _SHOWING | {"you", "u"}
    return asked <= _POINTING


def commands_listed(
    say: Callable[[Text], Phrase], commands: Mapping[str, Text] = phrases.COMMANDS
) -> str:
    """The words of the commands, one after another; beside letters of another script the English.

    Not every keyboard has those letters, and the English word is heard in every language.
    """
    words = [(say(text).text, text.source) for text in commands.values()]
    return ", ".join(word if word.isascii() else f"{word} ({source})" for word, source in words)


def opening(line: str, headings: Sequence[Choice], *, numbers: bool = True) -> str:
    """The name of the heading that a line opens; empty where it names none.

    Few letters open nothing: a person who types "no" or "n" answers, and does not mean a heading.
    """
    if number(line) is not None:
        choices = matching(line, headings) if numbers else []
    else:
        typed = normal(line)
        whole = [c for c in headings if typed in (normal(c.label), normal(c.key))]
        begun = [c for c in headings if normal(c.label).startswith(typed)]
        choices = whole or (begun if len(typed) >= _TELLS else [])
    return choices[0].key if len(choices) == 1 else ""


def matching(
    text: str,
    listed: Sequence[Choice],
    standing: Sequence[Choice] = (),
    yes_or_no: Callable[[str], str] | None = None,
) -> list[Choice]:
    """The answers a line may mean: exactly one when it is plain, several when it could be more.

    In a language other than English `yes_or_no` tells its own yes and no; there those count
    before the beginnings of words, and the English ids "yes" and "no" do not count at all.

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
    if yes_or_no is None:
        whole = [c for c in choices if typed in (normal(c.label), normal(c.key))][:1]
    else:
        whole = [c for c in choices if typed == normal(c.label)][:1]
        if not whole and any(c.key in YES_OR_NO for c in choices):
            key = yes_or_no(text)
            whole = [c for c in choices if c.key == key]
        whole = whole or [c for c in choices if typed == normal(c.key) not in YES_OR_NO]
    return (
        whole
        or [c for c in choices if normal(c.label).startswith(typed)]
        or [c for c in choices if yes_or_no is None and normal(c.key).startswith(typed)]
    )
