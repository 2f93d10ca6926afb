"""What ids stand for, in words that a committee reads: titles, names, sentences, never an id."""

from collections.abc import Iterable

from guide.diagram.answers import plain_english
from guide.diff.endings import PeopleGroup, merged_groups
from guide.diff.people import FrozenFacts
from guide.diff.tree import ORDER
from guide.flow.model import Ending, Library, Message, Option, Question, Text, Wording
from guide.flow.nodes import Mapping, Node, Sequence
from guide.i18n.catalogue import OWN_NAMES
from guide.problems import Place

_REFERS = {
    **dict.fromkeys(("to", "go", "start", "ending"), ("step",)),
    **dict.fromkeys(("contacts", "show", "side-by-side", "help"), ("contact",)),
    **dict.fromkeys(("source", "sources", "because"), ("source",)),
    **dict.fromkeys(("statement", "said-first", "says"), ("statement",)),
    **dict.fromkeys(("knows", "asked-first", "asking", "known-as", "can-say"), ("fact",)),
    **dict.fromkeys(("answered", "not-worse", "options-always", "answers"), ("answer",)),
    **dict.fromkeys(("flow of",), ("flow",)),
    **dict.fromkeys(
        [
            *("always", "never", "only", "one-of", "first", "first-alone", "beside", "keeps"),
            *("where-shown",),
        ],
        ("contact",),
    ),
}
"""The keys whose values are ids, and of what."""
_TEXTS = frozenset({"say", "ask", "title", "also", "hint", "why", "card", "wrong", "reply"})
"""The keys under which words stand, whatever stands around them."""
_NOUNS = ("a ", "an ", "another ", "someone ", "the ")
MOST_VALUES = 6
"""Values of one fact that are named; the rest are counted."""
MANY = 3
"""Groups of people named one by one; more are named together."""


