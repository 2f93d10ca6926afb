"""How much a rule demands, as a set of small demands: by these two versions are compared."""

from collections.abc import Iterable, Iterator

from guide.check.rules.read import Rule
from guide.flow.model import When

# More contacts in one of these demand less of an ending; in all others each demands for itself.
_ONE_OF_THEM = frozenset({"only", "one_of", "first", "first_alone", "urgency", "order", "help"})
_WHOM = frozenset({"when", "where_shown", "answered", "asking", "unless", "keeps"})
_NO_DEMAND = frozenset({"id", "sentence", "because", "place"})
_EVERYONE = "everyone"


def demands_of(rule: Rule) -> frozenset[str]:
    """What a rule demands, each part by itself, and of whom. Less in this set is a softer rule."""
    return frozenset(_demands(rule))


def lost_demands(old: Iterable[str], new: Iterable[str]) -> list[str]:
    """The demands of one version of a rule that the other no longer makes, in their order.

    Where it grew no softer the list is empty. A rule that once spoke of everyone is softer when
    it speaks of some; one that spoke of some is not when it speaks of everyone.
    """
    now = set(new)
    widened = {part.split(" ", 2)[1] for part in now if part.startswith(f"{_EVERYONE} ")}
    return sorted(
        part
        for part in set(old) - now
        if not (part.startswith("when ") and part.split(" ", 2)[1] in widened)
    )


def rule_strength(rules: Iterable[Rule]) -> dict[str, frozenset[str]]:
    """The demands of each rule by its id: their number is how many rules there are."""
    return {rule.id: demands_of(rule) for rule in rules}


def _demands(rule: Rule) -> Iterator[str]:
    yield from _of_whom(rule)
    for field in rule._fields:
        value = getattr(rule, field)
        if field in _NO_DEMAND or field in _WHOM or not value:
            continue
        if not isinstance(value, tuple):
            yield f"{field} {value}"
        elif isinstance(value[0], tuple):
            yield from (f"{field} {fact}={'|'.join(values)}" for fact, values in value)
        elif field in _ONE_OF_THEM:
            yield f"{field} {'|'.join(value)}"
        else:
            yield from (f"{field} {name}" for name in value)


def _of_whom(rule: Rule) -> Iterator[str]:
    facts = dict(rule.when)
    for fact, values in rule.when:
        yield from (f"when {fact} {value}" for value in values)
    # What is left out of a rule: naming one more leaves more people out.
    yield f"unless {_in_words(rule.unless)}"
    for field in ("where_shown", "answered", "asking", "keeps"):
        if names := getattr(rule, field):
            yield from (f"{field} {name}" for name in names)
    for fact in ("who", "age", "concern", "danger", "nation"):
        if fact not in facts:
            yield f"{_EVERYONE} {fact}"


def _in_words(when: When) -> str:
    return " or ".join(f"{fact}={'|'.join(values)}" for fact, values in when) or "nobody"
