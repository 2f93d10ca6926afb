"""Shame, love, loyalty, and fear of what follows: first words known by their form.

"i let him do it", "i still love him", "will they take me away": whoever types them has much to tell
and tells no worry yet. Each form is of the whole line, so that "i let him
touch me" is heard as what was done.
"""

import re

from guide.conversation import phrases, warm_lines
from guide.conversation.first_forms import ANYBODY, with_anybody
from guide.conversation.first_words import (
    NOT_SURE,
    TALK,
    WHO_IS_SAFE,
    Door,
)

_SEXUAL, _PICTURES = "concern=sexual-unsure", "worry.picture"
_WHAT_THEN, _WHO_FINDS_OUT = "what-happens-when-i-report", "who-will-find-out"

_LEAD = re.compile(
    r"(but|and|so|ok|okay|well|um|uh|er|like|also|the thing is|the worst (part|thing|bit) is|i "
    r"mean|i think|i know|i guess|i suppose|i feel like|its (just|like|because|bc|cos)( that)?|"
    r"because|bc|cos|coz|maybe|tbh|honestly|sorry|please|pls|plz|hi|hey|hello|anyway|what if) "
    r"(?=.)"
)
_END = re.compile(
    r" (tho|though|sometimes|too|as well|at first|anyway|tbh|really|now|please|pls|in the end|at "
    r"the time|to be honest|if im honest|for ages|and i hate (it|myself)|lol|x|xx|and now i feel "
    r"(bad|sick|awful|gross|dirty|guilty|ashamed)|so its my fault)$"
)
"""What stands around such words and changes nothing."""
_ADVERBS = re.compile(
    r"\b(so|really|always|very|mostly|usually|actually|normally|quite|just|only|still|also|even|"
    r"kind of|kinda|sort of|sorta|literally|honestly|basically|proper|well|completely|all the "
    r"time) "
)
"""What only makes the rest stronger or weaker."""
_X = rf"(he|she|they|((my|our|the) (\w+ )?)?{ANYBODY})"
_IS = (
    rf"(hes|shes|theyre|{_X} (is|are|was|were|can be|has been|have been|used to be|s|been)|was)( "
    r"been)?"
)
_HIM = rf"(him|her|them|(my|our) (\w+ )?{ANYBODY})"
_DEED = (
    r"(it|that|this|stuff|things|them|one|some|everything|what (he|she|they) (wanted|said|asked( "
    r"for)?))"
)


def _form(*ways: str) -> re.Pattern[str]:
    return re.compile("|".join(ways))


