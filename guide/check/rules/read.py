"""Rules a safeguarding lead can read aloud, from the `rules:` of the flow files.

What a rule may say is in RULE_KEYS; flows/README.md and flows/RULES.md explain it.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from guide.flow.advice import listed, sentence, shortened
from guide.flow.faults import Faults
from guide.flow.fields import FileReader
from guide.flow.model import NATIONS, URGENCIES, Library, When
from guide.flow.nodes import Mapping
from guide.flow.shapes import Suppressed
from guide.flow.slips import other_values
from guide.problems import Place, Problem

SPEAKS_OF = frozenset({"when", "unless", "where-shown", "answered", "asking"})
DEMANDS = (
    "always",
    "never",
    "only",
    "one-of",
    "first",
    "first-alone",
    "beside",
    "order",
    "urgency",
    "said-first",
    "says",
    "in-view",
    "never-says",
    "knows",
    "known-as",
    "open-beside-first",
    "police-say-so",
    "nations-fit",
    "can-say",
    "questions-at-most",
    "words-to-contact-at-most",
    "words-in-view-at-most",
    "options-always",
    "asked-first",
    "not-worse",
    "help",
    "no-words",
    "only-forbidden",
)
RULE_KEYS = frozenset({"rule", "because", "hazard", "keeps", *SPEAKS_OF, *DEMANDS})

_HAZARD = re.compile(r"H\d\d")


class Rule(NamedTuple):
    """One promise: which conversations it speaks of, and what must hold in each of them."""

    id: str
    sentence: str
    because: tuple[str, ...]
    hazards: tuple[str, ...]
    """The rows of the hazard log that it guards against, such as H12."""
    when: When
    """Speaks only of conversations for which this holds."""
    unless: When
    """Does not speak of conversations for which any part of this holds."""
    where_shown: tuple[str, ...]
    """Speaks only of endings that show one of these contacts."""
    answered: tuple[str, ...]
    """Speaks only of conversations in which one of these answers was given.

    `sexual` is the answer of that name at any question, `age.not-sure` the one to that question.
    """
    asking: tuple[str, ...]
    """Of questions: speaks only of those whose answers record one of these facts."""
    always: tuple[str, ...]
    never: tuple[str, ...]
    only: tuple[str, ...]
    one_of: tuple[str, ...]
    first: tuple[str, ...]
    """One of these is first, or beside the first."""
    first_alone: tuple[str, ...]
    """One of these is first, with nobody beside."""
    beside: tuple[str, ...]
    """These stand side by side."""
    order: tuple[str, ...]
    """Each of these comes before the next, where both are shown."""
    urgency: tuple[str, ...]
    said_first: tuple[str, ...]
    """These statements are said before any contact is shown."""
    says: tuple[str, ...]
    """These statements are said on the ending, wherever on it."""
    in_view: tuple[str, ...]
    """These statements are said on the ending, and are not folded away."""
    never_says: tuple[str, ...]
    """None of these words is on the ending, nor in a topic that can be opened there."""
    knows: tuple[str, ...]
    """These facts are known by the end."""
    known_as: When
    """These facts have one of these values by the end."""
    open_beside_first: tuple[str, ...]
    """`yes`: beside somebody who is first and may be closed stands one who is always open."""
    police_say_so: tuple[str, ...]
    """`yes`: whoever is shown what the police run reads that they do."""
    nations_fit: tuple[str, ...]
    """`yes`: nobody is shown a contact that is for other nations than theirs."""
    can_say: When
    """Each of these can be told, by each kind of person that `when` names."""
    questions_at_most: int
    words_to_contact_at_most: int
    """More words than that never stand before whom to call."""
    words_in_view_at_most: int
    """More words than that are never in view on the ending."""
    options_always: tuple[str, ...]
    asked_first: tuple[str, ...]
    """These facts are known, in this order, before anything else is asked."""
    not_worse: tuple[str, ...]
    """Whoever gives this answer, and goes on so, loses none of the contacts `keeps` names."""
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
        for fact, values in (*self.when, *self.can_say) if self.can_say else ():
            yield from (((fact, (value,)),) for value in values)
        for part in (*self.unless, *self.known_as):
            yield (part,)
        if self.nations_fit:
            yield from ((("nation", (nation,)),) for nation in NATIONS)


class RuleBook(NamedTuple):
    """The rules of a folder, and what is wrong with those that cannot be used."""

    rules: tuple[Rule, ...]
    problems: tuple[Problem, ...]


def read_rules(files: Iterable[tuple[str, Mapping]], library: Library) -> RuleBook:
    """Every rule of the files that have some; each name in them is looked up in the library."""
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    for shown, top in files:
        faults = Faults(shown)
        reader = _Reader(FileReader(shown, faults, Suppressed()), library)
        for key, node in reader.page.entries(top.values["rules"], '"rules"', top.lines["rules"]):
            if key in rules:
                what = f'"{key}" already stands at {rules[key].place}.'
                faults.add(node.line, what, "Give one of the two another name.")
                continue
            before = len(faults.problems())
            rule = reader.rule(key, node)
            if len(faults.problems()) == before and not faults.full:
                rules[key] = rule
        problems += faults.problems()
    return RuleBook(
        tuple(rules.values()), tuple(sorted(problems, key=lambda problem: problem.place))
    )


def _may_be_shown(rule: Rule, contact: str) -> bool:
    """Whether a rule's other demands let a contact be shown."""
    return contact not in rule.never and (not rule.only or contact in rule.only)


