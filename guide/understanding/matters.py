"""What is the matter: whether a line says it, or only may mean it, and what else is near."""

from guide.flow.model import Library, Option, Question
from guide.understanding.forms.letters import without_letter
from guide.understanding.grounds import is_judged, is_said, nearest
from guide.understanding.guesses import NO_MATCH, WHOLE, Guess, Guesser
from guide.understanding.recognizer import Recognized
from guide.understanding.typed import split_words

WORRY = "concern"
_FEW_WORDS = 4
"""The words of an answer that are so few say little without its question: "Something else"."""
_STATES = ("someone ", "they ", "i ")
"""An answer that begins so tells something, however short it is: "Someone wants to meet"."""
_NEARLY = 0.5
"""What a guess counts at least, beside the best, to come before one that the line does not say."""
# Three, as each is a question to somebody who is frightened; the list of choices stands behind
# them, and can be asked for at each.
MOST_TRIES = 3
"""How many guesses at what is the matter are offered before the choices are shown."""


def concern(library: Library, guess: Guess) -> str:
    """The concern an answer records; empty for a topic, or an answer that only leads on."""
    if guess.kind != "answer":
        return ""
    return dict(option_of(library, guess).means).get(WORRY, "")


def option_of(library: Library, guess: Guess) -> Option:
    """The answer that a guess is at."""
    question = library.steps[guess.step]
    assert isinstance(question, Question)
    option = question.option(guess.option)
    assert option is not None
    return option


def is_told(guesser: Guesser, heard: Recognized, text: str, matter: Guess) -> bool:
    """Whether a line says what is the matter, so that it can be said back in a sentence."""
    if matter.kind != "answer" or matter.match is WHOLE or guesser.recognizer.index.denies_briefly:
        return True
    if _says_little(option_of(guesser.library, matter)):
        return False
    words = without_letter(split_words(text))
    return is_said(concern(guesser.library, matter), words, heard.concepts)


def tells_something(option: Option) -> bool:
    """Whether the words of an answer tell something without its question, however few they are."""
    return bool(option.say) and option.say[0].text.source.casefold().startswith(_STATES)


def _says_little(option: Option) -> bool:
    """Whether an answer that records nothing says little by itself: "Something sexual"."""
    few = not option.say or len(option.say[0].text.source.split()) <= _FEW_WORDS
    return few and not option.means and not tells_something(option)


def said_first(
    guesser: Guesser, heard: Recognized, text: str, matters: tuple[Guess, ...]
) -> tuple[Guess, ...]:
    """The guesses with one that the line does say before one that it gives no ground for."""
    if not matters or is_told(guesser, heard, text, matters[0]):
        return matters
    first = matters[0]
    beside = nearest(concern(guesser.library, first), heard.concepts)
    hinted = [name for name in beside if f"{WORRY}={name}" in heard.likely]
    offered = [guess for name in hinted for guess in _saying(guesser.library, first, name)]
    for guess in (*matters[1:MOST_TRIES], *offered):
        name = concern(guesser.library, guess)
        near = guess.match.full and guess.score >= _NEARLY * first.score and not guess.kept
        if is_judged(name) and (near or name in beside) and is_told(guesser, heard, text, guess):
            return (guess, *(other for other in matters if other is not guess))
    return matters


def with_nearest(
    guesser: Guesser, heard: Recognized, matters: tuple[Guess, ...]
) -> tuple[Guess, ...]:
    """The guesses that a line gave no ground for, with what else is as near to its words."""
    library, first = guesser.library, matters[0]
    others = [guess for guess in matters[1:] if guess.kind != "topic"]
    known = {concern(library, guess) for guess in (first, *others)}
    near = [guess for guess in others if guess.kept]  # what may not be lost
    for name in nearest(concern(library, first), heard.concepts):
        near += _saying(library, first, name) if name not in known else ()
    closest = [guess for guess in others if not guess.kept]
    return (first, *near[:1], *closest[:1], *near[1:], *closest[1:])


def _saying(library: Library, first: Guess, name: str) -> list[Guess]:
    """A guess at the answer that records a concern, in the flow of another; none without one."""
    at = library.steps[first.step]
    assert isinstance(at, Question)
    alike = [
        Guess("answer", question.id, option.id, f"{WORRY}={name}", 0.0, NO_MATCH)
        for question in library.steps.values()
        if isinstance(question, Question) and question.flow == at.flow
        for option in question.options
        if dict(option.means).get(WORRY) == name
    ]
    return alike[:1]
