"""How somebody begins, with nothing told yet: first words known by their form.

"so theres this guy", "its to do with pics", "am i gay": what it is about may be said, and
never what is the matter.
"""

import re

from guide.conversation import phrases
from guide.conversation.first_words import IN_DANGER, NOT_SURE, REAL, TALK, WHO_IS_SAFE, Door

_SEXUAL, _ONLINE = "concern=sexual-unsure", "concern=uneasy-online"
_PICTURES, _SEX, _ON_THE_NET, _AT_HOME = (
    "worry.picture",
    "worry.sexual",
    "worry.online",
    "worry.home",
)
_FILLERS = (
    r"(so|basically|um+|umm|uh|er|erm|ok|okay|right|well|like|look|listen|anyway|yeah|ah|oh|hi|"
    r"hey|the thing is|its just|i just|just|and|but|thing is|where do i start|how do i start|how "
    r"do i say this|idk how to say this|i dont know how to say this|i dont "
    r"know how to explain( it)?|i dont know how to put (it|this)|its hard to (explain|say|put "
    r"into words)|its a long story|long story|let me explain|its (kinda |really |so |very "
    r")?(complicated|awkward|embarrassing|personal)|this is (hard|awkward|embarrassing|weird)( "
    r"to say)?|there(s| is)( this| a| some)? (thing|problem|situation|issue|stuff)( (going on|"
    r"happening|on my mind|that happened|i need to (say|tell|ask)))?|(ive got|i have|i got) (a|"
    r"this|some) (problem|thing|question|situation|issue)|i need to (say|tell) something|i (want|"
    r"wanna|need) to (tell|say|talk|ask)( (you|someone|about) something)?)"
)
_BEGINS = re.compile(rf"({_FILLERS}( |$))+")
"""A beginning, and nothing said yet."""
_SOMEBODY = re.compile(
    r"(there ?(s|is|was)|i (met|know|like)|its about|its|it is|about|it was|theres like) (this|a|"
    r"an|some|one|that) ((\w+ ){0,2}?)(guys?|boys?|man|men|girls?|woman|women|lads?|person|kids?|"
    r"lady|bloke|dude|fella|somebody|someone|people|adult|grown ?up)( (i (know|like|met|talk to|"
    r"have been talking to)|at (my |our )?(school|church|mosque|club|work)|in my (class|year|"
    r"school)|on my (street|road|estate|bus)|from (school|church|work|my school)))?"
)
"""A person whom nothing is told of yet."""
_ABOUT = (
    r"(so |um |ok |well |hi )*(its|it is|it was|this is)?( (all|just|kind of|kinda|sort of))*( "
    r"?(to do with|about|something (to do with|about)|because of|involving|over))"
)
_WHICH = r"( (my|a|the|some|these|this|those|our|me and|like))*"


def _about(*what: str) -> re.Pattern[str]:
    return re.compile(
        rf"{_ABOUT}{_WHICH} ({'|'.join(what)})( (and stuff|or something|i think|tho|pls))*"
    )


