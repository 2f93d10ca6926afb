"""Whether danger is asked about before a worry is said back, or right after it.

Words of danger and of distress bring the help card at once, whatever is asked then. Somebody who is
in danger now is asked about that first, and so is a wish to die: no worry's words would say it back
without making less of it. Who tells of what is done again and again, of what was done, or of their
own dark thoughts, is first said back what they told: the flow's own question about danger comes
next, and danger stays among what may fit better.
"""

import re

from guide.flow.model import Facts, Question
from guide.understanding.guesses import Guesser
from guide.understanding.matters import concern
from guide.understanding.meanings import DANGER
from guide.understanding.reading import LineReading
from guide.understanding.recognizer import Recognized
from guide.understanding.typed import split_words

_FACT, _, _NOW = DANGER.partition("=")
_LASTING = frozenset({"attack-now", "here-now", "missing", "trapped"})
"""Concepts of danger that somebody may live with: of a weapon or an overdose nothing is lasting."""
_PRESSING = frozenset(
    {
        *("abduct", "break-in", "danger", "death-threat", "ending-life", "medical", "police-999"),
        *("rape-now", "weapon", "live-now"),
    }
)
"""Concepts of danger that are asked about at once, however they are told."""
_AGAIN = re.compile(
    r"\b(keeps?|always|often|sometimes|used to|goes off for|all the time|again and again|"
    r"(every|each|most|some) (\w+ )?(day|night|time|week|weekend|lunch|break|morning|evening)s?|"
    r"for (\w+ )?(days|weeks|months|years|ages)|"
    # What somebody does, as a habit: "is locking" is now, "locks" is not.
    r"(locks|hits|slaps|punches|kicks|follows|pushes|shoves|smacks|beats|batters|grabs|threatens|"
    r"waits|takes|turns up)|"
    r"they (lock|hit|slap|punch|kick|follow|push|shove|smack|beat|batter|grab|threaten)|"
    r"gets? (locked|hit|beaten|battered|followed))\b"
)
_BEFORE = re.compile(
    r"\b((last|the other) (night|nite|day|week|weekend|month|year|term|time)|yesterday|"
    r"(days?|weeks?|months?|years?) ago)\b"
)
"""When something was done that is over: who went missing then is missing now."""
_NOW_WORDS = re.compile(
    r"\b(now|atm|today|currently|minutes?|mins?|hours?|hrs?|just|help|"
    r"hurry|here|coming|going (to|for|mad|mental|crazy)|gonna|about to|screaming|bleeding|hiding|"
    r"(hes|shes|theyre) (still |now )?(outside|here|in|at|got|trying|back|behind|(?!going)\w+ing)|"
    r"(is|are) (?!going missing)\w+ing|ill|will|police|ambulance|hasnt|havent|isnt answering)\b"
)

_SOON = re.compile(
    r"\b(right now|rn|this minute|tonight|2nite|tonite|about to|"
    r"(want|wants|wanna|wana|going|gonna|gona|trying|tried|try|ready) (to )?"
    r"(kill|hang|drown|stab|shoot|od|overdose)( (my|her|him|them)sel(f|ves))?)\b"
)
"""What is meant to happen soon, or was all but done."""
_WISH_TO_DIE = re.compile(
    r"(?<!dont )(?<!not )(?<!never )(?<!doesnt )\b(want|wants|wanted|wanna|wana|wnna|wish) "
    r"(to |2 |i )?(just )?(die+|dye|dead|(be|was|were) dead|end (it|my life|it all|everything))\b|"
    r"\b(suicidal|better off dead|kms|unalive)\b(?! (thoughts|ideation))"
)
_OWN_LIFE = "self-harm"
"""The concern by whose words a wish to die would be said back: they make less of it."""


def is_lasting(heard: Recognized, text: str) -> bool:
    """Whether danger is only heard in what somebody tells of what lasts, or of what was done."""
    if not heard.concepts.isdisjoint(_PRESSING):
        return False
    if heard.danger_in:
        return heard.danger_lasts
    line = " ".join(split_words(text))
    if _SOON.search(line):
        return False
    danger = heard.matches.get(DANGER)
    if danger is None or not danger.full:
        return True
    if heard.concepts.isdisjoint(_LASTING) or _NOW_WORDS.search(line):
        return False
    was_done = "missing" not in heard.concepts and _BEFORE.search(line)
    return bool(was_done or _AGAIN.search(line))


def wishes_to_die(text: str) -> bool:
    """Whether a line says that somebody wants to be dead."""
    return bool(_WISH_TO_DIE.search(" ".join(split_words(text))))


def worry_first(
    guesser: Guesser, reading: LineReading, text: str, step: str, facts: Facts
) -> LineReading:
    """The reading with danger behind the worry that is said back first, where danger comes next.

    It stays as it is where no worry was heard, or none beside a wish to die, and where no question
    about danger is left.
    """
    first = reading.matters[:1]
    worry = concern(guesser.library, first[0]) if first and not first[0].kept else ""
    has_worry = bool(worry) and not (worry == _OWN_LIFE and wishes_to_die(text))
    if not (has_worry and reading.danger and _is_asked_later(guesser, step, facts)):
        return reading
    rest = tuple(guess for guess in reading.matters[1:] if guess.kind != reading.danger[0].kind)
    return reading._replace(danger=(), matters=(*first, *reading.danger, *rest))


def _is_asked_later(guesser: Guesser, step: str, facts: Facts) -> bool:
    """Whether the flows still ask about danger from a question on."""
    if _FACT in facts:
        return False
    reachable = (guesser.library.steps[name] for name in guesser.reach.questions(step))
    asked = (step for step in reachable if isinstance(step, Question))
    return any((_FACT, _NOW) in option.means for each in asked for option in each.options)
