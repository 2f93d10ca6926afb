"""Which part of the guide may lean on which; docs/architecture.md shows the same in words."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.talking import ROOT

FRONT_DOOR = ("cli", "commands", "compiled", "front.start", "__main__")
"""Where everything comes together: these may import any part."""

MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "__init__": ("api",),
    # On these everything else stands.
    "cache": ("shipped",),
    "dumps": (),
    "files": (),
    "failsafe": (),
    "fingerprint": ("files", "shipped"),
    "light": (),
    "options": (),
    "problems": (),
    "settings": ("shipped",),
    "shipped": (),
    # What a flow is, and walking one.
    "flow": ("problems", "cache", "shipped", "files"),
    "machine": ("flow",),
    "session": ("flow", "machine"),
    # What is said, and in which language.
    "i18n": ("flow", "problems", "cache"),
    "conversation": ("flow", "session", "i18n.words", "problems", "understanding"),
    "understanding": ("flow", "problems", "cache", "shipped", "i18n", "files"),
    "understanding.promises": ("flow", "understanding", "problems", "project"),
    "understanding.opens": ("flow", "understanding", "problems", "project", "i18n"),
    # What other programs may rely on; nothing here relies on it.
    "api": (
        *("conversation", "flow", "session", "i18n", "problems"),
        *("check", "shipped", "project"),
    ),
    # Every conversation at once.
    "screens": ("flow", "session", "i18n.words", "conversation"),
    # The guide for browsers and other programs. It opens nothing, and only commands import it.
    "export": (
        *("conversation", "flow.model", "i18n.words", "problems", "screens"),
        *("failsafe", "front.languages"),
    ),
    "export.hosts": (
        *("conversation.phrases", "flow.model", "i18n.words", "problems", "failsafe", "files"),
    ),
    # The tools of authors, translators and workers.
    "project": (
        *("flow", "problems", "cache", "i18n", "check.rules", "practice.read"),
        *("understanding.index", "understanding.lexicon", "understanding.table"),
        *("understanding.danger_words", "understanding.guesses", "understanding.recognizer"),
    ),
    "check": (
        *("flow", "problems", "practice", "translate", "understanding", "i18n", "cache"),
        *("project", "shipped", "diagram", "conversation.phrases", "files"),
    ),
    "diagram": ("flow", "check"),
    "diff": ("flow", "diagram", "i18n", "problems", "project"),
    "translate": (
        *("flow", "i18n", "problems", "conversation", "screens", "practice.texts", "cache"),
        *("project", "check.finding", "files"),
    ),
    "ledger": ("flow", "problems", "i18n.words", "check", "project", "files"),
    "kiosk": ("flow", "problems", "fingerprint", "files"),
    "kiosk.doctor": ("shipped",),
    "kiosk.looks": ("check", "problems", "project", "i18n.words", "translate.sound"),
    "kiosk.site_faults": ("flow", "kiosk", "check", "problems"),
    "kiosk.selfcheck": (
        *("flow", "kiosk", "check", "problems", "dumps", "project", "fingerprint"),
    ),
    "practice": ("flow", "session", "i18n.words", "conversation", "problems", "files"),
    "practice.check": ("flow", "practice", "problems", "project"),
    # What a person sees. A front end holds a conversation, and no rule of a flow.
    "front": (
        *("conversation", "flow.model", "session", "i18n.words", "problems", "understanding"),
        "dumps",
    ),
    "front.guardian": ("front", "failsafe"),
    "front.plain.group": ("front", "conversation", "practice", "flow.model"),
    "front.kiosk": (*("front", "conversation", "kiosk.site", "kiosk.alive", "failsafe", "dumps"),),
    "front.languages": ("conversation", "flow.model", "i18n"),
}
"""Each part, and the other parts it may import; the longest name that fits counts."""

HOMES = {
    "yaml": ("flow.by_events",),
    "transitions": ("machine",),
    "babel": ("i18n", "translate"),
    "textual": ("front.chat", "front.kiosk"),
    "rich": ("front.chat",),
    "segno": ("front.chat", "export.web"),
    "wcwidth": ("front.cells",),
    "bidi": ("front.chat.draw.order",),
}
"""Each package of others, and the only parts that may import it."""


class Import(ast.NodeVisitor):
    """The modules a file names in its imports, but for those only a type checker follows."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names
        self.found: set[str] = set()

    def visit_If(self, node: ast.If) -> None:
        if "TYPE_CHECKING" in ast.unparse(node.test):
            for other in node.orelse:
                self.visit(other)
        else:
            self.generic_visit(node)

    def visit_Import(self, node: ast.Import) -> None:
        self.found |= {alias.name for alias in node.names}

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        assert node.module, "imports are written from the top: guide.x"
        assert node.level == 0, "imports are written from the top: guide.x"
        for alias in node.names:
            whole = f"{node.module}.{alias.name}"
            self.found.add(whole if whole in self._names else node.module)


