"""First words that are no worry yet, known by their form: fear of telling, a person, a deed.

"i cant tell my mum", "its my dad", "he did something": what is the matter is not said yet.
"""

import re

from guide.conversation import phrases
from guide.conversation.first_words import (
    HOW_TO_TELL,
    IN_DANGER,
    NOT_SURE,
    TALK,
    TO_REPORT,
    WHO_IS_SAFE,
    Door,
)

_GROWN_UPS = (
    r"(mum|mam|mom|mummy|mommy|mother|dad|daddy|father|stepdad|step dad|stepmum|step mum|parents?|"
    r"family|nan|nana|gran|grandma|grandad|grandpa|uncle|aunt|auntie|aunty|teacher|tutor|coach|"
    r"carers?|foster (mum|dad|carer|parents)|(mums|dads|moms) (bf|boyfriend|gf|girlfriend|partner|"
    r"friend|mate)|social worker|boss|neighbour|babysitter|vicar|priest|imam)"
)
PERSON = (
    rf"({_GROWN_UPS}|bf|boyfriend|gf|girlfriend|ex|cousin|brother|step ?brother|sister|"
    r"step ?sister|mates?|friends?|friends (dad|mum|brother|uncle))"
)
_PEOPLE = re.compile(rf"\b{PERSON}\b")
ANYBODY = "somebody"
"""What stands for every word for a person (mum, coach, ex) while a form is looked for."""
_TELL = r"(tell|say|speak to|talk to|go to|ask|talk about)"
_WHOM = (
    rf"((my |a |the |our )?(own )?{ANYBODY}|any ?one|any ?body|no ?one|some ?one|people|them|her|"
    r"him|it|this|the police|school)( (it|this|that|about (it|this|that)|what happened))?"
    rf"( (at|in) (my |our )?(home|house|school|class|{ANYBODY}))?( (or|and|nor) (my )?{ANYBODY})?"
)
_SCARED = r"(so |too |really |just )?(scared|afraid|frightened|embarrassed|ashamed|shy|nervous)"
_WHEN = (
    r"(till|til|until|untill|tomorrow|tmrw|later|(on )?\w+day|next week|the weekend|now|today|"
    r"tonight|yet|first|after \w+)"
)
_FEARS_TO_TELL = re.compile(
    rf"((but|and|please|pls|so|what if) )*("
    rf"i?( just| really)? ?(cant|cannot|can not|could never|dont (want|wanna|dare)( to)?|"
    rf"dont know how to|dunno how to|will never|wont) ?(ever )?{_TELL} {_WHOM}|"
    rf"(im|i am) {_SCARED} (to|of|about) ({_TELL}|telling|saying|talking)( {_WHOM})?|"
    rf"(dont|do not|plz dont|never) tell {_WHOM}|"
    rf"(my )?({ANYBODY}|they|he|she)( would| will|ll|d)? (kill me|go mad|go mental|hate me|"
    r"disown me|be (so )?(angry|mad|upset|cross))( (if|when) (she|he|they|i)\b.*)?|"
    rf"(i tell )?(my )?({ANYBODY}|they|he|she|everyone) (finds?|found) out|"
    rf"(can|could|should|shall|must|do) (i|it|we) (have to |just |really |need to )*"
    rf"(wait|leave it|{_TELL}|do (it|this))( {_WHOM})? ?(\w+ )?{_WHEN}( \w+){{0,2}}|"
    r"(can|could) (i|it) wait( a (bit|while|few days))?|"
    rf"(is it|am i|have i left it) too late( now)?( to {_TELL}( {_WHOM}| something)?)?"
    r")"
)
"""Fear of telling, or of who may find out; asked beside a worry, it is no door but a part of it."""
_ONE_PERSON = re.compile(
    rf"((um|so|well|ok|please|pls|hi|hey) )*((its|it is|it was|because|bc|cos|coz)( about| of)? |"
    rf"(about|from|with) )?((my|our|a) (\w+ )?{PERSON}|mum|dad|mummy|daddy|him|her)"
)
"""A person and no matter: "its my dad"."""
WHO_DOES_IT = re.compile(
    r"((um|so|well|ok|actually|sorry|sort of|sorta|kind of|kinda|nearly|almost) )*"
    r"((its|it is|it was|was|i meant?) )?((my|our|the) )?(\w+ )??"
    rf"({_GROWN_UPS}|bf|boyfriend|gf|girlfriend|ex)"
)
"""A person whom such a line is not about: "no, its my stepdad" says who does it."""
_A_DEED = re.compile(
    rf"((i think|i know|well|um|so) )*((my|our|the|a|one of my) "
    rf"((best|little|big|older|younger) )?({PERSON})|{_GROWN_UPS}|"
    r"some(one|body)( in my (class|year|school))?|he|she|they|hes|shes|theyve)"
    r"( has| have| had|s|ve)? (done|did|does|doing|been doing) "
    r"(something|sumthing|summat|somethin|smth|things?|stuff|"
    r"a (bad|terrible|awful|stupid|horrible|wrong|weird) thing)"
    r"( (really|very|so|well|quite))?( (wrong|bad|terrible|awful|stupid|horrible|weird|naughty|"
    r"illegal|(he|she|they) (shouldnt|should not)( have| of)?( done)?))?"
    r"( (and|but|n|so) (i|im|i am) (so |really )?(scared|worried|(dont know|dunno) "
    r"(what to (do|say)|who to tell|if i should (tell|say))))?"
)
"""A deed of no kind: what a friend, a dad or a teacher "did wrong" is no worry with a name yet."""
_A_SECRET = re.compile(
    r"((um|so|well|pls|please) )*((i have|ive got|i got|i know|its|it is|its like|theres|there is|"
    r"(can|will|could|do) (you|u) keep|(can|could) i tell (you|u)|"
    r"(do|can) (you|u) (want|wanna) (to )?(hear|know)) )?"
    r"((a|my|the|this) )?((big|huge|little|small|bad|weird|dark|dirty) )?secrets?"
    r"( (i cant tell|to tell you|though|tho|from (you|u)))?"
)
"""A secret and no more: whether somebody asked for it is not said."""
_REPORTS_SOMEBODY = re.compile(
    r"((please|pls|hi|ok|so|well) )*((i )?(wanna |(want|need|would like|have|id like) to )|can i |"
    r"how (do|can|would) i |should i |help me )?(report|grass on|tell on|dob in|snitch on) (my |a |"
    r"an |the |this |our )?"
    rf"((best |own )?{ANYBODY}|him|her|them|someone|some ?body|man|boy|girl|guy)"
    r"( (to|at) (you|(the )?police|ceop|childline|school|social services))?"
)
"""Whom somebody would report, and not yet for what."""
_CALL = r"(call|calling|ring|ringing|phone|phoning|text|contact|speak to|talk to|get hold of)"
_LINES = r"(child ?line|ceop|(a |the )?help ?lines?)"
_WANT = (
    r"((i )?(want|need|wanna|would like|have) to|can i|how (do|can) i|should i|shall i|can you|"
    r"will you)"
)
_NUMBER = (
    r"((whats|what is|wats|give me|can i have|i need|need|is there|have you got|got|tell me|"
    r"where is|wheres) )?((the|a|your|any|that) )?((phone|telephone|tel|contact|childlines?|"
    r"help ?lines?|ceops?|free|help) )?numbers?"
    rf"( (for|of) ({_LINES}|help|someone to talk to|this))?"
    rf"( ((that )?i can|to|can i|do i|should i) {_CALL}( (them|you|someone))?)?"
)
_PRICE = (
    rf"(is|does|do|will|what (does|do)|how much (is|does|do)) ((it|this|{_LINES}|you|"
    rf"the (call|number)|(to )?{_CALL}( ({_LINES}|them|you|0800 ?1111))?) )?"
    r"(cost|costs|free|be free)"
    rf"( (to {_CALL}|money|anything|me|from a mobile|on my phone|on the bill|{_LINES}|them|it))*"
)
_ASKS_A_NUMBER = re.compile(
    rf"((please|pls|hi|ok|so|just) )*({_NUMBER}|{_PRICE}|"
    rf"(what|which|wat) numbers? (do|can|should|shall) i {_CALL}|"
    rf"who (do|can|should|shall|could) i {_CALL}|({_WANT} )?{_CALL} {_LINES}|{_LINES})"
    r"( (now|please|pls|for free|then))*"
)
"""Who asks whom to call, or what it costs."""
_LEAVES = r"(gtg|g2g|brb|gotta go|got to go|(i )?have to go|bye)"
_SOMEBODY_COMES = re.compile(
    rf"((oh no|omg|wait|shh|ok|sorry|quick|hang on|{_LEAVES}) )*((my|the) )?({PERSON}s?|"
    rf"{ANYBODY}s?|someones?|some ?body|they|he|she|hes|shes|theyre)( is| are| s| has)?( just)? "
    r"(coming( (in|up|upstairs|home|back|over))?|here|back|home|watching( me)?|looking( over my "
    r"shoulder)?|behind me|in the room|(next to|beside|near) me|walked in|come in|came in)( now)?"
    rf"( (so )?(oh no|{_LEAVES}))*"
)
"""Who fears that somebody sees what they type."""

