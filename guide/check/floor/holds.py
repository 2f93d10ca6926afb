"""What a sentence holds that can be turned round: denials, deeds, numbers, placeholders."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

_TOKEN = re.compile(r"\{\w+\}|\d+|[a-z']+|[.!?]+|[,;:()]")
"""A part of a text in small letters."""
LIMIT = "limit "
"""Begins what makes less of what a text says."""
OFFER = "can "
"""Begins a deed that is offered: it is told only where the text came to forbid it."""
_STOPS = frozenset(".!?,;:()")
_NOT = frozenset(
    [
        "not",
        "never",
        "no",
        "nobody",
        "none",
        "nothing",
        "neither",
        "nor",
        "without",
        "cannot",
        "don't",
        "doesn't",
        "isn't",
        "won't",
        "can't",
        "mustn't",
        "shouldn't",
        "didn't",
        "aren't",
        "wasn't",
        "haven't",
        "needn't",
        "hasn't",
    ]
)
SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "your",
        "you",
        "their",
        "his",
        "her",
        "my",
        "our",
        "its",
        "to",
        "be",
        "been",
        "have",
        "has",
        "had",
        "of",
        "any",
        "is",
        "are",
        "was",
        "were",
        "do",
        "does",
        "did",
        "so",
        "at",
        "all",
        "even",
        "that",
        "it",
        "this",
        "one",
        "ever",
        "who",
        "whom",
        "what",
        "when",
        "where",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "should",
        "need",
        "just",
        "only",
        "yet",
        "in",
        "on",
        "for",
    ]
)
"""Words that tell nothing by themselves, and may stand between a "not" and what it denies."""
_DEEDS = frozenset(
    [
        "call",
        "ring",
        "phone",
        "text",
        "tell",
        "talk",
        "speak",
        "ask",
        "go",
        "stay",
        "leave",
        "block",
        "report",
        "stop",
        "show",
        "write",
        "say",
        "keep",
        "press",
        "help",
        "choose",
        "pick",
        "use",
        "close",
        "listen",
        "come",
        "find",
        "search",
        "send",
        "sign",
        "start",
        "add",
        "give",
        "take",
        "put",
        "get",
        "wait",
        "hide",
        "see",
        "look",
        "chat",
        "try",
        "let",
        "make",
        "read",
        "check",
        "contact",
        "visit",
        "bring",
        "hold",
        "turn",
    ]
)
"""Verbs that begin advice."""
_WEIGHTY = frozenset(
    [
        "now",
        "today",
        "once",
        "first",
        "free",
        "under",
        "over",
        "before",
        "after",
        "safe",
        "always",
        "every",
        "everyone",
        "anyone",
        "alone",
        "together",
        "may",
    ]
)
"""Words that turn a sentence round when they are changed for others."""
_ONE = {
    "anybody": "anyone",
    "everybody": "everyone",
    "choose": "pick",
    "ring": "call",
    "phone": "call",
    "speak": "talk",
    "might": "may",
    "could": "may",
}
"""Words that are one with another, whichever is written."""
_TELLING = _NOT | _WEIGHTY | _ONE.keys()
"""Words that may count wherever they stand."""
_LIMITING = re.compile(
    r"\b(?:only|unless|except|later|tomorrow|afterwards|sometimes|rarely|perhaps|maybe|busy|closed)\b"
)


def limits_of(text: str) -> Counter[str]:
    """What a text holds that makes less of what it says: "only", "later", "unless"."""
    return Counter(f"{LIMIT}{word}" for word in _LIMITING.findall(text.lower()))


_OFFERED = re.compile(
    r"\b(?:can|may|could|might) (?:(?:also|still|always|just|then) )?"
    rf"({'|'.join(sorted(_DEEDS))})\b"
)
_ASKED = re.compile(r"\b(help|call|stay|listen|talk|ask|tell|need|worried|danger)\b")
"""What a card asks whoever is shown it, and why."""


def offers_of(text: str) -> Counter[str]:
    """What a text says can be done: "You can come back" offers to come."""
    return Counter(f"{OFFER}{deed}" for deed in _OFFERED.findall(text.lower()))


def asked_by(card: str) -> Counter[str]:
    """What a card asks, or tells of, that it does not deny."""
    denied = {part[4:] for part in holds_of(card) if part.startswith("not ")}
    return Counter(f"asks {word}" for word in {*_ASKED.findall(card.lower())} - denied)


def is_forbidden_now(part: str, new: Mapping[str, int]) -> bool:
    """Whether what is gone says more than that a deed is offered no more."""
    return not part.startswith(OFFER) or f"not {part.removeprefix(OFFER)}" in new


def turns_round(part: str) -> bool:
    """Whether a line that holds this and did not may say the opposite of what it said."""
    return part.startswith((LIMIT, "not ")) or part == "not"


@cache
def holds_of(text: str) -> Counter[str]:
    """What a text holds, each with how often: "not pay", "call", "{emergency_phone}", "18"."""
    held: Counter[str] = Counter()
    begins, denying = True, False
    tokens = _TOKEN.findall(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").lower())
    # A stop is added, so that something follows the last word too.
    for token, following in zip(tokens, [*tokens[1:], "."], strict=True):
        if not (begins or denying) and token not in _TELLING and token[0].isalpha():
            continue  # as most are
        token = _ONE.get(token, token)
        if token[0] in _STOPS:
            if denying:
                held["not"] += 1
            begins, denying = True, False
            continue
        if token[0] == "{" or token[0].isdigit():
            held[token] += 1
        elif token in _NOT:
            denying = True
        elif denying:
            if token not in SMALL_WORDS:
                held[f"not {token}"] += 1
                denying = False
        # A verb is advice where a part of a sentence begins with it; elsewhere it may be "a call".
        elif (token in _WEIGHTY and not _is_bare(token, following)) or (begins and token in _DEEDS):
            held[token] += 1
        begins = False
    if denying:
        held["not"] += 1
    return held


def _is_bare(token: str, following: str) -> bool:
    """Whether "before" or "after" ends a sentence: "now or before" puts nothing in order."""
    return token in ("before", "after") and following[0] in _STOPS