_SHAME = _form(
    rf"i (did )?(let|allowed) {_HIM}( (to )?(do|have|take|see|carry on|touch|get away with)( "
    rf"{_DEED})?( to me)?)?",
    r"i (did )?let (it|that|this) (happen|carry on|go on|go that far)( to me)?",
    r"i (never|didnt|did not|couldnt|could not|dint|didn t) (\w+ )?(say|said|stop|fight|push|"
    rf"scream|shout|run|resist|move|leave)( (no|stop|anything|it|away|off|out|back|{_HIM}))*",
    r"i (did )?(liked|like|enjoyed|wanted|asked for|started|agreed to|consented to|went along "
    rf"with|encouraged|did|caused) {_DEED}",
    rf"i (even )?(liked|wanted) the attention( from {_HIM})?|i (consented|agreed|froze|gave in)",
    rf"i said (yes|yeah|ok|okay|i would|i wanted to|it was (ok|okay|fine))( to {_HIM}| to "
    rf"{_DEED})?",
    rf"i (led {_HIM} on|flirted( with {_HIM})?|played along|kissed {_HIM} back|went to (his|her|"
    r"their) (house|flat|place|room|car)|met up with (him|her|them)|got in (his|her|the|their) "
    r"car|went with (him|her|them))",
    r"i (keep|kept) (going|messaging|replying|talking|letting|texting)( (to )?(him|her|them))?( "
    r"back)?( to (him|her|them|it))?|i (go|went|came|keep going|kept going) back( to (him|her|"
    r"them|it|his|hers|his house|there))?",
    r"i (shouldnt|should not|shudnt|shouldve|should|could) ?(have|ve|of|a)? (gone|let (him|her|"
    r"them)|trusted (him|her|them)|replied|answered|said (yes|no)|stopped (him|her|it|them)|done "
    r"it|been there|got in|met (him|her|them)|known better|told someone|drunk|sent (it|them))",
    r"i lied( about my age)?|i (told (him|her|them)|said) i was (older |over )?(18|19|20|21|16|"
    r"17|older)",
    rf"i (never|didnt|did not|couldnt|dint) (tell|told) {_HIM} (no|to stop|to go)",
    rf"i (liked|wanted|let|asked|told|got) {_HIM} to( do it| carry on| come)?",
    r"i (replied|messaged|texted|talked|spoke|chatted|started talking|answered)( back)?( to)? "
    rf"{_HIM}( first| back)?",
    r"(am i|im|i am|i must be|do i|did i|i feel like) (a |such a |that |like )*(bad person|dirty|"
    r"disgusting|gross|slut|slag|whore|horrible person|broken|damaged|to blame|bad|deserve (it|"
    r"this)|cause (it|this)|ask for it|awful|horrible|worthless|used)",
    r"it (felt|feels) (good|nice|ok|okay|fine)( (when (he|she|they) did it))?",
    r"my body (liked|likes|reacted( to)?|responded( to)?|wanted)( (it|him|her))?",
    rf"({_X}|everyone|everybody|people|nobody) (says?|said|thinks?|told me|reckons?|tells me) "
    r"(that )?((its|it is|it was) (all )?my (own )?fault|i (wanted|asked for|liked|started|"
    r"caused|enjoyed) it|i (made|make) (him|her|them) (do it)?|i led (him|her|them) on|i "
    rf"deserved? it)|({_X}|everyone) (blames?|blamed) me( for (it|this|that|everything))?|i "
    r"deserved?( it| this)?",
)
"""What somebody let happen, liked, or did not stop: they are asking whether they are to blame."""
_SENT = _form(
    r"(it was me (who|that) |it was me and |i was the one who |its me who )?(i )?(sent|send|took|"
    r"shared) (it|them|one|some|that|the first one)( (first|back|to (him|her|them)|myself|"
    r"willingly))*",
    r"i (took|made) (it|them) (myself|of myself)",
)
"""What somebody sent, with no word of what it was."""
_CALLED_A_LIAR = _form(
    rf"({_X}|everyone|everybody|people|they all|she said|he said) (keeps? )?(says?|said|saying|"
    r"thinks?|thought|reckons?|told (everyone|people|me|them)|tells (everyone|people|me|them)|"
    r"goes) (that )?(im|i am|i was|ive been|its all|its|it was) (just |only |being |a |an "
    r")*(lying|liar|attention seek(er|ing)|dramatic|drama queen|overreacting|exaggerating|crazy|"
    r"mad|mental|imagining (it|things)|dreaming( it)?|mak(e|ing) (it|things|stuff|this|that) up|"
    r"lies|a lie|made up)( about it)?",
    rf"({_X}|everyone|people) (says?|said|thinks?|thought|reckons?) (that )?i (made|make|am "
    r"making) (it|things|this|that|stuff|it all) up",
    rf"({_X}|everyone|people) (called|calls?|keeps? calling) me (a |an )?(fucking |little )?(liar|"
    r"attention seeker|drama queen)",
    rf"({_X}|everyone|people|no ?one|nobody) (doesnt|dont|didnt|wont|would|does|do|will|ever|"
    r"never|would ever)( ever)? believes? (me|a word i say)",
)
"""Whoever was told says that it is a lie."""
_GOOD_TO_ME = _form(
    rf"{_IS} (a |an |the )?(nice|kind|lovely|sweet|caring|funny|great|good|ok|okay|fine|normal|"
    rf"generous|friendly|gentle|amazing|my best|best|lovely)( (person|man|guy|lad|{ANYBODY}))?( "
    r"(to|with) (me|us|everyone))?( (most|some|half|all|a lot) (of )?the time| mostly| usually| "
    r"normally| other times| when (hes|shes|theyre) (not drunk|sober|in a good mood|calm)| apart "
    r"from (that|this))?",
    rf"{_IS} not (a |an |that |really |always |even )*(bad|horrible|evil|awful|monster|creep|"
    rf"nasty|mean|like (that|this))( (person|man|guy|{ANYBODY}))?( (most of|all) the time)?",
    rf"(hes|shes|theyre|(he|she|they) (is|are)) (my|a|our) (\w+ )?({ANYBODY}|family)( too)? (tho|"
    rf"though)|but (hes|shes|theyre) ((still|only|just) )?(my|a|our) (\w+ )?({ANYBODY}|family)",
    rf"(hes|shes|theyre) ({ANYBODY}|all i have|all ive got|the only (one|person) (i have|who "
    r"(cares|gets me|listens|understands)( about me)?))",
    r"(i|im|i am) (do |did |dont |cant |in )*(love with|love|loved|care about|trust|trusted|hate|"
    rf"lose|leave|fancy|have a crush on|have feelings for|am in love with) {_HIM}( (so much|a lot|"
    r"to bits|loads))?|i (dont|do not) (want|wanna) (to )?(lose|leave|upset|hurt|break up with) "
    rf"{_HIM}",
    rf"({_X}) (didnt|doesnt|dont|did not|does not|never|dint) (\w+ )?(mean|meant) (to|it|any harm|"
    r"anything( by it)?|to (do it|hurt me|upset me|scare me))",
    rf"({_X}|hes|shes) (has |have |had |always |even |keeps |just )*(said|says?|saying|told me) "
    r"((that )?(he|she|they|hes|shes|theyre|it) ?(was|were|is|are)? )?(so |really |very )*sorry( "
    r"(after|afterwards|after that|the next day|to me|every time|and (cried|hugged me)|for it|"
    r"about it))*",
    rf"({_X}|hes|shes) (has |always |just |even )*(apologi[sz]ed|cried after|hugged me after)( to "
    r"me)?",
    rf"({_X}) (has |always |just )*(promised|promises|swears|swore|said|says) (that )?((he|she|"
    r"they|it|hell|shell) )?(wont|will not|would never|will never|wouldnt|will|would)( ever)? "
    r"(stop|happen|do (it|that)|change|get help)( again)?",
    rf"({_X}) (bought|buys|got|gets|gave|gives|made|makes) me (flowers|presents|a present|sweets|"
    r"chocolates?|breakfast|stuff|things|food|dinner)( (after|afterwards|to say sorry|to make "
    rf"up( for it)?|the next day))+|({_X}) (cries|cried|cry|hugs|hugged|cuddles|kisses)( me)? "
    r"(after|afterwards|when (he|she) (says|said) sorry)",
    rf"({_X}) (loves?|cares? about|looks? after|understands|gets) me( (too|more than anyone))?",
)
"""Love, loyalty and excuses beside what was done."""
_NOT_SO_BAD = _form(
    r"(its|it is|it was|it isnt|it wasnt|its not|it aint|its probably|its only) (really )?(not "
    r")?(even )?((all )?(that|so|really|too|very) (bad|serious|deep|big a deal|important|much)|a "
    r"big deal|no big deal|nothing( (serious|bad|big|much|important|really))?|stupid|silly|dumb|"
    r"(a )?(small|little) (thing|problem)|not important|not serious|ok really|fine really|"
    r"probably me|just me|my own fault)",
    r"no big deal|(it|this) (only|just) happened (once|one time|twice|a few times)|(it was "
    r")?(only|just) (once|the once|one time)|it (has)?(nt|s)? ?(not )?happened (only )?(once|"
    r"since|for a while)",
    r"it could be worse|(others|other people|other kids|some people|loads of people) (have|has|"
    r"got) it (way |much |so much |a lot )?worse|(im|i am|i may be|i might be) (probably |just |"
    r"only |being )*(silly|dramatic|stupid|daft|a baby|too sensitive|oversensitive|overthinking( "
    r"it)?|paranoid)",
    r"i (shouldnt|should not|cant|dont want to) (complain|moan|be a bother|bother (you|anyone|"
    r"people)|waste (your|anyones) time)|sorry to bother you|im wasting your time|it wont happen "
    r"again|it (doesnt|dont) matter really|its (all )?in my head",
)
"""What is made small by whoever tells it."""
_THE_POLICE = (
    r"((the |my |any )?(police|cops|feds|po ?po|social|socials|social services?|social workers?|"
    r"school|authorities|childline|ceop|parents?|family|house|home)|anyone|anybody|any ?one else|"
    rf"people|them|him|her|on me|(my|our) (\w+ )?{ANYBODY})"
)
_CALLS = _form(
    r"(please |pls |plz |just |u |you |can you |could you |promise |promise me )*(dont|do not|"
    r"wont|wont you|never|wouldnt|not) (you )?(call|ring|phone|contact|get|involve|message|"
    rf"inform|bring|text|email|alert|report (me|him|her|it|this|us) to) {_THE_POLICE}( (here|on "
    r"me|on him|on us|about (this|it|me)|involved|to my house|round|out))*",
    r"(will|are|r|can|do|would|could|have) (you|u|ya|they) (gonna |going to |guna |gunna |have "
    rf"to |ever |just )*(call|ring|phone|tell|contact|report|inform|message|grass) {_THE_POLICE}( "
    r"(about|on) (this|it|me|him|us)| what i (say|said))*",
    r"(please |pls |plz |just )*(dont|do not) (report|grass|snitch|tell|tell on|grass on|snitch "
    r"on)( (me|him|her|us|it|this|them|on me|on him))*",
    r"(are |r )?(you|u|ya) (gonna |going to |guna |gunna )(grass|snitch|tell|report)( (on )?(me|"
    r"us|him|her|it|this))?",
    r"(i )?(dont|do not) (want|wanna) (to (get|involve|tell) )?(the )?(social services?|socials?|"
    rf"police|cops|feds|social workers?|anyone|anybody|my ({ANYBODY}|school)|school)( (to )?(know|"
    r"find out|be told|involved|called|come|round|coming|get involved|be involved))+",
    r"(i )?(dont|do not) (want|wanna) (any |no |the )?(police|cops|feds|socials?|social services?|"
    r"social workers?)",
)
"""Fear that whoever reads this calls somebody."""
_CHARGE = (
    r"(arrested|locked up|in(to)? (any )?(big )?trouble|sacked|fired|put away|done( for it)?|"
    r"charged|deported|kicked out|suspended|expelled|banned|told off|found out|(to |in |into |"
    r"put in |sent to )?(prison|jail|court)|a criminal record)"
)
_TAKEN = (
    rf"(take|takes|taken|taking|remove|put) (me|us|him|her|them|my (\w+ )?({ANYBODY}|brothers|"
    r"sisters|siblings|kids|baby|child|children))"
)
_IN_CARE = (
    rf"(away|into care|in care|in foster care|in a home|off ((my |me )?{ANYBODY}|them|us)|from "
    rf"(my|me) ({ANYBODY}|home)|from home)"
)
_WHAT_FOLLOWS = _form(
    r"(will|would|could|can|are|do|does|if|might|is) ((the )?(social|socials|social services?|"
    rf"social workers?|police|ss|they|you|school)) (gonna |going to |have to |try to )*{_TAKEN}( "
    rf"{_IN_CARE})?",
    rf"(will|would|am|could|can|do|might) (i|we|my (\w+ )?({ANYBODY}|brothers|sisters|siblings)) "
    rf"(be |get |gonna |going to |have to |go |end up )*((taken|put) )?({_IN_CARE}|into foster "
    r"care|to foster care|into a childrens home)",
    r"(im |i am )?(scared|worried|afraid|terrified) (that )?(they|the police|social services?|"
    rf"socials?|social) (will|would|might|are gonna|are going to|ll) {_TAKEN}( {_IN_CARE})?",
    r"(they|social services?|socials?|theyll|theyre gonna|they will|they might) (will |would |"
    rf"might |gonna )*{_TAKEN} {_IN_CARE}",
    r"(i )?(dont|do not) (want|wanna) (to )?(go (in|into|to|in to) (foster )?(care|a home)|be "
    rf"(taken|put) {_IN_CARE}|leave (my )?({ANYBODY}|home))",
    rf"(will|would|is|are|can|could|does|might) {_X} (gonna |going to |have to |get |go |be |end "
    rf"up |lose |in )*({_CHARGE}|(his|her|their) job)( for (it|this|that|what (he|she|they) "
    r"did))?( if i (tell|say|report).*)?",
    r"(will|would|do|am) (i|we) (gonna |going to |get to |still )*(have to |need to |be made to "
    r")+(leave|move|go|live|stay|see|testify|talk to|speak to|go to)( (home|house|out|away|"
    r"school|court|somewhere else|with \w+|my \w+|the police|him|her|them|to court|into care))*",
    r"(will|would|can|could|do|are) (they|the police|police|you) (gonna |going to )?(arrest|"
    rf"charge|lock up|sack|punish|deport|hurt) {_HIM}",
    r"(will|would|can|could|do) (they|social services?|social|socials|the police) (take|remove) "
    rf"(kids|children|people|babies|you) (away|into care|off (their|you|your) ({ANYBODY}|parents))",
    rf"(hes|shes|theyre) (gonna|going to) (get|go|be|end up) {_CHARGE}( if i (tell|say|report).*)?",
    rf"(i )?(dont|do not|didnt) (want|wanna) (to )?((get|put|send|have) )?{_HIM} (to )?(get |go |"
    rf"be |end up |have )*{_CHARGE}( for (it|this)| because of me)?",
    r"(i )?(dont|do not) (want|wanna) (to )?(ruin|wreck|destroy|mess up) (his|her|their|my|the) "
    rf"(life|{ANYBODY}|marriage|job|career|dads life|mums life)|(i )?(dont|do not) (want|wanna) "
    rf"(to )?(split|break) (up )?(my|the|our) {ANYBODY}( up)?|(my {ANYBODY}|it|this|telling)( "
    r"would| will|ll|s gonna)? (fall apart|(split|break|ruin|destroy|tear)s? (up )?(my|the|our) "
    rf"{ANYBODY}( up| apart)?)",
    rf"what (will|would|happens|is gonna happen|will happen) (happen )?(to )?({_HIM})( if i (tell|"
    r"say|report).*)?",
)
"""Fear of what comes of telling: for oneself, the family, or whoever did it."""

