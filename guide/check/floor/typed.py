"""Typed words are guarded in every folder: what stands beside answers, and what is promised."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from guide.check.finding import Finding, Severity
from guide.check.floor import PROMISES
from guide.check.floor.elsewhere import misplaced
from guide.check.proof.reachability import Proof
from guide.files import contents
from guide.flow.model import Library, Option, Question
from guide.problems import Place
from guide.project import Project
from guide.understanding.guesses import BEST, Guess, Guesser, Guesses
from guide.understanding.lexicon import FOLDER
from guide.understanding.meanings import CONCERN, DANGER, answer_called, answers, common, keys

_COLUMNS = ("sentence", "who", "must reach", "must never reach")
BROKEN, PHRASE_TWICE = "words-promise", "phrase-twice"
EMPTIED, UNHEARD, NO_WORDS = "words-emptied", "words-of-other-flows", "answer-without-words"
SILENCED = "words-silenced"
_LITTLE_WORD = 3
"""Letters of a word that says little by itself."""


def of_typed_words(project: Project, proof: Proof) -> Iterator[Finding]:
    """What is wrong with the typed words of a folder, but for its promises."""
    library = project.library
    yield from _twice(library)
    yield from misplaced(library, project.words, proof, project.flows)
    yield from _emptied(project)
    yield from silenced(project)
    yield from _unheard(project)


def _finding(
    code: str, place: Place, what: str, to_do: str, severity: Severity = "error"
) -> Finding:
    return Finding(code, severity, place, what, to_do)


# -- phrases beside answers


def _twice(library: Library) -> Iterator[Finding]:
    """A phrase opens one answer to a question, and not another as well."""
    shared = common(library)
    for step in library.steps.values():
        if not isinstance(step, Question):
            continue
        taken: dict[str, Option] = {}
        for option in step.options:
            for phrase in option.also if option.id not in shared else ():
                other = taken.setdefault(" ".join(phrase.casefold().split()), option)
                if other is not option:
                    what = f'"{phrase}" stands beside "{other.id}" and beside "{option.id}".'
                    yield _finding(PHRASE_TWICE, option.place, what, "Leave it beside one of them.")


# -- the file of words


def _emptied(project: Project) -> Iterator[Finding]:
    path = os.path.join(project.flows, FOLDER, "en.yaml")
    if not os.path.isfile(path) or project.faults_of_words:
        return
    for name, listed in (
        ("distress", project.words.distress),
        ("never-lost", project.words.never_lost),
    ):
        if not listed:
            what = f'"{name}" is empty, so nobody who types such words is shown help at once.'
            yield _finding(EMPTIED, Place(f"{FOLDER}/en.yaml"), what, "Put its phrases back.")


def silenced(project: Project) -> Iterator[Finding]:
    """Words that bring help at once and stand where they say nothing, or no."""
    words, place = project.words, Place(f"{FOLDER}/en.yaml")
    guarding = {concept for sign in words.distress for concept in sign.split()}
    phrases = {phrase for name in guarding for phrase in words.concepts.get(name, ())}
    # In a longer phrase no word brings help by itself.
    single = {word for phrase in phrases for word in phrase.split() if len(phrase.split()) <= 2}
    lists = {
        "no": phrases | {word for word in single if len(word) > _LITTLE_WORD},
        **dict.fromkeys(("yes", "silent", "ordinary", "sayings", "denials"), phrases),
    }
    for name, guarded in lists.items():
        for phrase in getattr(words, name):
            if phrase in guarded:
                what = f'"{phrase}" brings help at once, and stands under "{name}".'
                yield _finding(SILENCED, place, what, "Take it out there.")
    for own in project.danger_words:
        says_not = {*own.words.get("not", ()), *own.no}
        for meaning, listed in own.words.items():
            for word in says_not.intersection(listed) if meaning != "not" else ():
                file = Place(f"{FOLDER}/danger/{own.code}.yaml")
                what = f'"{word}" tells of danger ("{meaning}"), and stands under "not" or "no".'
                yield _finding(SILENCED, file, what, "Take it out there.")


def _unheard(project: Project) -> Iterator[Finding]:
    """What the file of words knows and the folder lacks; and what the folder asks unheard."""
    library = project.library
    concern = library.facts.get(CONCERN[:-1])
    if concern is None:
        return
    known = set(project.words.signs.get(CONCERN[:-1], {}))
    here = {value for value, _ in concern.values}
    place = concern.place
    if lacking := sorted(known - here):
        what = f"The words people use know {len(lacking)} concerns that no answer here records"
        names = ", ".join(lacking[:6]) + (" ..." if len(lacking) > 6 else "")
        to_do = "Call yours by the same names where they mean the same, so that words lead there."
        yield _finding(UNHEARD, place, f"{what}: {names}.", to_do, "warning")
    for question, option in answers(library):
        concerns = [value for fact, value in option.means if fact == CONCERN[:-1]]
        if concerns and not option.also and not known.intersection(concerns):
            what = f'No typed words lead to "{question.id}.{option.id}".'
            yield _finding(NO_WORDS, option.place, what, "Give it `also:` phrases.", "warning")


# -- promises


class TypedPromise(NamedTuple):
    """A sentence, who types it, and what it must and must never be taken for."""

    line: int
    sentence: str
    who: str
    must: tuple[str, ...]
    never: tuple[str, ...]


def read_typed_promises(flows: str) -> Iterator[TypedPromise | int]:
    """The promises of a folder; a number is that of a line that cannot be read."""
    path = os.path.join(flows, FOLDER, PROMISES)
    if not os.path.isfile(path):
        return
    lines = contents(path).decode("utf-8", errors="replace").splitlines()
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#") or number == 1:
            continue
        cells = line.split("\t")
        if len(cells) != len(_COLUMNS) or not cells[0]:
            yield number
            continue
        sentence, who, must, never = cells
        yield TypedPromise(number, sentence, who, tuple(must.split()), tuple(never.split()))


def unkept_promises(project: Project) -> Iterator[Finding]:
    """A finding for each promise of a folder that is not kept, or cannot be read."""
    # A file of words with a fault is told already, and nothing is heard by it until it is mended.
    is_heard = not (project.faults_of_words or project.faults_of_danger_words)
    for promise in read_typed_promises(project.flows):
        place = Place(f"{FOLDER}/{PROMISES}", promise if isinstance(promise, int) else promise.line)
        if isinstance(promise, int):
            what = f"This line does not have the columns {', '.join(_COLUMNS)}."
            yield _finding(BROKEN, place, what, "Put tabs between them.")
            continue
        yield from _unreachable(project.library, promise, place)
        if is_heard:
            yield from _not_kept(project.guesser(), promise, place)


def _unreachable(library: Library, promise: TypedPromise, place: Place) -> Iterator[Finding]:
    for name in (*promise.must, *promise.never):
        if not _exists(library, name):
            what = f'"{name}" is nothing that can be reached here.'
            to_do = "Name danger, concern=..., a topic, or question.answer."
            yield _finding(BROKEN, place, what, to_do)


def _not_kept(guesser: Guesser, promise: TypedPromise, place: Place) -> Iterator[Finding]:
    for names, must in ((promise.must, True), (promise.never, False)):
        for name in names:
            is_there = _exists(guesser.library, name)
            if is_there and _is_taken(guesser, promise, name, must=must) != must:
                how = "is not taken for" if must else "is taken for"
                what = f'"{promise.sentence}" {how} {name}.'
                yield _finding(BROKEN, place, what, "Mend the words, or the answer's `also:`.")


def _exists(library: Library, name: str) -> bool:
    fact, equals, value = name.partition("=")
    known = library.facts.get(fact)
    is_fact = bool(equals) and known is not None and value in dict(known.values)
    return (
        name == "danger"
        or is_fact
        or name in library.topics
        or answer_called(library, name) is not None
    )


def _is_taken(guesser: Guesser, promise: TypedPromise, name: str, *, must: bool) -> bool:
    """Whether a sentence, typed at the first question of its person, may be taken for something."""
    heard = guesser.recognizer.recognize(promise.sentence)
    if name == "danger" and must and heard.distress:
        return True
    option = answer_called(guesser.library, name)
    wanted: set[str] = {name, f"topic={name}", *(keys(option) if option else ())}
    if name == "danger":
        wanted.add(DANGER)
    asked = [q.id for q, each in answers(guesser.library) if not wanted.isdisjoint(keys(each))]
    first = _first_question(guesser, promise.who)
    for step in dict.fromkeys((first, *asked)) if must else (first,):
        guesses = guesser.guess(heard, step, {"who": promise.who})
        if _is_among(guesser, guesses, wanted, must=must):
            return True
    return False


def _is_among(guesser: Guesser, guesses: Guesses, wanted: set[str], *, must: bool) -> bool:
    """Whether what is wanted is one of the best guesses, or for what must never be, the best."""
    ranked = [guess for guess in (*guesses.matters, *guesses.facts) if not guess.kept]
    best = [*guesses.danger, *ranked][: BEST if must else 1]
    if any(not wanted.isdisjoint(_means(guesser.library, guess)) for guess in best):
        return True
    return must and any(_leads_to(guesser, guess, wanted) for guess in best)


def _means(library: Library, guess: Guess) -> set[str]:
    """Everything that somebody says who takes a guess."""
    option = answer_called(library, guess.address)
    return {guess.group, guess.address, *(keys(option) if option else ())}


def _leads_to(guesser: Guesser, guess: Guess, wanted: set[str]) -> bool:
    """Whether a closer question, after an answer that is guessed at, has what is wanted."""
    option = answer_called(guesser.library, guess.address)
    following = guesser.reach.after(option) if option else ()
    steps = (guesser.library.steps[name] for name in following)
    options = (each for step in steps if isinstance(step, Question) for each in step.options)
    return any(not wanted.isdisjoint(keys(each)) for each in options)


def _first_question(guesser: Guesser, who: str) -> str:
    """The question that a person comes to first who has recorded who they are."""
    library = guesser.library
    for _, option in answers(library):
        if ("who", who) in option.means and option.to:
            to = option.to[-1].to
            following = guesser.reach.questions(
                library.flows[to].start if to in library.flows else to
            )
            if following:
                return following[0]
    return guesser.reach.questions(library.first_step())[0]
