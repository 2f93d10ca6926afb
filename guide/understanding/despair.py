"""What somebody says of their own life without any word of danger: "nobody would miss me".

By its form: who speaks is "I" or "me", or nobody is named and nothing is asked. What is said to
"you", and what people in general think or do, is a listener's. English alone.
"""

import re
from collections.abc import Sequence

_NOBODY = (
    r"(nobody|no ?one|none of them|anyone|anybody|they|theyd|everyone|everybody|people|"
    r"the kids|my \w+)"
)
_GONE = r"(if i|when i|i (was|am|had)|im (gone|dead)|without me)"
_FORMS = re.compile(
    r"\b(?:"
    rf"{_NOBODY}( \w+){{0,2}} (miss|need|want)s? me|"
    rf"{_NOBODY}( \w+){{0,2}} (notice|care|cry|mind) {_GONE}|"
    r"(better off|happier) (without me|if i\b|with me (dead|gone))|"
    r"come to my funeral|lost the will to live|tired of (living|being alive)|done with life|"
    r"nothing (left )?(for me|to live for)|reason for me to (be here|live|go on)|"
    r"(dont|do not|never) want to (wake|exist|be (alive|here))|"
    r"saved (up )?(my|the) (pills|tablets)|"
    r"no (point|use|reason) (to me|in me|to live|to go on|"
    r"(in|of) (living|going on|being (here|alive)))|"
    r"(cant|cannot|can not) (do|take|face|bear|stand|handle|keep doing) (this|it|life|things) "
    r"(any ?more|any longer|much longer)|"
    r"(cant|cannot) (keep going|go on|carry on)|"
    r"(dont|cant|do not) see (a|any) (way out|point|future)|"
    r"had enough of (living|life|being (here|alive))|"
    r"(think\w*|thought) (about|of) (ending (it|things|my life)|dying)|"
    r"(isnt|is not|aint|not) worth (living|going on)|"
    r"want (it|it all|everything|all of it) to (end|be over)|"
    r"(written|wrote|writing) (a|my) (note|goodbye|will)|said my goodbyes|"
    r"got (the|my|some|enough) (tablets|pills|rope|blades?|razors?)|"
    r"(not|cant|cannot) cop(e|ing)|end of my (tether|rope)|falling apart"
    r")\b"
)
_OF_OLD = re.compile(
    r"\bi( have|ve)? never told (anyone|anybody|a soul)\b|\bi was the (girl|boy|child|kid)\b|"
    r"\bwhen i was (little|young|small|a (kid|child|boy|girl|teenager)|"
    r"(five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"\d{1,2}))\b.* (me|my)\b|"
    r"\bhappened to my (own )?(daughter|son|child|kids?|sister|brother|mum|friend)\b"
)
_REFLECTS = re.compile(r"\b(sounds?|seems?|looks?)( as if| like)?\b|\byou\b|\?")
"""What says back what was heard: "It sounds like life is not worth living"."""
_PEOPLE = re.compile(
    r"(?:^|\| |\b(?:sometimes|often|and|but|because|when|met|know|heard|with|see|that|as) )"
    r"((some|many|most|lots of|a lot of|other|young|so many|plenty of|few) )*"
    r"(people|children|kids|teenagers|students|girls|boys)\b|"
    r"^(many|some|others) who\b|\b(anyone|anybody|everyone) can\b|"
    r"(?<!do )\b(\w+ is something )?i ask (everyone|everybody|all)\b"
)
_MINDS = re.compile(
    r"\b(themsel\w+|feel|felt|think|thought|want(ed)?|wish|can|sometimes|often|self ?harm\w*|"
    r"get|find|say|said|told)\b"
)
_HERE = re.compile(r"\b(here|now|outside|tonight|my|(?<!told )(?<!tell )me|he|she|hes|shes)\b")


def of_people(words: Sequence[str]) -> int:
    """Where in these words people in general begin, of whom it is told; -1 where none do.

    "Some people who feel like that think about suicide" is how a listener begins a question.
    People who do something here and now are no people in general.
    """
    line = " ".join(word or "|" for word in words)
    match = _PEOPLE.search(line)
    if match is None or _HERE.search(line, match.end()):
        return -1
    if "i ask" not in match[0] and not _MINDS.search(line):
        return -1
    return len(line[: match.start()].split())


def despairs(clause: Sequence[str], text: str) -> bool:
    """Whether a clause of a line says that its speaker is in despair, or what they lived through.

    `text` is the whole line: where it asks or speaks to "you", only what says "I" or "me" counts.
    """
    line = " ".join(clause)
    if _OF_OLD.search(line):
        return True
    if _REFLECTS.search(text.lower()) and not re.search(r"\b(i|im|ive|id|me|my)\b", line):
        return False
    return bool(_FORMS.search(line))