class _Reader:
    """Reads the rules of one file."""

    def __init__(self, page: FileReader, library: Library) -> None:
        self.page = page
        self._facts = {fact.id: dict(fact.values) for fact in library.facts.values()}
        self._known: dict[str, Collection[str]] = {
            "contact": library.contacts,
            "source": library.sources,
            "statement": library.statements,
            "fact": library.facts,
            "urgency": URGENCIES,
        }

    def rule(self, key: str, node: Mapping) -> Rule:
        """One rule; where it has faults they are noted."""
        page, what = self.page, f'rule "{key}"'
        page.known_keys(node, RULE_KEYS, what)
        self._demands_something(node, what)
        if "because" not in node.values:
            page.faults.add(node.line, f'Rule "{key}" has no "because".', "Name its sources.")

        def names(name: str, kind: str = "contact") -> tuple[str, ...]:
            return self._names(node, name, kind, what)

        rule = self._read(key, node, names)
        demands = (*rule.always, *rule.beside, *rule.first, *rule.first_alone)
        if shown := [name for name in demands if not _may_be_shown(rule, name)]:
            others = "only others" if rule.only else "never"
            demanded = f"it always shows {shown[0]}, and {others}"
            page.faults.add(
                node.line,
                f'Rule "{key}" contradicts itself: {demanded}.',
                "Change one of the two, or write two rules with a `when` each.",
            )
        return rule

    def _read(self, key: str, node: Mapping, names: Callable[..., tuple[str, ...]]) -> Rule:
        page, what = self.page, f'rule "{key}"'
        return Rule(
            id=key,
            sentence=page.plain(node, "rule", what, needed=True),
            because=names("because", "source"),
            hazards=self._hazards(node, what),
            when=self._when(node, "when"),
            unless=self._when(node, "unless"),
            where_shown=names("where-shown"),
            answered=page.phrases(node, "answered", what),
            asking=names("asking", "fact"),
            always=names("always"),
            never=names("never"),
            only=names("only"),
            one_of=names("one-of"),
            first=names("first"),
            first_alone=names("first-alone"),
            beside=names("beside"),
            order=names("order"),
            urgency=names("urgency", "urgency"),
            said_first=names("said-first", "statement"),
            says=names("says", "statement"),
            in_view=names("in-view", "statement"),
            never_says=page.phrases(node, "never-says", what),
            knows=names("knows", "fact"),
            known_as=self._when(node, "known-as"),
            open_beside_first=self._yes(node, "open-beside-first", what),
            police_say_so=self._yes(node, "police-say-so", what),
            nations_fit=self._yes(node, "nations-fit", what),
            can_say=self._when(node, "can-say"),
            questions_at_most=self._number(node, what, "questions-at-most", "questions"),
            words_to_contact_at_most=self._number(node, what, "words-to-contact-at-most", "words"),
            words_in_view_at_most=self._number(node, what, "words-in-view-at-most", "words"),
            options_always=page.phrases(node, "options-always", what),
            asked_first=names("asked-first", "fact"),
            not_worse=page.phrases(node, "not-worse", what),
            keeps=names("keeps"),
            help=names("help"),
            no_words=page.phrases(node, "no-words", what),
            only_forbidden=page.phrases(node, "only-forbidden", what),
            place=page.place(node.line),
        )

    def _demands_something(self, node: Mapping, what: str) -> None:
        if not any(demand in node.values for demand in DEMANDS):
            self.page.faults.add(
                node.line,
                f"{sentence(what)} demands nothing.",
                f"Add one of: {', '.join(DEMANDS)}.",
            )
        if ("not-worse" in node.values) != ("keeps" in node.values):
            self.page.faults.add(
                node.line,
                f'{sentence(what)} has only one of "not-worse" and "keeps".',
                "Say which answer is not worse, and which contacts it keeps.",
            )

    def _names(self, node: Mapping, key: str, kind: str, what: str) -> tuple[str, ...]:
        names = []
        for name, line in self.page.name_items(node, key, what):
            if isinstance(name, str) and name in self._known[kind]:
                names.append(name)
                continue
            shown = shortened(name) if isinstance(name, str) else "A list or a mapping"
            self.page.faults.add(
                line,
                f'"{shown}" is no {kind}.',
                self.page.mend(shown, self._known[kind], "Correct the name, or delete it."),
            )
        return tuple(names)

    def _when(self, node: Mapping, key: str) -> When:
        """A condition; each fact and value in it must be known."""
        if key not in node.values:
            return ()
        # Whatever its key, it is read as a `when`, so that a slip in it is told in the same words.
        as_when = Mapping(node.lines[key])
        as_when.values["when"] = node.values[key]
        as_when.lines["when"] = node.lines[key]
        self.page.values_used.clear()
        when = self.page.when(as_when)
        for fact, value, line in self.page.values_used:
            known: Collection[str] = self._facts.get(fact, ())
            if value in known:
                continue
            wrong, names = (value, known) if known else (fact, self._facts)
            kind = f'value of "{fact}"' if known else "fact"
            advice = other_values(wrong, known) or self.page.mend(
                wrong, names, f"Use one of: {listed(names)}."
            )
            self.page.faults.add(line, f'"{shortened(wrong)}" is no {kind}.', advice)
        return when

    def _hazards(self, node: Mapping, what: str) -> tuple[str, ...]:
        hazards = self.page.phrases(node, "hazard", what)
        for name in hazards:
            if not _HAZARD.fullmatch(name):
                advice = "Write its number in the hazard log, such as H12."
                self.page.faults.add(
                    node.lines["hazard"], f'"{shortened(name)}" is no hazard.', advice
                )
        return hazards

    def _yes(self, node: Mapping, key: str, what: str) -> tuple[str, ...]:
        """`yes` where a demand that has no names is made; else nothing."""
        if key not in node.values:
            return ()
        return (self.page.one_of(node, key, what, ("yes",), default="yes"),)

    def _number(self, node: Mapping, what: str, key: str, of: str) -> int:
        """A number of questions or words; 0 where none is given."""
        value = self.page.plain(node, key, what)
        if not value:
            return 0
        # Three digits: a limit of a thousand questions or words would hold nobody to anything.
        if value.isascii() and value.isdigit() and len(value) < 4 and 0 < int(value):
            return int(value)
        self.page.faults.add(
            node.lines[key],
            f'"{shortened(value)}" is no number of {of}.',
            "Write a number such as 7.",
        )
        return 0