class Names:
    """The words of one library for its ids."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def step(self, name: str) -> str:
        """The title of an ending, the words of a question or message, what a flow is about."""
        step = self._library.steps.get(name)
        if isinstance(step, Ending):
            return self._words(step.title)
        if isinstance(step, Question):
            return self._words(step.ask)
        if isinstance(step, Message):
            first_line = next((line for line in step.say), None)
            return (
                self.statement(first_line.statement)
                if first_line and first_line.statement
                else self._words(first_line.wording if first_line else ())
            )
        return self.flow(name)

    def flow(self, name: str) -> str:
        """What a flow is about."""
        flow = self._library.flows.get(name)
        return flow.about or self.step(flow.start) if flow else name

    def contact(self, name: str) -> str:
        """The name of a contact."""
        contact = self._library.contacts.get(name)
        return self._words(contact.name) if contact else name

    def statement(self, name: str) -> str:
        """The words of a statement."""
        statement = self._library.statements.get(name)
        return self._words(statement.say) if statement else name

    def source(self, name: str) -> str:
        """The document of a source."""
        source = self._library.sources.get(name)
        if source is None:
            return name
        return f"{source.document} ({source.publisher or source.link or source.date})"

    def fact(self, name: str) -> str:
        """What a fact is about, or one value of it (`age: under-11`) in words."""
        fact = self._library.facts.get(name)
        return fact.about.rstrip(".") if fact else name

    def value(self, fact: str, value: str) -> str:
        """A value of a fact in words."""
        known = self._library.facts.get(fact)
        return dict(known.values).get(value, value) if known else value

    def answer(self, name: str) -> str:
        """The label of an answer: `yes` at any question, or `danger.yes` at one."""
        step_id, _, option_id = name.rpartition(".")
        steps = [self._library.steps.get(step_id)] if step_id else self._library.steps.values()
        for step in steps:
            option = step.option(option_id) if isinstance(step, Question) else None
            if option and isinstance(step, Question):
                label = self.option(option)
                return f"{self._words(step.ask)} {label}" if step_id else label
        return name

    def option(self, option: Option) -> str:
        """The label of an answer."""
        return self._words(option.say)

    def topic(self, name: str) -> str:
        """The question a topic answers."""
        topic = self._library.topics.get(name)
        return self._words(topic.ask) if topic else name

    def key(self, key: str, above: str) -> str:
        """A key that is an id, in words; any other as it stands."""
        if above in self._library.facts:
            return self.value(above, key)
        for words in (self.step, self.contact, self.fact, self.topic, self.statement, self.answer):
            if (named := words(key)) != key:
                return named
        return key

    def language(self, code: str) -> str:
        """What a language calls itself."""
        return OWN_NAMES.get(code, code)

    def _filled(self, text: str) -> str:
        """A text, its placeholders filled."""
        return plain_english(Text("", text, Place("")), self._library)

    def _words(self, wording: Wording) -> str:
        return plain_english(wording[-1].text, self._library) if wording else "(no words)"

    # -- values as they stand in files

    def shown(self, keys: tuple[str, ...], node: Node | None) -> tuple[str, ...]:
        """A value in words, a line each; none where there is none."""
        if node is None:
            return ()
        if isinstance(node, str):
            return (self._one(keys, node),)
        if isinstance(node, Sequence):
            return tuple(line for item in node.values for line in self.shown(keys, item)) or (
                "(nothing)",
            )
        if keys and keys[-1] in ("when", "unless", "known-as", "can-say"):
            return (self.condition(node),)
        lines: list[str] = []
        for key, value in node.values.items():
            lines += self.shown((*keys, key), value)
        return tuple(lines) or ("(nothing)",)

    def _one(self, keys: tuple[str, ...], value: str) -> str:
        if keys[0] in ("words", "locales", "files"):
            return value or "(empty)"
        if keys[-1] == ORDER:
            return self._in_order(keys[:-1], value)
        if keys[-2:-1] in (("means",), ("facts",)):
            return f"{self.fact(keys[-1])}: {self.value(keys[-1], value)}".removeprefix(": ")
        for key in reversed(keys):
            if key in _REFERS and not (key == "help" and keys[0] == "contacts"):
                return str(getattr(self, _REFERS[key][0])(value))
            if key in _TEXTS:
                return self._filled(value) or "(empty)"
        return self._filled(value) or "(empty)"

    def _in_order(self, keys: tuple[str, ...], value: str) -> str:
        """An entry of something that only moved."""
        if keys[-1] == "options":
            return self.answer(f"{keys[1]}.{value}").removeprefix(self.step(keys[1])).strip()
        if keys[-1] == "topics":
            return self.topic(value)
        if keys[-1] == "values":
            return self.value(keys[1], value)
        return self._one(keys, value)

    def condition(self, node: Node, other: Node | None = None) -> str:
        """A condition in words: all that it names, and any of the values of each.

        Of many values that stand in the `other` condition too, only the number is named.
        """
        if not isinstance(node, Mapping):
            return str(node)
        parts = []
        in_order = [fact for fact in self._library.facts if fact in node.values]
        for fact in dict.fromkeys((*in_order, *node.values)):
            wanted = node.values[fact]
            values, shared = _texts(wanted), set(_texts(_of_fact(other, fact)))
            named = [value for value in values if value not in shared or len(shared) <= MANY]
            names = [self.value(fact, value) for value in named]
            if len(named) < len(values):
                names.append(f"{len(values) - len(named)} kinds that stay")
            parts.append(" or ".join(names) or self.fact(fact))
        return _someone(", ".join(parts))

    # -- people

    def people(self, people: Iterable[FrozenFacts]) -> list[str]:
        """Kinds of people as phrases; those who differ in one thing only come together."""
        known = list(people)
        groups = merged_groups(known, self._library)
        if len(groups) > MANY:
            groups = [self._hull(known)]
        return [self._who(group) for group in groups]

    def _hull(self, people: list[FrozenFacts]) -> PeopleGroup:
        """For every fact, all values that any of them has."""
        each = [dict(known) for known in people]
        return {
            fact: frozenset(known.get(fact, "") for known in each) for fact in self._library.facts
        }

    def _who(self, group: PeopleGroup) -> str:
        parts = []
        for fact in self._library.facts.values():
            words = dict(fact.values)
            values = [value for value in words if value in group[fact.id]]
            # Where some of them have not been asked, nothing can be first_line of all.
            if values and len(values) < len(words) and "" not in group[fact.id]:
                parts.append(_any_of([words[value] for value in values]))
        return _someone(", ".join(parts)) if parts else "everyone who comes there"


def _any_of(names: list[str]) -> str:
    more = len(names) - MOST_VALUES
    return " or ".join(names[:MOST_VALUES]) + (f" or {more} more" if more > 0 else "")


def _of_fact(condition: Node | None, fact: str) -> Node | None:
    return condition.values.get(fact) if isinstance(condition, Mapping) else None


def _texts(node: Node | None) -> list[str]:
    values = node.values if isinstance(node, Sequence) else [node]
    return [value for value in values if isinstance(value, str)]


def _someone(words: str) -> str:
    """Words for a person: what is known of them stands after "someone", where it names nobody."""
    return words if words.startswith(_NOUNS) else f"someone {words}"