TOLD_FORMS = (
    Door(
        phrases.HEAR_TELL,
        (HOW_TO_TELL, "is-it-private", TALK, WHO_IS_SAFE),
        form=_FEARS_TO_TELL,
    ),
    Door(phrases.HEAR_HAPPENED, (TALK, IN_DANGER, WHO_IS_SAFE, NOT_SURE), form=_ONE_PERSON),
    Door(phrases.HEAR_HAPPENED, (TALK, IN_DANGER, WHO_IS_SAFE, NOT_SURE), form=_A_DEED),
    Door(phrases.HEAR_HAPPENED, (TALK, "is-it-private", WHO_IS_SAFE), form=_A_SECRET),
    Door(phrases.HEAR_HAPPENED, (TALK, HOW_TO_TELL, TO_REPORT), form=_REPORTS_SOMEBODY),
    Door(
        phrases.HEAR_PEOPLE, (TALK, HOW_TO_TELL, WHO_IS_SAFE), form=_ASKS_A_NUMBER, with_help=True
    ),
    Door(phrases.HEAR_KEPT, (IN_DANGER, "is-it-private", TALK), form=_SOMEBODY_COMES),
)
"""Kinds of lines that are known by their form."""


def with_anybody(line: str) -> str:
    """The line with one word for every person in it."""
    return _PEOPLE.sub(ANYBODY, line)
