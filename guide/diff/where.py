"""Where an edit stands, in words: `Ending "Call 999 now": what is said first`."""

from collections.abc import Callable

from guide.diff.names import Names
from guide.diff.tree import CONDITIONS, ORDER, Edit
from guide.flow.model import Ending, Library, Question, Step
from guide.flow.nodes import Mapping

_FIELDS = {
    "ask": "the question",
    "say": "what is said",
    "says": "what they do",
    "why": "why it is asked",
    "hint": "what is said below it",
    "title": "the title",
    "before": "what is said first",
    "contacts": "who is shown",
    "keep-in-mind": "what to keep in mind",
    "more": "what can be opened",
    "heading": "what it stands under",
    "next": "what happens next",
    "if-not": "what else can be done",
    "card": "the words to show someone",
    "to": "where it leads",
    "means": "what it records",
    "also": "what people type for it",
    "urgency": "how soon to act",
    "safety": "what the words must say",
    "must-hold": "what the words must hold",
    "for": "whom it is for",
    "about": "what it is for",
    "start": "where it starts",
    "reader": "who reads it",
    "sources": "what it rests on",
    "source": "what it rests on",
    "because": "what it rests on",
    "review-by": "when it must be looked at again",
    "help": "its line on every screen",
    "side-by-side": "beside one another",
    "values": "its values",
    "options": "answers",
    "flow": "the flow it is in",
    ORDER: "the order",
    **dict.fromkeys(CONDITIONS, "for whom"),
}
"""What the keys of files are called in words; any other is written as it stands."""

_ENTRIES = {
    "statements": ("Sentence", "statement"),
    "contacts": ("Contact", "contact"),
    "topics": ("Question people ask", "topic"),
    "sources": ("Source", "source"),
    "facts": ("Fact", "fact"),
    "flows": ("Flow", "flow"),
}
_STANDING = "Answer that can be given at any question"
_SHARED = "Answer that many questions have"


def where(edit: Edit, old: Names, new: Names, libraries: tuple[Library, Library]) -> str:
    """The place of an edit, by the words it has now, or had where it is gone."""
    root = edit.keys[0]
    title, used = _entry(edit, old, new, libraries)
    fields = [_field(edit, number, new) for number in range(used, len(edit.keys))]
    if edit.keys[-1] == ORDER and fields:
        fields[-1] = "the order"
    named = [field for field in dict.fromkeys(fields) if field]
    return f"{title}: {', '.join(named)}" if named else title or root


def _entry(
    edit: Edit, old: Names, new: Names, libraries: tuple[Library, Library]
) -> tuple[str, int]:
    """What the edit is in, and how many of its keys that tells."""
    keys = edit.keys
    root = keys[0]
    name = keys[1] if len(keys) > 1 else ""
    if root in ("steps", "endings", "flow of") and name:
        return _step(edit, old, new, libraries)
    if root in _ENTRIES and name and name != ORDER:
        kind, method = _ENTRIES[root]
        words = _known(getattr(new, method), getattr(old, method), name)
        return f'{kind} "{words}"', 2
    if root in ("always", "common") and name and name != ORDER:
        return f'{_STANDING if root == "always" else _SHARED} "{_label(edit)}"', 2
    if root == "rules" and name:
        return f'Rule "{_own(edit, "rule") or name}"', 2
    if root == "practice":
        return f'Story "{_own(edit, "title", at=2) or name.removesuffix(".yaml")}"', 2
    if root == "locales":
        return _of_language(edit, new)
    if root == "words":
        return f"Words people type, in {new.language(name.removesuffix('.yaml'))}", 2
    if root == "files":
        return f"File {name}", 2
    titles = {"help": "The help on every screen", "topics": "Questions people ask"}
    return titles.get(root, f'"{root}"'), 1


def _step(
    edit: Edit, old: Names, new: Names, libraries: tuple[Library, Library]
) -> tuple[str, int]:
    name = edit.keys[1]
    library = libraries[1] if name in libraries[1].steps else libraries[0]
    names = new if name in libraries[1].steps else old
    step = library.steps.get(name)
    title = f'{_kind(step)} "{names.step(name)}"'
    if isinstance(step, Question) and edit.keys[2:3] == ("options",) and len(edit.keys) > 3:
        answer = edit.keys[3]
        for side, side_names in ((libraries[1], new), (libraries[0], old)):
            question = side.steps.get(name)
            option = question.option(answer) if isinstance(question, Question) else None
            if option:
                return f'{title}, answer "{side_names.option(option)}"', 4
    return title, 2


def _kind(step: Step | None) -> str:
    if isinstance(step, Ending):
        return "Ending"
    return "Question" if isinstance(step, Question) else "Message"


def _of_language(edit: Edit, names: Names) -> tuple[str, int]:
    """An entry of a PO file by its English; what stands in another file by the file."""
    keys = edit.keys
    title = names.language(keys[1])
    if keys[2:3] == ("LC_MESSAGES",) and len(keys) > 4:
        english = keys[4].rpartition("\x04")[2]
        return f'{title}: "{english}"' if english else f"{title}: the file's header", 5
    return f"{title}: {keys[2].removesuffix('.yaml') if len(keys) > 2 else ''}", 3


def _field(edit: Edit, number: int, names: Names) -> str:
    """A key of an edit in words; empty where the value tells it too."""
    key, above = edit.keys[number], edit.keys[number - 1]
    if key in ("go", "show") or above in ("means", "facts"):
        return ""
    return _FIELDS.get(key) or names.key(key, above)


def _known(now: Callable[[str], str], then: Callable[[str], str], name: str) -> str:
    """The words that a name has now; where it is gone, those it had."""
    words = now(name)
    return words if words != name else then(name)


def _own(edit: Edit, key: str, at: int = 2) -> str:
    """A text of the entry that an edit is in."""
    for depth, mapping in edit.around:
        if depth == at:
            value = mapping.values.get(key)
            return value if isinstance(value, str) else ""
    for node in (edit.new, edit.old):
        if isinstance(node, Mapping) and isinstance(node.values.get(key), str):
            return str(node.values[key])
    return ""


def _label(edit: Edit) -> str:
    return _own(edit, "say") or edit.keys[1]
