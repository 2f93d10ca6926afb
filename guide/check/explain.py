"""What a code in a finding means, and why it matters: `guide check --explain CODE`."""

import inspect
from difflib import get_close_matches

from guide.check import lints as checks
from guide.check.floor.codes import explained
from guide.check.folder import FAULTY_RULE, UNPROVEN, UNREADABLE
from guide.check.rules.consistency import CONTRADICTION, NO_CONVERSATION
from guide.check.rules.read import Rule
from guide.check.run import PHRASE_OPENS_NOTHING
from guide.flow.model import Library, When

OF_LANGUAGES = {
    "sheet": "The glossary or the phrases of a language have a fault.\n\nlocales/README.md shows "
    "how both are written.",
    "unreadable": "A PO file cannot be read, so its language is not offered.\n\nPut it right in a "
    "PO editor, or take back the last change.",
    "missing-file": "A language lacks one of its PO files.\n\n`guide locale update` makes it.",
    "draft": "Translations that nobody has reviewed yet.\n\nA draft is shown, and lines that keep "
    "a child safe stand in English beside it until somebody has reviewed them.",
    "missing": "Texts without a translation.\n\nEnglish stands in their place, marked as English.",
    "missing-safety": "Lines that keep a child safe, without a translation.\n\nEnglish stands in "
    "their place. Translate these first.",
    "out-of-date": "The file is not of today's English.\n\n`guide locale update` brings it there; "
    "what was translated stays.",
    "header": "The header of a PO file does not say which language it is.\n\nWrite its Language "
    "line.",
    "cut-off": "A PO file ends within an entry.\n\nIt may have been cut short: take back the last "
    "change.",
    "twice": "An entry stands twice in a PO file, and only one of them counts.\n\nKeep one.",
    "gone": "Entries for words that the guide no longer says.\n\n`guide locale update` moves them "
    "to the end.",
    "changed": "A translation changes what may not change: a number, a link, a placeholder, a mark."
    "\n\nPut it back as it is in the English.",
    "blank": "A translation begins or ends with a blank.\n\nDelete it.",
    "too-long": "A translation is longer than the room it has on a small screen.\n\nSay it in "
    "fewer words.",
    "stale": "The English has changed since a text was translated.\n\nRead both, and translate "
    "anew.",
    "english": "A translation is the English itself.\n\nTranslate it, or leave it empty.",
    "misread": "A reviewer understood something else than a line must tell.\n\nTranslate it anew, "
    "and have it reviewed again.",
    "meaning": "A translation has lost, or turned round, what its English says.\n\nThe language's "
    "glossary.yaml says by which words that is seen: a lost `not`, a term that is missing.",
    "same-words": "Two answers to one question are called the same in a language.\n\nSay them "
    "differently: nobody can tell them apart.",
}
"""What the codes that begin with `locale-` mean."""

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
    "story": "A story of the practice has a fault, so it is not offered.\n\n"
    "flows/practice/README.md shows how stories are written; `guide practise --check` says more.",
    "words": "A file of the words that people type has a fault, so its words are not heard.\n\n"
    "Mend it: what people type is heard by the other files alone until then.",
    "compiled": "A compiled file, which starts read in place of what people edit, says something "
    "else.\n\nDelete it, or make it anew with `make compile`. Where nobody knows how it came to "
    "be, look who may write there.",
    "locale-none": "The folder of languages holds none.\n\nName the folder that holds them.",
    "locale-promise": "A language's phrases are taken for something they must not be, or are not "
    "for what they must.\n\nIts phrases.yaml shows the words; `guide match` tries a sentence.",
    "locale-danger": "Nobody is heard who types in a language that they are in danger, or yes, or "
    "no.\n\nList how people say it in words/danger, beside the flows: a file for each language.",
    "locale-ear": "The model of a language's learned ear is damaged, so people are heard by its "
    "phrases alone.\n\nTake back the last change of ear.model, or make it anew with `make train`.",
    **{f"locale-{code}": words for code, words in OF_LANGUAGES.items()},
    PHRASE_OPENS_NOTHING: "A phrase that stands beside a topic or an answer opens something else, "
    "or nothing.\n\n"
    "Whoever types it is led elsewhere, or not heard. Write it another way, or take it out.",
    CONTRADICTION: "Two rules speak of the same conversations and cannot both hold.\n\nSay in one "
    "of them, with `when` or `unless`, which conversations it is for.",
}


def codes(rules: tuple[Rule, ...]) -> list[str]:
    """Every code a finding can carry."""
    return [*_of_checks(), *OTHERS, *explained(), *(rule.id for rule in rules)]


def _of_checks() -> dict[str, str]:
    """What each check says of itself."""
    docstrings = {checks.code_of(check): check.__doc__ or "" for check in checks.PATHS}
    return docstrings | {checks.code_of(check): check.__doc__ or "" for check in checks.CONTENT}


def likely_code(code: str, known: list[str]) -> str:
    """The code that was most likely meant: by the whole of it, else by a word in it; or none."""
    if near := get_close_matches(code, known, n=1):
        return near[0]
    # Words of three letters or fewer are near to too many others. Of the codes that share a word
    # the first listed stays.
    by_word = {word: name for name in reversed(known) for word in name.split("-") if len(word) > 3}
    words = [word for word in code.split("-") if len(word) > 3]
    near = [match for word in words for match in get_close_matches(word, by_word, n=1)]
    return by_word[near[0]] if near else ""


def explain(code: str, rules: tuple[Rule, ...], library: Library) -> str | None:
    """What a code means; None for a code there is not."""
    if code in (docstrings := _of_checks()):
        return inspect.cleandoc(docstrings[code])
    if code in (others := OTHERS | explained()):
        return others[code]
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
