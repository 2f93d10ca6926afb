"""What a speaker lives through, by its form: somebody who does something to "me", or whose it was.

Verbs of harm have no end, so it goes the other way: whatever is done to "me" is heard, but for what
people do to one another every day. English alone, and never a line that speaks to "you".
"""

import re

_RELATIONS = (
    r"(dad|dads|father|stepdad|stepfather|mum|mother|stepmum|brother|sister|cousin|uncle|auntie|"
    r"aunt|nan|gran|grandad|grandfather|husband|wife|partner|boyfriend|girlfriend|ex|fiance|"
    r"flatmate|housemate|landlord|lodger|boss|manager|supervisor|colleague|neighbour|teacher|"
    r"coach|priest|vicar|imam|carer|son|daughter|family|parents|inlaws)"
)
_SOMEBODY = (
    rf"(he|she|they|(my|our|his|her) (\w+ )?{_RELATIONS}|(a|the|this|that|some) (\w+ )?"
    rf"(man|men|woman|bloke|guy|lad|boys|{_RELATIONS})|someone|somebody)"
)
_EVERY_DAY = (
    r"(told|tells?|asked|asks?|gave|gives?|gets?|got|helped|helps?|showed|shows?|called|calls?|"
    r"rang|rings?|texted|texts?|emailed|emails?|messaged|messages|sent|sends?|trusted|trusts?|"
    r"knows?|knew|sees?|saw|seen|met|meets?|lets?|reminds?|reminded|trains?|trained|taught|teaches|"
    r"invited|invites|paid|pays?|likes?|liked|loves?|loved|thanked|thanks|heard|hears?|needs?|"
    r"needed|wants?|wanted|with|to|for|from|of|about|like|than|at|on|and|beside|behind|near|after|"
    r"before|by|as|is|was|are|were|in|brought|brings?|bought|buys?|answered|offered|makes|made|"
    r"signed|booked|surprised|missed|misses|chose|beat|beats|joined|said|says|writes?|wrote|owes?|hugged|hugs|"
    r"shows|looks|and|do|does|did|have|has|had|or|but|around|into|past|up|back|out|over|without)"
)
_DONE = re.compile(
    rf"\b{_SOMEBODY}( \w+){{0,2}} (?!{_EVERY_DAY} )"
    r"(\w+(s|ed)|held|hit|beat|bit|cut|shut|threw|kept|left|took|put|tied|forced|shook|broke|"
    r"stuck|caught) "
    r"(me|my (arms?|neck|hair|throat|head|face|wrists?|mouth|legs?|body|nose|ribs?|jaw|"
    r"fingers?|teeth|back|skin|things|door|stuff))\b|"
    # what is mine, in somebody's hands
    rf"\b{_SOMEBODY}( \w+)? (keeps?|kept|takes?|took|holds?|controls?|checks?|hides?|hid|reads?|"
    r"tracks?|steals?|stole|smashe[sd]|burn\w*|monitors?|locks?|locked)( away| all)? my "
    r"(bank|bank card|card|cards|money|wages|pay|phone|passport|papers|post|keys|car keys|"
    r"messages|emails|tablets|medication|inhaler|clothes|benefits)\b|"
    r"\b(petrol|acid|bleach|a brick|bricks|fireworks?|rubbish|a match) (\w+ )?"
    r"(through|over|at|in|into) (me|my|our)\b|"
    r"\b(nobody|no one|not one of them) (ever )?(came|helped|listened|saved|stopped|believed|"
    r"protected|noticed)( \w+){0,3}? (me|us|we)\b|"
    r"\b(made|makes|making|forced|forces|forcing|got) me (do|touch|watch|kiss|have|take|lie|sleep|"
    r"undress|strip|send|swallow|drink|go|marry|sell|carry)\b|"
    r"\b(knows|knew|finds|found)( out)? where i (live|work|park|sleep|am)\b|"
    rf"\b(my|our) (own )?{_RELATIONS} (called|calls|said|used to call) it (was )?(our|a|just) |"
    r"\bthe (way|things|words) (he|she|they|my \w+) (\w+ )?(spoke|talked|looked|used|said|did|does|"
    r"speaks|talks)\b(?=.*\b(me|my|mine)\b)"
)
_HOMES = (
    r"(home|homes|care|foster care|a convent|borstal|boarding school|the system|"
    r"an? (care|childrens|kids|mother and baby|boys|girls) home|a home|a refuge)"
)
_OF_OLD = re.compile(
    rf"\bi (was|grew up|was brought up|was put|lived|spent \w+ years) in {_HOMES}"
    r"( in the|$| when| as| till| until| from| at| and)|"
    r"\b(when we were|as) (kids|children|little|small|a (kid|child|girl|boy|teenager))\b"
    r"(?=.*\b(me|us|hid|hide|never|nobody|scared|frightened|hurt|alone)\b)|"
    r"\b(nobody|no one|never|scared|hid|hurt|did|does)\b.* when we were (kids|children|little)\b|"
    r"\b(woke|wake|came round|came to) (up )?(\w+ )?(with no|naked|without|in (a|some) "
    r"(strange|strangers?|different)|bleeding|bruised|and (i )?(couldnt|dont|didnt) remember)|"
    r"\b(was|am|im) the one (it|that|who|they|he|she|whose)( was| got| had)? (happened|sent|given|"
    r"hurt|abused|raped|groomed|hit|did|touched|picked|chose)\b|\bthe one it happened to\b|"
    r"\bi still (check|flinch|dream|wake|smell|shake|cry|jump|sleep with|hear (him|her|his|it)|"
    r"see (him|her|his|it|their))\b|"
    r"\b(dread|panic|freeze|flinch|shak\w*|shiver|sick|terror|scared|hide|trembl\w*|tense|jump)\b"
    r"( \w+){0,3} (when|whenever|each time|every time)\b|"
    rf"\b(my own|my little) (son|daughter|boy|girl|child|kid) (told|said|says|showed)\b|"
    rf"\bwhat (mine|my (own )?{_RELATIONS}) (used to )?(said|say|says|did|do|does)\b|"
    r"\b(someone|somebody|anyone|please) (please )?(talk|speak) to me\b|"
    r"\b(says?|said|threaten\w*) (that )?(he|she|they|hell|shell|theyll|hed|shed|theyd)( "
    r"will| would| is"
    r" going to|s going to| is gonna)? (jump|do it|end it|kill|hang|shoot|stab|burn|smash|"
    r"hurt|take)\b|"
    r"\b(cant|cannot|freeze|flinch|never|dont|stopped|scared|hate|hide|avoid)\b.* "
    r"(ever since|since (it|that|he|she|they)( happened| did| left| died)?)\b|"
    rf"\bmy {_RELATIONS} still (comes|lives|rings|writes|turns|sees|sits|calls|texts|works)\b|"
    r"\b(and|so) i was (one|one of them|his|hers|theirs|the favourite)$|"
    r"\b(freeze|flinch|panic|shake)\b.* (if|when) (anyone|someone|a man|people|somebody)\b|"
    r"\bi still (cant|cannot|dont) (say|hear|think|look|sleep|be|go|talk|eat|let|trust|feel)\b|"
    r"\b(this|that|it|one|story|training)( has| have)?( really| properly| totally)? "
    r"(shaken|shook|upset|rattled|unsettled|broke|broken|floored|wrecked|triggered) me\b|"
    r"\bi( really| probably)? (should|ought to|need to|must) (talk|speak) to (someone|"
    r"somebody|anyone)$|"
    r"\b(started|began|begins?) (with|like|as) (\w+ )+?(for|with) (me|us)\b|"
    r"\b(near|close to) the bone\b|\bhits? (too )?(close to )?home\b|"
    r"\b(hits?|struck|strikes|touched|touches) a (raw )?nerve\b|"
    r"\b(sounds?|smells?|looks?) (exactly |just |so )?like my "
    rf"{_RELATIONS}\b"
)
_LOW = re.compile(
    r"\bi (gave|have given|had given) up (eating|food|on (myself|everything|it all))\b|"
    r"\bi( have|ve)? (stopped|quit) (eating|sleeping|getting (up|dressed|out of bed)|washing)\b|"
    r"\b(starv|purg|hat)(e|ing|es) myself\b|\b(make|making|made) myself (sick|throw up|bleed)\b|"
    r"\b(tired|sick|weary|ashamed|fed up) of (being me|myself|my life|waking up|it all|existing)\b|"
    r"\b(nothing|none of what) i do (\w+ )?(matters|helps|counts|is ever)\b|"
    r"\b(affairs|papers|will) in order\b|\b(given|giving|gave) away (all )?my\b|"
    r"\bonly (thing|person|reason)( that| which)?( \w+)? (stops?|stopping|keeps?|keeping|holding) "
    r"me\b|\b(reason|thing) (that )?im still (here|alive|breathing)\b|"
    r"\b(havent|havnt|hardly|barely|not) (slept|eaten|left the house|got out of bed)\b|"
    r"\bhear(ing)? (voices|people|things)( who| that)? (arent|are not|isnt|nobody|no one|"
    r"telling)\b|"
    r"\b(feel|felt|feeling) (nothing|numb|empty|hollow|hopeless|worthless|trapped|broken|ashamed "
    r"(of|all)|like (a burden|dying|nothing))\b|"
    r"\b(lie|lied|lying|hide|hid|hiding|cover|covered|covering)\b( \w+){0,4} "
    r"(bruise|scar|mark|cut)s?\b|"
    r"\b(not sure|dont think|doubt|dont know (if|whether)) i( will|ll|d)? (make it|be here|last|"
    r"get through|see)\b|\b(cant|cannot) (do|face|take|bear|get through) another\b|"
    r"\b(under the ground|in my grave|six feet under)\b|"
    r"\b(need|want|get me) (a|an|the) (doctor|ambulance|hospital|paramedic|police)\b|"
    r"\bim (really |very |just |so )?(not (well|okay|ok|alright)|unwell)\b(?! (with|about|sure))|"
    r"\b(stay|staying|keep myself|be) alive\b|\b(do|want|take|live) this life\b|"
    r"\bplease (just )?(make|let) (it|this|that|them|him|her|the \w+) (stop|end|go away)\b|"
    r"\b(drive|drove|driving|walk|step|jump|swerve|run|steer)( \w+)? (off|into|under|in front of) "
    r"(the |a )?(road|bridge|cliff|sea|traffic|river|wall|train|tree|lorry|water)\b|"
    r"\bnobody would (know|find (me|out)|even know)\b|\b(not|never) (get up|come back|be found)\b|"
    r"\beverything( is|s)? (too|so) (heavy|much|dark|hard|grey|black)\b|"
    r"\b(ive|i have)( got)? (nobody|no ?one)\b(?! (to ask|to cover|in|at|on))|"
    r"\bi( really|m)? need (someone|somebody)( now| please| here)?$|"
    r"\b(taking|drinking|using|smoking|cutting) more and more\b|"
    r"\bi miss my \w+ so\b|\bwant to (be with|join) (him|her|them) again\b|"
    r"\brelapsed?\b|\b(drinking|using|cutting|gambling) again\b|"
    r"\bonly one who (gets|feeds|looks|cooks|cares|washes)\b|"
    r"\bbetter (off )?if i (just )?(wasnt|werent|was not|were not|am not|didnt|did not)\b|"
    r"\b(nowhere|no place|no where) (to (sleep|go|stay|live)|safe)\b|"
    r"\bi( am|m)? (drink|drinking|use|using|smok\w+|snort\w*|tak\w+)\b.* "
    r"(to get (me )?through|to (forget|sleep|cope|numb)|before work|so (that )?i (can|dont|stop))|"
    r"\bthinks? of (awful|terrible|horrible|dreadful|violent|bad|harming)\b|"
    r"\b(awful|terrible|horrible|dreadful|violent|bad) thoughts (about|of)\b|"
    r"\b(i|id|im|me|to|been|started|still|again) cut(ting)?( myself)?"
    r"( (too|again|as well|now|when|since|because|tonight|sometimes|every|at|last|before)\b|$)|"
    # somebody who died so, or who may now
    r"\b(hung|hanged|shot|gassed|drowned|stabbed|burned|poisoned) "
    r"(himself|herself|themselves|themself|myself)\b|"
    r"\bsmoke (coming|pouring|under|everywhere|filling|in the)\b|"
    r"\b(i )?(can )?smell (of )?(gas|burning)\b|"
    r"\b(chest|arm|side of my face|tongue)( \w+){0,4} "
    r"(hurts|numb|tight|pains?|crushing|swell\w*)\b|\bh(e)?art att?ack\b|"
    r"\b(attracted|attraction|drawn|feelings|urges) (to|towards|for|about) "
    r"(the |a |my )?(\w+ )?(child|children|kids?|minors?|pupils?|teenagers?)\b"
)


def lived(part: str) -> bool:
    """Whether typed words say what was done to their speaker, or how low that speaker is.

    `part` is what stands between two signs, in small letters without apostrophes.
    """
    return any(form.search(part) for form in (_DONE, _OF_OLD, _LOW))
