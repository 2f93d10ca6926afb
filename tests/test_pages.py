"""The pages for maintainers: what they say of the code is what the code is."""

import ast
import builtins
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.flow.library import load_library
from guide.front.languages import Languages
from guide.screens.build import Screens, all_starts
from tests.support.screen_walks import count_paths
from tests.support.talking import ROOT, SHIPPED
from tests.test_layers import FRONT_DOOR, HOMES, MAY_IMPORT, part_of, sources
from tools.shape import Shape, measure

ARCHITECTURE = ROOT / "docs" / "architecture.md"
SHAPE = ROOT / "docs" / "shape.md"
FAULTS_OF_SHAPE = (
    "import rings",
    "names with two meanings",
    "constants in two modules",
    "empty names",
)

PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "flows" / "README.md"],
)

_PATH = re.compile(r"`((?:guide|tests|tools|docs|flows|deploy)/[\w./-]+\.\w+)`")
_TEST = re.compile(r"`(test_\w+\.py)`")
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
_STANDS_IN = re.compile(
    r"`(\w+)`\s+\(`(guide/[\w/]+\.py)`|^\| `(\w+)`.*\| `(guide/[\w/]+\.py)` \|$", re.M
)
_RAISES = re.compile(r"\b[Rr]aises ([^.;:\"]+)")
_CAMEL_CASE = re.compile(r"\b(?:[A-Z][a-z]+){2,}\b|\b[A-Z]+Error\b")
_NAME = re.compile(r"`([A-Z][a-z]+(?:[A-Z][a-z]+)*)(?:\.(\w+))?(?:\(\))?`")


# -- the tables of docs/architecture.md


def rooms() -> list[str]:
    """A row for each package and for each module beside them: what its docstring says it owns."""
    rows = ["| room | what it alone owns |", "|---|---|"]
    for name, text in sources(ROOT).items():
        room = name.replace(".", "/")
        is_package = (ROOT / room).is_dir()
        if is_package or name.count(".") == 1:
            rows.append(f"| `{room}{'/' if is_package else '.py'}` | {first_sentence(text)} |")
    return rows


def first_sentence(text: str) -> str:
    """The first line of a module's docstring; empty where it says nothing."""
    docstring = ast.get_docstring(ast.parse(text)) or ""
    return docstring.partition("\n")[0]


def layers() -> list[str]:
    """A row for each part: which others it may import."""
    rows = ["| part | may import |", "|---|---|"]
    rows += [f"| `{part}` | {_code(others)} |" for part, others in MAY_IMPORT.items()]
    return [*rows, f"| {_code(FRONT_DOOR)} | everything |"]


def homes() -> list[str]:
    """A row for each package of others: the only parts that may import it."""
    rows = ["| package | its only home |", "|---|---|"]
    return [*rows, *(f"| {package} | {_code(parts)} |" for package, parts in HOMES.items())]


def screens() -> list[str]:
    """How many conversations, screens and states there are from where everyone begins."""
    library = load_library(str(SHIPPED))
    made = Screens(library, {"": all_starts(library)[""]})
    machine = made.tell(Languages(library.contacts, str(ROOT / "locales")).words("en"))
    numbers = (count_paths(machine), len(machine.screens), len(machine.states))
    names = ("conversations", "different screens", "states")
    return [
        f"| {' | '.join(names)} |",
        "|---|---|---|",
        f"| {' | '.join(map('{:,}'.format, numbers))} |",
    ]