_ABOUT_PICTURES = _about(
    r"(rude |naked |private |dirty |bad )?(pics?|pictures?|photos?|nudes?|vids?|videos?|images?|"
    r"nude pics?)( (of me|i sent|online|on my phone))?"
)
_ABOUT_SEX = _about(r"(sex|sexual stuff|sexual things|sex stuff|my body|my private parts|touching)")
_ABOUT_ONLINE = _about(
    r"(online( stuff)?|the internet|phone|snap|snapchat|insta|instagram|tiktok|discord|roblox|"
    r"whatsapp|social media|xbox|a game|game|app|group chat|messages?|texts?|account)"
)
_ABOUT_HOME = _about(r"(home|house|things at home|stuff at home|home life)")
_ABOUT_ANYTHING = _about(
    r"(\w+ )?(school|boys?|girls?|guy|man|men|woman|lady|people|someone|somebody|something|"
    r"something that happened|what happened|it|that|stuff|things?|me|myself|him|her|them|work|"
    r"college|last night|yesterday|class|club|a secret)( (that happened|from school|i know|"
    r"happened|(at|in|on|with|after) ((the|a|my|our) )?\w+))*"
)
_HAPPENED_SOMEWHERE = re.compile(
    r"something( \w+)? (happened|happend)( (to me|at (\w+ )?(school|home|work|club|a party|the "
    r"party|church|practice|training|college|the park)|on the bus|today|yesterday|last (night|"
    r"week|year)|with (him|her|someone|my (\w+ )?\w+)|again|earlier))*"
)
_SOME_TIME_AGO = re.compile(
    r"((yes|yeah|but|no|well|i think) )*(it|this|that) (all )?(happened|started|began|was) "
    r"((just|only|about|like) )*(yesterday|earlier|today|tonight|ages ago|before|(last|this) "
    r"(night|week|weekend|month|year|summer|winter|\w+day|christmas|term)|(a|an|two|three|some|"
    r"\d+) (\w+ )?(hours?|days?|weeks?|months?|years?|nights?|while|time) ago|(years|months|weeks|"
    r"days) ago|(in|on|at) (the )?(summer|winter|spring|autumn|\w+day|morning|night|weekend|"
    r"christmas|easter))"
)
"""When it was, with nothing said of what it was."""
_AM_I = re.compile(
    r"(am i|im|i am|i (think|know|feel like|guess) (that )?(im|i am|i might be|i may be)|i "
    r"(might|may|could) be|how do i (know|tell) if im|what if im|is it (ok|okay|bad|wrong) (to "
    r"be|that im|if im)|im scared im|is it a sin to be) (a |maybe |kinda |probably |not )*(gay|"
    r"bi|bisexual|lesbian|trans|transgender|queer|asexual|ace|pan|pansexual|straight|non ?binary|"
    r"gender ?fluid|lgbt\w*|enby|attracted to (girls|boys|women|men)|normal|weird|a freak|"
    r"different)( or( \w+)*| (and|but|n) (i )?(cant|dont know how to|am scared to|im scared to|"
    r"havent|dont want to|want to) (tell|come out)( \w+){0,3})?|i (like|fancy) (girls|boys|"
    r"women|men|both|boys and girls|girls and boys)"
)
"""A question about oneself, in which nobody is cruel."""
_TRIES = re.compile(
    r"((hi|hey|hello|alright|ok|um|so|im|i am|i was|i) )*(just )?(seeing|checking|looking|trying|"
    r"testing|wanted to see|wanna see|want to see|wondering)( (out|at|to see))?"
    r" (what|how|if|this|it)( (this|it|that|even|actually|the))*"
    r"( (thing|app|site|website|page|bot|chat|chatbot))?( (does|do|is|works|work|says|out|thing))*"
)
"""Somebody who tries what this is, and asks nothing yet."""

BEGINNINGS = (
    Door(
        phrases.HEAR_HAPPENED,
        (_PICTURES, "can-a-picture-be-taken-down", TALK),
        form=_ABOUT_PICTURES,
    ),
    Door(phrases.HEAR_HAPPENED, (_SEX, TALK, NOT_SURE), form=_ABOUT_SEX),
    Door(phrases.HEAR_HAPPENED, (_ON_THE_NET, TALK, NOT_SURE), form=_ABOUT_ONLINE),
    Door(phrases.HEAR_HAPPENED, (_AT_HOME, TALK, WHO_IS_SAFE), form=_ABOUT_HOME),
    Door(phrases.HEAR_HAPPENED, (_SEXUAL, _ONLINE, TALK), form=_SOMEBODY),
    Door(phrases.HEAR_HAPPENED, (TALK, IN_DANGER, NOT_SURE), form=_BEGINS),
    Door(phrases.HEAR_HAPPENED, (TALK, IN_DANGER, NOT_SURE), form=_ABOUT_ANYTHING),
    Door(phrases.HEAR_HAPPENED, (TALK, IN_DANGER, NOT_SURE), form=_HAPPENED_SOMEWHERE),
    Door(phrases.HEAR_HAPPENED, (TALK, IN_DANGER, NOT_SURE), form=_SOME_TIME_AGO),
    Door(phrases.HEAR_HAPPENED, (TALK, NOT_SURE, WHO_IS_SAFE), form=_AM_I),
    Door(phrases.HEAR_HELLO, (TALK, NOT_SURE, REAL), form=_TRIES, tells_nothing=True),
)
"""Kinds of lines that only begin, by their form."""
