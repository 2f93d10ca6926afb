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
_IN_MIND = r"(think\w*|thoughts?|imagin\w+|dream\w*|pictur\w+|plan\w*|fantasi\w+|urges?)"
_FORMS = re.compile(
    r"\b(?:"
    rf"{_NOBODY}( \w+){{0,2}} (miss|need|want)s? me|"
    rf"{_NOBODY}( \w+){{0,2}} (notice|care|cry|mind) {_GONE}|"
    r"(better off|happier) (without me|if i\b|with me (dead|gone))|"
    r"come to my funeral|lost the will to live|tired of (living|being alive)|"
    r"(done|fed up|finished) with (life|living)|(cba|cant be (arsed|bothered)) with (life|living)|"
    r"want (it all|everything|all of it|life) to (stop|end|be over|be finished)|"
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
    r"(think\w*|thought) (about|of) (ending (it|things|my life)|dying|my (own )?death)|"
    r"(isnt|is not|aint|not) worth (living|going on)|"
    r"want (it|this|it all|everything|all of it) (to (end|be over)|finished|over|done with)|"
    r"i (just |only |really )?(want|need) out( of (it|this|here|everything))?$|"
    r"dead inside|(be missed|anyone would miss me|anybody would miss me)|"
    r"(scare|frighten|harm) myself|(not safe with|dont trust|scared of) myself|"
    r"how (to|i (would|will|d|could)) (do it|end it|end things|die)|"
    r"(need|want) (someone|somebody|anyone) to talk to|hyperventilating|panic attacks?|"
    r"(this|that|it) is (exactly |just )?what (he|she|they|mine) (did|does|used to do)|"
    r"too (real|much|close|near|hard|raw|personal|painful) (for me|to (me|my life))|"
    r"(would|will|d|ll|gonna|going to) (finish|kill|end|bury|burn|harm|find) me|"
    r"(waiting|waits|standing|sitting|parked)( \w+){0,5} for me|"
    r"(written|wrote|writing) (a|my) (note|goodbye|will)|said my goodbyes|"
    r"got (a|the|my|some|enough) (tablets|pills|rope|noose|blades?|razors?)|"
    r"(not|cant|cannot) cop(e|ing)|end of my (tether|rope)|falling apart|"
    rf"{_IN_MIND}( \w+){{0,3}} (crashing|jumping|hanging|drowning|overdosing|"
    r"(driving|swerving|steering|walking|stepping|running)( \w+){0,4} (into|off|in front|under))|"
    r"(having|had) a (nervous |mental )?break ?down|"
    r"(voices?|head|mind|brain)( \w+){0,2} (tells|telling|tell|told) me to|"
    r"(dont|do not) want to see (tomorrow|christmas|morning|another|next|my|\w+day)|"
    r"(life|living|everything|it all)( \w+)? is (so )?(pointless|meaningless|hopeless)|"
    r"(dark|suicidal) thoughts|(cant|cannot) live with (it|this|that|myself)|"
    r"(ive|i have)( got)? (no ?one|nobody)( left| at all)?$|wake up( \w+)* wish i hadnt|"
    r"(need|want) the (samaritans|number (for|of) the samaritans)|"
    r"feel like im (drowning|dying|going under)|mine did (it|that|this|to me)\b|"
    r"i (drove|went|walked) to the (cliffs?|bridge|railway|tracks)|"
    r"dont deserve to (live|be (alive|here))|"
    r"(keep|cant stop|havent stopped) (crying|shaking)|"
    r"might as well (die|be dead)|nothing( left)? worth (living|staying|it)|"
    r"want (to stop hurting|(the|this|it|everything|all this)( pain)? (to stop|gone))|"
    r"how (much )?longer i can|(not|havent|havnt) eaten (for|in)|"
    r"im( \w+){0,2} (on|at|by|near|next to|above) (the|a) (railway|track|tracks|train tracks?|"
    r"bridge|roof|ledge|edge|cliff)|"
    r"i (nearly|almost) (did it|ended it|died (that|then|too|once))"
    r")\b"
)
_AGE = (
    r"(five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"\d{1,2})"
)
_RELATION = (
    r"(coach|uncle|dad|daddy|father|step\w+|grand\w+|brother|cousin|teacher|priest|vicar|imam|"
    r"pastor|neighbour|babysitter|ex|husband|wife|boyfriend|girlfriend|partner|mum|mother|aunt\w*|"
    r"sister|boss|manager|foster \w+|scout leader|tutor|"
    r"lodger|landlord|caretaker|trainer|driver|doctor|carer|step \w+)"
)
_OF_OLD = re.compile(
    r"\bi( have|ve)? never told (anyone|anybody|a soul)\b|\bi was the (girl|boy|child|kid)\b|"
    r"\bwhen i was (little|young|small|a (kid|child|boy|girl|teenager)|"
    rf"{_AGE})\b.* (me|my)\b|"
    r"\bhappened to my (own |little )?"
    r"(daughter|son|child|kids?|girl|boy|sister|brother|mum|wife|friend)\b|"
    # the story is one's own
    r"\bi was (her|him|them|that \w+|in (her|his|their) (shoes|place))$|"
    r"\bi could be (her|him|them|(her|his|their) (mum|mother|dad|father))\b|"
    r"\b(that|this|it) (was|is|could be|could have been) me$|\b(this|that|it) is "
    r"((exactly|literally|just|basically|so) )*my (story|childhood|life|marriage|relationship)\b|"
    r"^same( here| as me| for me)?$|"
    r"\bmy (own )?(girl|boy|daughter|son|kid|child) went through (this|that|it|the same)\b|"
    r"\bi was one of (those|them|the ones)\b|\bone of (those|the) (kids|children|girls|boys)$|"
    r"\b(didnt|never) (know|realise|realize|knew) (that )?(it|this|that) was "
    r"(abuse|rape|grooming)\b|\bi am the (child|girl|boy|kid) in (this|it)$|"
    # who it was, and when
    rf"^(my|our) (own )?{_RELATION}$|"
    rf"\b(it|mine|that) was (my|our|the) (own )?{_RELATION}\b(?! (who|that) you)|"
    rf"\bmy own {_RELATION}\b|\bmy (ex|husband|partner|stalker) is (outside|waiting|following)\b|"
    r"\bmy (own )?(son|daughter|child|kid|girl|boy|niece|nephew|grand\w+)\b.* "
    r"(this|that|it|same)( thing)? (is )?(happening|happened|going on)\b|"
    r"\bi was (her|his|their|that \w+) age when\b|"
    rf"\bi was (only |just |about )?{_AGE}( years old)?"
    r"($| (when|and) (it|he|she|they|that|this|nobody|no one|my)\b)|"
    rf"\b(till|until|since|from when) i was {_AGE}\b|"
    rf"\b(my|our) (own )?{_RELATION} (did|does|said) (the same|exactly|this|that|it)\b|"
    r"\bmy (own )?(son|daughter|child|girl|boy|brother|sister|mum|dad|wife|husband|partner) "
    r"(tried to (take|kill|end)|killed|took (his|her|their) (own )?life)\b|"
    r"\bi survived (this|it|that|abuse)\b|"
    # it comes back
    r"\bi(m|ve)?\b( \w+){0,4} flashbacks?\b|"
    r"\bi(m|ve)?\b( \w+){0,4} nightmares? about (him|her|it|them)\b|"
    r"(?<!what )\b(brings?|brought|bringing) (it all|everything|all of it|that all|"
    r"(\w+ )?memories) back\b|"
    r"\b(brings?|brought|bringing) back( \w+)? (memories|it all|everything)\b|"
    r"\btakes? me( \w+)? back to\b|\bremember(ed)? my own$|\breliving (it|this|that)\b"
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
    r"get|find|say|said|tell|told|who (were|was|are|have been|had been))\b"
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