def sources(root: Path) -> dict[str, str]:
    """The text of every module under a folder that holds the package guide, by its name."""
    found = {}
    for file in sorted((root / "guide").rglob("*.py")):
        parts = file.relative_to(root).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file.read_text("utf-8")
    return found


def imports(modules: dict[str, str]) -> dict[str, set[str]]:
    """What each module imports, at once or inside its functions."""
    names = frozenset(modules)
    graph = {}
    for name, text in modules.items():
        visitor = Import(names)
        visitor.visit(ast.parse(text))
        graph[name] = visitor.found - {name}
    return graph


def part_of(module: str) -> str:
    """A module's name within the guide: `flow.read` for guide.flow.read."""
    return module.removeprefix("guide").removeprefix(".") or "__init__"


def within(module: str, part: str) -> bool:
    return module == part or module.startswith(f"{part}.")


def rule_for(module: str) -> str | None:
    """The longest name in the tables that a module falls under, or None where it has no place."""
    known = [part for part in (*MAY_IMPORT, *FRONT_DOOR) if within(module, part)]
    return max(known, key=len, default=None)


def faults(modules: dict[str, str]) -> Iterator[str]:
    """A sentence for each import that the tables do not allow."""
    for name, imported in imports(modules).items():
        module = part_of(name)
        rule = rule_for(module)
        if rule is None:
            yield f"{name} has no place in the table of layers. Give it one."
            continue
        for other in sorted(imported):
            top = other.partition(".")[0]
            if top == "guide":
                if not leans_well(rule, part_of(other)):
                    yield f"{name} imports {other}, which {rule} may not."
            elif top in HOMES:
                if not any(within(module, home) for home in HOMES[top]):
                    yield f"{name} imports {top}, whose only home is {' and '.join(HOMES[top])}."
            elif top not in sys.stdlib_module_names:
                yield f"{name} imports {top}, which has no home in the table."


def leans_well(rule: str, other: str) -> bool:
    """Whether what falls under a rule may import a module; anything may take the basics."""
    if rule in FRONT_DOOR or other in ("__init__", "light", "options"):
        return True
    allowed = (rule.partition(".")[0], *MAY_IMPORT[rule])
    if any(within(other, door) for door in FRONT_DOOR):
        return False
    return any(within(other, part) for part in allowed)


def test_every_module_leans_only_on_the_layers_below() -> None:
    """Front ends hold a conversation, the core knows no screen, each package has one home."""
    assert [] == list(faults(sources(ROOT)))


def test_the_tables_name_only_what_there_is() -> None:
    """A part that is gone takes its line with it."""
    modules = [part_of(name) for name in sources(ROOT)]
    homes = [home for parts in HOMES.values() for home in parts]
    allowed = [other for others in MAY_IMPORT.values() for other in others]
    gone = {
        part
        for part in (*MAY_IMPORT, *FRONT_DOOR, *homes, *allowed)
        if not any(within(module, part) for module in modules)
    }

    assert set() == gone


@pytest.mark.parametrize(
    ("module", "text", "fault"),
    [
        ("guide.session", "from guide.front import plain", "guide.session imports guide.front"),
        (
            "guide.session",
            "def f():\n    import guide.i18n.words",
            "imports guide.i18n.words, which",
        ),
        ("guide.flow.read", "import yaml", "imports yaml, whose only home is flow.by_events"),
        (
            "guide.front.plain.app",
            "from guide.i18n import catalogue",
            "imports guide.i18n.catalogue, which",
        ),
        ("guide.front.plain.app", "import guide.front.start", "imports guide.front.start, which"),
        ("guide.conversation.more", "from textual.app import App", "imports textual, whose only"),
        ("guide.check.more", "import requests", "imports requests, which has no home"),
        ("guide.reports", "", "guide.reports has no place in the table"),
    ],
)
def test_an_import_against_the_layers_is_named(module: str, text: str, fault: str) -> None:
    """The test of the real modules can fail, and says which line to look for."""
    found = list(faults({"guide.i18n.catalogue": "", "guide.front.start": "", module: text}))

    assert [True] == [fault in sentence for sentence in found]


HOLDING_A_CONVERSATION = frozenset(
    f"guide.commands.{name}"
    for name in ("kiosk", "kiosk_ready", "parser", "practise", "talk", "walk")
)
"""The commands that hold one, or stand in front of a person when one breaks."""


def test_only_commands_that_hold_a_conversation_import_what_starts_one() -> None:
    """Folders and wrong use, which every command needs, are told by guide/settings.py."""
    importing = {
        module
        for module, imported in imports(sources(ROOT)).items()
        if module.startswith("guide.commands.") and "guide.front.start" in imported
    }

    assert HOLDING_A_CONVERSATION == importing


def test_what_only_a_type_checker_follows_is_no_import() -> None:
    """Types may be named from above."""
    text = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from guide.front import plain"

    assert [] == list(faults({"guide.session": text}))
