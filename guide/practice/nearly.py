"""Which line somebody means who types it nearly as it stands, however it is spelt."""

import re
from collections.abc import Iterable

from guide.conversation.events import Choice

_FEWEST = 3
"""Words of the shortest line that can be meant."""
# Four words of five: in a line of five one may be misspelt, or another.
_MOST_OF_IT = 0.8
"""How much of what was typed has to stand in the line, in its order."""
_OPENINGS = (["i", "am"], ["it", "is"], ["i", "would"])
"""What people say before a short answer: "I'm not sure" for "Not sure"."""
# The first that fits: else can't and won't would become "ca not" and "wo not".
_SHORT_FOR = (
    (r"\bcan'?t\b", "can not"),
    (r"\bwon'?t\b", "will not"),
    (r"n'?t\b", " not"),
    (r"\bi'?m\b", "i am"),
    (r"'ll\b", " will"),
    (r"'ve\b", " have"),
    (r"'re\b", " are"),
    (r"'d\b", " would"),
    (r"\b(it|that|what|there|he|she|who)'?s\b", r"\1 is"),
)


def nearly(text: str, choices: Iterable[Choice]) -> str:
    """The key of the one answer whose words were typed nearly so; empty where none or several."""
    typed = _words(text)
    if len(typed) < _FEWEST:
        return ""
    labels = {choice.key: _words(choice.label) for choice in choices}
    keys = [key for key, words in labels.items() if _alike(typed, words) >= _MOST_OF_IT]
    if not keys:
        keys = [
            key
            for key, words in labels.items()
            if typed in (opening + words for opening in _OPENINGS)
        ]
    return keys[0] if len(keys) == 1 else ""


def _words(text: str) -> list[str]:
    text = text.lower().replace("\u2019", "'")
    for short, whole in _SHORT_FOR:
        text = re.sub(short, whole, text)
    return re.findall(r"[a-z0-9]+", text)


def _alike(typed: list[str], line: list[str]) -> float:
    """The share of the words typed that stand in the line, in its order."""
    # The longest common subsequence, of which one row is kept.
    best = [0] * (len(line) + 1)
    for word in typed:
        before = list(best)
        for at, other in enumerate(line, start=1):
            best[at] = before[at - 1] + 1 if word == other else max(before[at], best[at - 1])
    return best[-1] / len(typed)