FELT_FORMS = (
    Door(warm_lines.NOBODY_READS, ("is-it-private", _WHO_FINDS_OUT, TALK), form=_CALLS),
    Door(warm_lines.NEXT, (_WHAT_THEN, _WHO_FINDS_OUT, TALK), form=_WHAT_FOLLOWS),
    Door(phrases.HEAR_FAULT, ("am-i-to-blame", _PICTURES, TALK), form=_SENT),
    Door(phrases.HEAR_FAULT, ("am-i-to-blame", _SEXUAL, TALK), form=_SHAME),
    Door(phrases.HEAR_BELIEVE, ("concern=ignored-report", WHO_IS_SAFE, TALK), form=_CALLED_A_LIAR),
    Door(warm_lines.CARE, (TALK, WHO_IS_SAFE, NOT_SURE), form=_GOOD_TO_ME),
    Door(warm_lines.SMALL, (TALK, NOT_SURE, WHO_IS_SAFE), form=_NOT_SO_BAD),
)
"""Kinds of lines in which somebody tells what they feel, by their form."""


def bare_lines(line: str) -> tuple[str, ...]:
    """The line with any person as one, without what stands around it, and without adverbs."""
    anybody = core = with_anybody(line)
    while shorter := _LEAD.match(core):
        core = core[shorter.end() :]
    while shorter := _END.search(core):
        core = core[: shorter.start()]
    return anybody, core, _ADVERBS.sub("", f"{core} ").rstrip()
