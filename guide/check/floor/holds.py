"""What a sentence holds that can be turned round: denials, deeds, numbers, placeholders."""

import re
from collections import Counter
from functools import cache

_TOKEN = re.compile(r"\{\w+\}|\d+|[a-z']+|[.!?]+|[,;:()]", re.IGNORECASE)
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
_PASSED = frozenset(
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
"""Words between a "not" and what it denies."""
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
        "choose",
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


@cache
def holds_of(text: str) -> Counter[str]:
    """What a text holds, each with how often: "not pay", "call", "{emergency_phone}", "18"."""
    held: Counter[str] = Counter()
    begins, denying = True, False
    for written in _TOKEN.findall(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")):
        token = written.lower()
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
            if token not in _PASSED:
                held[f"not {token}"] += 1
                denying = False
        elif token in _WEIGHTY or (begins and token in _DEEDS):
            held[token] += 1
        begins = False
    if denying:
        held["not"] += 1
    return held
