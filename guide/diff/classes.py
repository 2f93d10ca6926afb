"""In which class a difference falls. Whatever no class names falls in the last one, and is told."""

from guide.diff.folder import FILES
from guide.diff.tree import ORDER, Edit
from guide.flow.model import CONTACT_METHODS

CLASSES = {
    "ending": "Where people end",
    "shown": "Who is shown",
    "first-action": "The first action",
    "safety-words": "Safety words",
    "words": "Other words",
    "labels": "Answers: their labels and order",
    "help": "The help on every screen",
    "numbers": "Numbers and links",
    "rules": "Rules",
    "typed-words": "Typed words",
    "sources": "Sources and dates",
    "languages": "Languages",
    "stories": "Practice stories",
    "other": "Everything else",
}
"""Each class by the name that `--only` takes, in the order they are told."""

_OF_ROOT = {
    "help": "help",
    "rules": "rules",
    "sources": "sources",
    "words": "typed-words",
    "practice": "stories",
    "locales": "languages",
    "flow of": "ending",
}
_OF_KEY = {
    **dict.fromkeys(CONTACT_METHODS, "numbers"),
    **dict.fromkeys(("name", "role", "run-by", "nations"), "numbers"),
    **dict.fromkeys(("source", "sources", "review-by", "checked"), "sources"),
    **dict.fromkeys(("to", "go", "means", "start", "for"), "ending"),
    **dict.fromkeys(("safety", "must-hold"), "safety-words"),
    "help": "help",
    "also": "typed-words",
    "urgency": "first-action",
    "translate-name": "languages",
}
"""The class of a value by a key on the way to it, the nearest to the value first."""
_OF_FILE = {
    "words/": "typed-words",
    "practice/": "stories",
    "locales/": "languages",
    "waivers": "rules",
    "hazards": "rules",
}
"""The class of a file that stands in no section, by how its name begins."""
_WORDS = frozenset(
    [
        *(
            "say",
            "ask",
            "why",
            "hint",
            "card",
            "before",
            "keep-in-mind",
            "next",
            "if-not",
            "statement",
            "says",
        ),
        *("ages", "nation", "hours", "cost", "about", "reader", "values", "flow"),
        *("more", "heading"),
    ]
)
_SAFE_FIELDS = frozenset({"say", "ask", "title", "when"})
"""The words that a `safety` beside them speaks of, and for whom they are said."""


def class_of(edit: Edit, safety_statements: frozenset[str]) -> str:
    """The class of an edit; `safety_statements` are those that bear a `safety`, then or now."""
    keys = edit.keys[:-1] if edit.keys[-1] == ORDER else edit.keys
    root, inner = keys[0], keys[2:]
    if root == FILES:
        named = (kind for start, kind in _OF_FILE.items() if keys[1].startswith(start))
        return next(named, "other")
    if root in _OF_ROOT:
        return _OF_ROOT[root]
    if by_key := next((_OF_KEY[key] for key in reversed(inner) if key in _OF_KEY), ""):
        return by_key
    if _bears_safety(edit, safety_statements):
        return "safety-words"
    if "options" in inner or root in ("always", "common") or _is_of_topic_list(root, inner):
        return "labels"
    if "contacts" in inner and "say" not in inner:
        return "shown"
    if "title" in inner:
        return "first-action"
    return "words" if _WORDS.intersection(inner) or root in _SECTIONS_OF_WORDS else "other"


_SECTIONS_OF_WORDS = ("facts", "statements", "topics")


def _is_of_topic_list(root: str, inner: tuple[str, ...]) -> bool:
    return root == "topics" and inner[:1] in ((), ("ask",))


def _bears_safety(edit: Edit, safety_statements: frozenset[str]) -> bool:
    """Whether the nearest mapping with a `safety`, or the statement that is said, speaks of it."""
    for depth, mapping in reversed(edit.around):
        stated = mapping.values.get("statement")
        if isinstance(stated, str) and stated in safety_statements:
            return True
        if "safety" in mapping.values:
            return edit.keys[depth] in _SAFE_FIELDS
    return edit.keys[0] == "statements" and edit.keys[1] in safety_statements
