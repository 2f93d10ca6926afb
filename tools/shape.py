"""Measures the shape of the code and prints the rule each number was counted by: `make shape`.

    python tools/shape.py [FOLDER ...]

Each folder holds one Python package; the first is the guide. Nothing is imported or run: the files
are parsed. Numbers of other projects stand beside ours in docs/shape.md.
"""

import ast
import io
import statistics
import sys
import tokenize
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LOCALS = ("found", "said", "one", "told", "given")
"""Names that say that something was had, not what it is."""

INTERFACES = ("run", "check")
"""One function a module, called by those who hold the module: a command's, a lint's."""

OF_THE_LANGUAGE = ("TYPE_CHECKING",)
"""What a type checker knows by its name, so that it stands in each module that needs it."""

PHRASES = ("conversation.phrases", "practice.phrases")
"""Modules that are held whole: their phrases are met as `phrases.TITLE`, never by themselves."""

RULES = {
    "modules": "every .py file; lines as they stand, blank ones and comments included",
    "functions": "every def, nested ones included; from its `def` to its last line",
    "arguments": "of every def, but for self and cls",
    "import rings": "groups of modules that import one another, imports inside functions included, "
    "those under TYPE_CHECKING left out, and that of a package by what is in it",
    "names with two meanings": "public classes, functions and type names at the top of two modules "
    f"or more; {' and '.join(INTERFACES)}, which each command and each lint has, are left out",
    "constants in two modules": "public names in capitals bound at the top of two modules or more; "
    f"{', '.join(OF_THE_LANGUAGE)} and what {' and '.join(PHRASES)} hold are left out",
    "empty names": f"functions that bind {', '.join(LOCALS)} as an argument or a local",
    "comments": "comment lines per 100 lines of code; docstrings are code",
    "docstrings": "public modules, classes and functions that have one",
}


class Module(NamedTuple):
    """A file of the package, parsed."""

    name: str
    text: str
    tree: ast.Module


class Shape(NamedTuple):
    """What is measured of a package, a line each as it is printed."""

    package: str
    numbers: dict[str, str]
    rings: list[list[str]]
    names: dict[str, list[str]]
    """Each name with two meanings, and the modules that define it."""
    constants: dict[str, list[str]]
    """The same for names in capitals."""
    empty: list[str]
    """The functions with an empty name, as module.function."""


def measure(folder: Path) -> Shape:
    """The shape of the package in a folder."""
    modules = list(_modules(folder))
    functions = [node for module in modules for node in _functions(module.tree)]
    rings, names = import_rings(modules), names_with_two_meanings(modules)
    constants = constants_in_two_modules(modules)
    empty = functions_with_empty_names(modules)
    numbers = {
        "modules": _spread([len(module.text.splitlines()) for module in modules]),
        "functions": _spread([_length(function) for function in functions]),
        "arguments": _spread([_arguments(function) for function in functions]),
        "import rings": str(len(rings)),
        "names with two meanings": str(len(names)),
        "constants in two modules": str(len(constants)),
        "empty names": f"{len(empty)} of {len(functions)}",
        "comments": f"{_comments(modules):.1f}",
        "docstrings": _documented(modules),
    }
    return Shape(folder.name, numbers, rings, names, constants, empty)


def _modules(folder: Path) -> Iterator[Module]:
    for file in sorted(folder.rglob("*.py")):
        parts = file.relative_to(folder.parent).with_suffix("").parts
        text = file.read_text("utf-8")
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        yield Module(name, text, ast.parse(text))


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    arguments = function.args
    parameters = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return [parameter.arg for parameter in parameters]


