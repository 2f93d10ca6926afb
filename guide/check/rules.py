"""Rules a safeguarding lead can read aloud, from the `rules:` of the flow files.

What a rule may say is in RULE_KEYS; flows/README.md and flows/RULES.md explain it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from guide.flow.document import Faults, Mapping, decode, parse, read_bytes
from guide.flow.fields import Page, mend
from guide.flow.files import flow_files
from guide.flow.model import URGENCIES, Library, When
from guide.problems import Place, Problem

SPEAKS_OF = frozenset({"when", "unless", "where-shown", "asking"})
DEMANDS = (
    "always",
    "never",
    "only",
    "one-of",
    "first",
    "beside",
    "order",
    "urgency",
    "said-first",
    "questions-at-most",
    "options-always",
    "asked-first",
    "not-worse",
    "help",
    "no-words",
    "only-forbidden",
)
RULE_KEYS = frozenset({"rule", "because", "keeps", *SPEAKS_OF, *DEMANDS})

_CONTACTS = ("where-shown", "always", "never", "only", "one-of", "first", "beside", "order", "help")
MOST_QUESTIONS = 100


class Rule(NamedTuple):
    """One promise: which conversations it speaks of, and what must hold in each of them."""

    id: str
    sentence: str
    because: tuple[str, ...]
    when: When
    """Speaks only of conversations for which this holds."""
    unless: When
    """Does not speak of conversations for which any part of this holds."""
    where_shown: tuple[str, ...]
    """Speaks only of endings that show one of these contacts."""
    asking: tuple[str, ...]
    """Of questions: speaks only of those whose answers record one of these facts."""
    always: tuple[str, ...]
    never: tuple[str, ...]
    only: tuple[str, ...]
    one_of: tuple[str, ...]
    first: tuple[str, ...]
    """One of these is first, or beside the first."""
    beside: tuple[str, ...]
    """These stand side by side."""
    order: tuple[str, ...]
    """Each of these comes before the next, where both are shown."""
    urgency: tuple[str, ...]
    said_first: tuple[str, ...]
    """These statements are said before any contact is shown."""
    questions_at_most: int
    options_always: tuple[str, ...]
    asked_first: tuple[str, ...]
    """These facts are known, in this order, before anything else is asked."""
    not_worse: tuple[str, ...]
    """Whoever gives this answer, and goes on giving it, loses none of the contacts `keeps` names."""
    keeps: tuple[str, ...]
    help: tuple[str, ...]
    """The help on every screen, in this order."""
    no_words: tuple[str, ...]
    only_forbidden: tuple[str, ...]
    """These words stand only in sentences that say not to."""
    place: Place

    def conditions(self) -> Iterator[When]:
        """The conditions a proof must be able to tell apart."""
        yield self.when
        for part in self.unless:
            yield (part,)


class RuleBook(NamedTuple):
    """The rules of a folder, and what is wrong with those that cannot be used."""

    rules: tuple[Rule, ...]
    problems: tuple[Problem, ...]


def read_rules(path: str, library: Library) -> RuleBook:
    """Every rule of a folder of flows; each name in them is looked up in the library."""
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    for file, shown in flow_files(path):
        faults = Faults(shown)
        top = _document_with_rules(file, faults)
        if top is None:
            continue
        page = Page(shown, faults, [])
        for key, node, line in page.entries(top.values["rules"], '"rules"', top.lines["rules"]):
            if key in rules:
                _twice(page, key, rules[key], line)
            rules.setdefault(key, _rule(page, key, node, line, library))
        problems += faults.problems()
        problems += _unknown(page, library)
    faulty = {problem.place for problem in problems}
    good = tuple(rule for rule in rules.values() if not _within(rule, rules, faulty))
    return RuleBook(good, tuple(sorted(problems, key=lambda problem: problem.place)))


def _document_with_rules(file: str, faults: Faults) -> Mapping | None:
    """The document of a file that has rules; a file that cannot be read is for the reader to say."""
    data = read_bytes(file, faults)
    if data is None or not (data.startswith(b"rules:") or b"\nrules:" in data):
        return None
    text = decode(data, faults)
    top = None if text is None else parse(text, faults)
    return top if top is not None and "rules" in top.values else None


def _twice(page: Page, key: str, first: Rule, line: int) -> None:
    page.faults.add(
        line, f'There are two rules "{key}": the other is at {first.place}.', "Rename one."
    )


def _within(rule: Rule, rules: dict[str, Rule], faulty: set[Place]) -> bool:
    """Whether one of the faults lies in the lines of this rule."""
    starts = sorted(other.place.line for other in rules.values())
    end = next((line for line in starts if line > rule.place.line), 1 << 60)
    return any(
        place.file == rule.place.file and rule.place.line <= place.line < end for place in faulty
    )


def _rule(page: Page, key: str, node: Mapping, line: int, library: Library) -> Rule:
    what = f'rule "{key}"'
    page.known_keys(node, RULE_KEYS, what)
    if not any(demand in node.values for demand in DEMANDS):
        page.faults.add(
            line, f"Rule \"{key}\" demands nothing.", f"Add one of: {', '.join(DEMANDS)}."
        )
    if ("not-worse" in node.values) != ("keeps" in node.values):
        page.faults.add(
            line,
            f'Rule "{key}" has only one of "not-worse" and "keeps".',
            "Say which answer is not worse, and which contacts it keeps.",
        )

    def names(name: str, kind: str) -> tuple[str, ...]:
        return page.names(node, name, kind, what)

    contacts = {name: names(name, "contact") for name in _CONTACTS}
    return Rule(
        id=key,
        sentence=page.plain(node, "rule", what, needed=True),
        because=_because(page, node, what, line),
        when=page.when(node),
        unless=_unless(page, node),
        where_shown=contacts["where-shown"],
        asking=names("asking", "fact"),
        always=contacts["always"],
        never=contacts["never"],
        only=contacts["only"],
        one_of=contacts["one-of"],
        first=contacts["first"],
        beside=contacts["beside"],
        order=contacts["order"],
        urgency=names("urgency", "urgency"),
        said_first=names("said-first", "statement"),
        questions_at_most=_number(page, node),
        options_always=page.phrases(node, "options-always"),
        asked_first=names("asked-first", "fact"),
        not_worse=page.phrases(node, "not-worse"),
        keeps=names("keeps", "contact"),
        help=contacts["help"],
        no_words=page.phrases(node, "no-words"),
        only_forbidden=page.phrases(node, "only-forbidden"),
        place=page.place(line),
    )


def _because(page: Page, node: Mapping, what: str, line: int) -> tuple[str, ...]:
    because = page.names(node, "because", "source", what)
    if "because" not in node.values:
        page.faults.add(line, f'{what} has no "because".', "Name the sources it rests on.")
    return because


def _unless(page: Page, node: Mapping) -> When:
    if "unless" not in node.values:
        return ()
    as_when = Mapping(node.lines["unless"])
    as_when.values["when"] = node.values["unless"]
    as_when.lines["when"] = node.lines["unless"]
    return page.when(as_when)


def _number(page: Page, node: Mapping) -> int:
    """A number of questions; 0 where none is given."""
    value = page.plain(node, "questions-at-most", "a rule")
    if not value:
        return 0
    if value.isascii() and value.isdigit() and 0 < int(value[:4]) <= MOST_QUESTIONS:
        return int(value)
    page.faults.add(
        node.lines["questions-at-most"],
        f'"{value}" is no number of questions.',
        f"Write a number from 1 to {MOST_QUESTIONS}.",
    )
    return 0


def _unknown(page: Page, library: Library) -> Iterator[Problem]:
    """A problem for each name that the flows do not have."""
    known: dict[str, tuple[set[str], str]] = {
        "contact": (set(library.contacts), "no contact"),
        "source": (set(library.sources), "no source"),
        "statement": (set(library.statements), "no statement"),
        "fact": (set(library.facts), "no fact"),
        "urgency": (set(URGENCIES), "no urgency"),
        "value": (
            {f"{fact.id}={value}" for fact in library.facts.values() for value, _ in fact.values},
            "no value of a fact",
        ),
    }
    for use in page.uses:
        names, kind = known[use.kind]
        if use.name not in names:
            shown = use.name.replace("=", ": ")
            near = mend(use.name, names, "Correct the name, or delete it.").replace("=", ": ")
            yield Problem(use.place, f'"{shown}" is {kind}.', near)