def _code(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "nothing"


TABLES = {"rooms": rooms, "layers": layers, "homes": homes, "screens": screens}


def with_table(page: str, name: str, rows: list[str]) -> str:
    """The page with these rows between the markers of a table."""
    begin, end = f"<!-- {name}: made by pytest --update -->", f"<!-- end of {name} -->"
    before, _, rest = page.partition(begin)
    _, _, after = rest.partition(end)
    assert after, f"docs/architecture.md has no place for the table of {name}"
    return "\n".join([before + begin, "", *rows, "", end + after])


@pytest.mark.parametrize("name", TABLES)
def test_the_tables_of_the_architecture_are_those_of_the_code(
    name: str, request: pytest.FixtureRequest
) -> None:
    """`pytest --update tests/test_pages.py` writes them; nobody keeps them by hand."""
    page = ARCHITECTURE.read_text("utf-8")
    expected = with_table(page, name, TABLES[name]())
    if request.config.getoption("--update"):
        ARCHITECTURE.write_text(expected, "utf-8")
        return

    assert expected == page


# -- the tables of docs/shape.md


def with_our_shape(page: str, shape: Shape) -> str:
    """The page with our column of the table, and the files and lines that were counted."""
    for name, number in shape.numbers.items():
        page = re.sub(rf"^(\| {name} \|)[^|]*\|", rf"\1 {number} |", page, flags=re.M)
    files = [file.read_text("utf-8") for file in (ROOT / "guide").rglob("*.py")]
    size = f"{len(files)} | {sum(len(text.splitlines()) for text in files):,}"
    return re.sub(r"^(\| guide \| this \| \|).*", rf"\1 {size} |", page, flags=re.M)


def test_the_faults_of_our_shape_are_those_of_the_code(request: pytest.FixtureRequest) -> None:
    """Rings and names: they are few, and each is one to mend. What grows may be a little old."""
    page, shape = SHAPE.read_text("utf-8"), measure(ROOT / "guide")
    if request.config.getoption("--update"):
        SHAPE.write_text(with_our_shape(page, shape), "utf-8")
        return

    ours = dict(re.findall(r"^\| ([a-z, ]+) \| ([^|]*) \|", page, re.M))
    assert set(shape.numbers) <= set(ours)
    for name in FAULTS_OF_SHAPE:
        assert shape.numbers[name].split()[0] == ours[name].split()[0], name


def test_every_room_says_what_it_owns() -> None:
    """A package without a sentence is a door without a name."""
    silent = [part_of(name) for name, text in sources(ROOT).items() if not first_sentence(text)]

    assert [] == silent


# -- what the pages name


def gone(page: Path) -> Iterator[str]:
    """What a page names that is not there: files, tests, pages it links to."""
    text = page.read_text("utf-8")
    for path in _PATH.findall(text):
        if not (ROOT / path).exists() and not path.endswith(".compiled"):
            yield path
    for test in _TEST.findall(text):
        if not (ROOT / "tests" / test).exists():
            yield test
    for link in _LINK.findall(text):
        if not (page.parent / link).exists():
            yield link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_names_only_what_there_is(page: Path) -> None:
    """Whoever follows a page finds the file, the test and the page it names."""
    assert [] == sorted(set(gone(page)))


def test_the_walks_name_only_classes_and_methods_there_are() -> None:
    """docs/how-it-works.md follows a renaming."""
    defined = dict(_definitions())
    wrong = [
        f"{name}.{member}" if member else name
        for name, member in _NAME.findall((ROOT / "docs" / "how-it-works.md").read_text("utf-8"))
        if name not in defined or (member and member not in defined[name])
    ]

    assert [] == wrong


def test_a_docstring_raises_only_what_there_is() -> None:
    """What a function promises to raise follows a renaming, too."""
    known = {*dict(_definitions()), *vars(builtins)}
    raised = [
        (name, error)
        for name, text in sources(ROOT).items()
        for clause in _RAISES.findall(text)
        for error in _CAMEL_CASE.findall(clause)
    ]

    assert len(raised) > 30
    assert [] == [f"{name} raises {error}" for name, error in raised if error not in known]


def test_a_name_stands_in_the_file_that_the_page_says() -> None:
    """docs/how-it-works.md follows a move."""
    page = (ROOT / "docs" / "how-it-works.md").read_text("utf-8")
    named = [(a or b, c or d) for a, c, b, d in _STANDS_IN.findall(page)]
    wrong = [
        f"{name} is not in {path}"
        for name, path in named
        if not re.search(rf"^(?:class |def )?{name}\b", (ROOT / path).read_text("utf-8"), re.M)
    ]

    assert len(named) > 10
    assert [] == wrong


def test_the_recipe_of_an_event_names_every_module_that_tells_each_kind() -> None:
    """Whoever adds a kind of event knows beforehand where mypy will ask for it."""
    page = (ROOT / "docs" / "how-it-works.md").read_text("utf-8")
    recipe = page.partition("### a kind of event\n")[2].partition("\n### ")[0]
    step = next(step for step in re.split(r"\n(?=\d\. )", recipe) if "assert_never" in step)

    assert set(_telling_each_event()) == set(_PATH.findall(step))


def _telling_each_event() -> Iterator[str]:
    """The modules in which a type checker sees to it that every kind of event is told."""
    for name, text in sources(ROOT).items():
        if "assert_never(event)" in text:
            yield f"{name.replace('.', '/')}.py"


def _definitions() -> Iterator[tuple[str, set[str]]]:
    """Each class and type at the top of a module of the guide, with what its body defines."""
    for text in sources(ROOT).values():
        for node in ast.parse(text).body:
            if isinstance(node, ast.ClassDef):
                yield node.name, set(_members(node))
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                yield node.targets[0].id, set()


def _members(node: ast.ClassDef) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield inner.name
        elif isinstance(inner, ast.AnnAssign):
            yield ast.unparse(inner.target).removeprefix("self.")
        elif isinstance(inner, ast.Attribute):
            yield inner.attr