def _arguments(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return sum(name not in ("self", "cls") for name in _parameters(function))


def _spread(numbers: list[int]) -> str:
    """The median, the ninth of ten, and the largest."""
    ordered = sorted(numbers) or [0]
    return f"{statistics.median(ordered):g} / {ordered[len(ordered) * 9 // 10]} / {ordered[-1]}"


def _binds_an_empty_name(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    bound = set(_parameters(function))
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            bound.add(node.id)
    return not bound.isdisjoint(LOCALS)


# -- who imports whom


def import_rings(modules: list[Module]) -> list[list[str]]:
    """Groups of modules each of which leads, import by import, to all others of its group."""
    graph = {module.name: _imported(module, modules) for module in modules}
    reached = {name: _reachable(name, graph) for name in graph}
    rings: list[list[str]] = []
    for name in graph:
        ring = sorted(other for other in reached[name] if name in reached[other])
        if ring and ring not in rings:
            rings.append(ring)
    return rings


def _reachable(start: str, graph: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [*graph[start]]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += graph[name]
    return reached


def _imported(module: Module, modules: list[Module]) -> set[str]:
    names = {other.name for other in modules}
    imported: set[str] = set()
    for node in _without_type_checking(module.tree):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            wholes = {f"{node.module}.{alias.name}" for alias in node.names}
            imported |= wholes & names or {node.module}
    return {name for name in imported & names if not f"{module.name}.".startswith(f"{name}.")}


def _without_type_checking(node: ast.AST) -> Iterator[ast.AST]:
    """The node and all below it, but for what only a type checker follows."""
    yield node
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            for other in child.orelse:
                yield from _without_type_checking(other)
        else:
            yield from _without_type_checking(child)


# -- names and words


def names_with_two_meanings(modules: list[Module]) -> dict[str, list[str]]:
    """Each public name that two modules define at their top, and those modules."""
    return _in_two({module.name: {*_defined(module.tree)} - {*INTERFACES} for module in modules})


def constants_in_two_modules(modules: list[Module]) -> dict[str, list[str]]:
    """Each public name in capitals that two modules bind at their top, and those modules."""
    bound = {
        module.name: {*_constants(module.tree)} - {*OF_THE_LANGUAGE}
        for module in modules
        if not module.name.endswith(PHRASES)
    }
    return _in_two(bound)


def _in_two(by_module: dict[str, set[str]]) -> dict[str, list[str]]:
    """The public names that stand in two modules or more."""
    homes: dict[str, list[str]] = defaultdict(list)
    for module, names in by_module.items():
        for name in names:
            if not name.startswith("_"):
                homes[name].append(module)
    return {name: sorted(where) for name, where in sorted(homes.items()) if len(where) > 1}


def _constants(tree: ast.Module) -> Iterator[str]:
    """Names in capitals bound at the top, several at once too."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets = [node.target] if isinstance(node, ast.AnnAssign) else targets
        for target in targets:
            for name in ast.walk(target):
                if isinstance(name, ast.Name) and _shouts(name):
                    yield name.id


def _defined(tree: ast.Module) -> Iterator[str]:
    """Classes, functions, and names bound to a type: those written with small letters inside."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name) and target.id[0].isupper() and not _shouts(target):
                    yield target.id


def _shouts(name: ast.Name) -> bool:
    return name.id == name.id.upper()


def functions_with_empty_names(modules: list[Module]) -> list[str]:
    """The functions that bind a name which says only that something was had."""
    return [
        f"{module.name}.{function.name}"
        for module in modules
        for function in _functions(module.tree)
        if _binds_an_empty_name(function)
    ]


def _comments(modules: list[Module]) -> float:
    comments = code = 0
    for module in modules:
        lines = set()
        for token in tokenize.generate_tokens(io.StringIO(module.text).readline):
            if token.type == tokenize.COMMENT:
                comments += 1
            elif token.string.strip():
                lines |= set(range(token.start[0], token.end[0] + 1))
        code += len(lines)
    return 100 * comments / code


def _documented(modules: list[Module]) -> str:
    public = with_docstring = 0
    for module in modules:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                name = getattr(node, "name", module.name)
                if not name.rpartition(".")[2].startswith("_"):
                    public += 1
                    with_docstring += ast.get_docstring(node) is not None
    return f"{100 * with_docstring / public:.0f} %"


def main(folders: list[str]) -> int:
    """Print the shape of each package side by side, then the rules; 0."""
    shapes = [measure(Path(folder)) for folder in folders or ["guide"]]
    wide = max(map(len, RULES))
    print(f"{'':{wide}}  " + "  ".join(f"{shape.package:>18}" for shape in shapes))
    for measured in RULES:
        cells = "  ".join(f"{shape.numbers[measured]:>18}" for shape in shapes)
        print(f"{measured:{wide}}  {cells}")
    print("\nmodules, functions, arguments: median / nine of ten are no larger / largest")
    for measured, rule in RULES.items():
        print(f"{measured}: {rule}.")
    for shape in shapes[:1]:
        for ring in shape.rings:
            print(f"ring: {', '.join(ring)}")
        for name, homes in shape.names.items():
            print(f"two meanings: {name} in {', '.join(homes)}")
        for name, homes in shape.constants.items():
            print(f"two modules: {name} in {', '.join(homes)}")
        for function in shape.empty:
            print(f"empty name: {function}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
