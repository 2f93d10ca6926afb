"""What a code in a finding means, and why it matters: `guide check --explain CODE`."""

import inspect

from guide.check import lints as checks
from guide.check.folder import FAULTY_RULE, UNPROVEN, UNREADABLE
from guide.check.rules.consistency import CONTRADICTION, NO_CONVERSATION
from guide.check.rules.read import Rule
from guide.check.run import CLOSED
from guide.flow.model import Library, When

OTHERS = {
    UNREADABLE: "A file of the folder has a fault, so its flows cannot be used.\n\n"
    "Mend it first: the paths are proven only once every file can be read. flows/README.md shows "
    "how flows are written.",
    FAULTY_RULE: "A rule has a fault, so it is not looked at.\n\nflows/RULES.md shows how rules "
    "are written.",
    UNPROVEN: "Conditions depend on more combinations of facts than can be looked at, so nothing "
    "was proven.\n\nLet fewer conditions depend on them.",
    NO_CONVERSATION: "A rule speaks of conversations that nobody can have, so it promises "
    "nothing.\n\nThat is often a slip in its `when`, or an answer that lost what it `means`.",
    CLOSED: "A phrase that stands beside a topic or an answer opens something else, or nothing.\n\n"
    "Whoever types it is led elsewhere, or not heard. Write it another way, or take it out.",
    CONTRADICTION: "Two rules speak of the same conversations and cannot both hold.\n\nSay in one "
    "of them, with `when` or `unless`, which conversations it is for.",
}


def codes(rules: tuple[Rule, ...]) -> list[str]:
    """Every code a finding can carry."""
    return [*_of_checks(), *OTHERS, *(rule.id for rule in rules)]


def _of_checks() -> dict[str, str]:
    """What each check says of itself."""
    docstrings = {checks.code_of(check): check.__doc__ or "" for check in checks.PATHS}
    return docstrings | {checks.code_of(check): check.__doc__ or "" for check in checks.CONTENT}


def explain(code: str, rules: tuple[Rule, ...], library: Library) -> str | None:
    """What a code means; None for a code there is not."""
    if code in (docstrings := _of_checks()):
        return inspect.cleandoc(docstrings[code])
    if code in OTHERS:
        return OTHERS[code]
    for rule in rules:
        if code == rule.id:
            return "\n".join(_of_rule(rule, library))
    return None


def _of_rule(rule: Rule, library: Library) -> list[str]:
    lines = [rule.sentence, ""]
    if rule.when:
        lines.append(f"It speaks of conversations where {_in_words(rule.when, library, ' and ')}.")
    if rule.unless:
        lines.append(f"It does not where {_in_words(rule.unless, library, ', or where ')}.")
    if rule.hazards:
        lines.append(f"It guards against hazard {', '.join(rule.hazards)} of the hazard log.")
    lines.append("It rests on:")
    for name in rule.because:
        source = library.sources[name]
        lines.append(
            f"  {source.document}" + (f" ({source.publisher})" if source.publisher else "")
        )
    lines.append(f"It stands at {rule.place}.")
    return lines


def _in_words(when: When, library: Library, joined: str) -> str:
    parts = []
    for fact, values in when:
        words = dict(library.facts[fact].values)
        parts.append(f"{fact} is {' / '.join(words[value] for value in values)}")
    return joined.join(parts)
