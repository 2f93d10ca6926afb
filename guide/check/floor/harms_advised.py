"""Patterns of what a text advises that harms: to copy, meet, pay, keep quiet, not to call."""

from guide.check.floor.harm import CLOSE_ONES, NOT_TO, PICTURE, Harm

_COPYING = (
    r"(?:copy|save|keep|store|download|print|forward|send|share|post|upload|show|pass on|pass|email"
    r"|text|airdrop|hold on to|look at|record|screenshot|make|put)"
)
_SCREENSHOT = r"screen ?-?(?:shot|grab)s?\b"
_THEM = r"(?:them|him|her|the person|this person|that person|the stranger|whoever it is)\b"
_HELP = (
    r"(?:anyone|anybody|someone|somebody|a soul|an? (?:\w+ )?(?:adult|grown-up|teacher|doctor|nurse)"
    r"|adults?|grown-ups|(?:the |any )?(?:police|childline|ceop|nspcc|samaritans|999|101|emergency services"
    rf"|hospital|helpline|school|authorities)|your (?:\w+ )?{CLOSE_ONES}|your lead|us|\{{\w+\}}"
    r"|for help|children's services|social (?:work|services))"
)

ADVICE = (
    Harm(
        "picture",
        "advises to copy, keep or pass on a picture",
        "A sexual picture of a child is not to be copied, not even as proof. Say not to.",
        (
            rf"\b(?:take|make|get|grab|keep|save|send|show|collect) (?:\w+ ){{0,3}}{_SCREENSHOT}",
            rf">{_SCREENSHOT} (?:it|them|this|that|the|any|every|all|what|your|h\w+|their)",
            rf">{_COPYING} (?:\w+ ){{0,5}}{PICTURE}",
            rf">(?:ask|tell|get) (?:\w+ ){{1,3}}to {_COPYING} (?:\w+ ){{0,4}}{PICTURE}",
            rf">{_COPYING} (?:it|them) (?:to|with|on|online|everywhere|as|so that)\b",
            r"\bforward (?:it|them|this|those) to\b",
            rf"\b(?:have|get|keep|hold) a copy of (?:\w+ ){{0,2}}{PICTURE}",
            r">film (?:\w+ ){0,4}",
            r">(?:print|forward|screenshot|photograph|record|download) (?:it|them|this|that|everything)\b",
            r">(?:keep|make|take|save) (?:a|some|your) (?:cop(?:y|ies)|proof|evidence|backup|recording)\b",
            r">let (?:\w+ ){1,4}(?:see|look at|have|watch) (?:it|them|what (?:he|she|they)|the (?!card|screen)\w+)\b",
            r">(?:have|get) (?:\w+ ){1,2}(?:to )?(?:film|record|photograph|copy|screenshot)\b",
            rf">(?:bring|put|zoom|open|watch|check|look|hand|find|collect|gather|study|describe|ask for|print) (?:\w+ ){{0,6}}{PICTURE}",
        ),
    ),
    Harm(
        "meeting",
        "advises to meet, or to face, who may be dangerous",
        "Say that they do not have to meet anyone, and to tell an adult first.",
        (
            rf">(?:meet|see|visit|confront|face)(?: up)?(?: with)? (?:{_THEM}|the (?:person|man|woman|boy|girl|one|people|adult|stranger) (?:who|that))",
            r">meet (?:up|in|at|once|anyway)\b",
            r"\b(?:arrange|agree|plan) (?:\w+ )?(?:to |a )meet",
            r"\b(?:fine|okay|ok|safe) to (?:meet|go|see)\b",
            rf">(?:ask|invite|let) {_THEM} (?:(?:to )?(?:meet|come|visit)|in(?! words))\b",
            r">(?:go|come|move|drive)(?: \w+)? to (?:their|his|her|my|our) (?:house|home|flat|place|car|room|hotel)\b",
            r"\bcome to (?:my|our) \w+|\b(?:sort|talk) it (?:out|over) with (?:him|her|them)\b",
            r">(?:get|go|climb)(?: in| into) (?:the|his|her|their|my) car\b",
            r">(?:talk|speak|go back|stay)(?: to| with)? (?:the (?:person|man|woman|boy|one)|who\w*|somebody|someone|people) (?:who|that) (?:did|does|hurts?|hurting|harm|touch|is )",
            rf">(?:give|send|tell) {_THEM} (?:your|the) (?:address|name|number|school|location|password)",
            r"\bgo back (?:home|to (?:him|her|them))\b",
            rf">(?:go along|play along|go home|be alone|hang out|walk home|drive) with {_THEM}",
            r"\b(?:drive|bring|walk) you (?:home|back)\b|\b(?:pick you up|give you a lift)\b",
            r">(?:tell|ask|ring|call|message|see) (?:the (?:person|one|man|woman|boy|girl|adult)|whoever) (?:who |that )?(?:did|does|hurts?|touche[sd]|sent|scares?|it is about)\b",
            r">(?:tell|ask|ring|call) your (?:step\w+|uncle|ex)\b",
            r">(?:phone|call|ring|write|text|message|wait|teach|let|go|visit|ask|follow|give|send|show|trust|stay|thank|chat|talk|speak|listen|bring|take|join|hug|kiss|find|love|obey|please) (?:\w+ ){0,3}(?:him|his|the man|the stranger)\b",
            r">(?:turn up|go round|drop by|wait (?:for (?:him|her|them|the)|outside (?:his|her|their|the))|hang around)\b",
        ),
    ),
    Harm(
        "paying",
        "advises to give in: to pay, to reply or to do what is asked",
        "It does not stop then. Say not to pay and not to reply, and who helps.",
        (
            r">pay\b",
            r"\bpay(?:ing)? (?:once|up|what|them|him|her|it|back|little|half)\b|\bsmall payment\b",
            r">(?:send|transfer|give|lend|wire|get) (?:\w+ ){0,2}(?:the |some |any |a )?(?:small |little )?(?:amount|sum|money|cash|codes?|gift cards?|crypto|bitcoin)\b",
            r">(?:buy|sell) \w+",
            rf">(?:do|give|send) (?:{_THEM} )?(?:what(?:ever)?|everything|anything) (?:he|she|they) (?:want|wants|say|says|ask|asks|demand)",
            rf">(?:offer|promise) {_THEM}",
            rf">(?:reply|respond|answer|write back|text back|message) (?:to )?(?:{_THEM}|and|the messages?|politely|kindly)",
            r"\bkeep (?:replying|talking|writing|chatting|answering|in touch|sending|paying)\b",
            rf">send (?:{_THEM} )?(?:one|another|a few|some)(?: last| more| final)",
            r">(?:reply|respond)\b(?! to (?:you|us))",
            r"\b(?:your savings|bit of cash|small (?:amount|sum)|gift cards?|borrow (?:it|some|money|from)|instal+ments?)\b",
            r">give in\b",
            r">settle (?:it|this|up)\b",
        ),
    ),
    Harm(
        "not-telling",
        "advises not to tell, or not to ask for help",
        "A child who tells gets help. Say whom to tell.",
        (
            r">(?:pretend (?:that )?(?:it|nothing)|forget (?:about )?(?:it|this|that)\b|ignore (?:it|this|the feeling|what))",
            r">(?:sort|deal with|fix|handle|solve) (?:it|this|that)(?: out)?(?: all)? (?:yourself|by yourself|on your own|alone)",
            r"\bwait until you are\b|\buntil you are older\b",
            r"\b(?:too (?:small|late|early|old|young|minor|busy)|pointless|useless|no (?:use|point|good)|a waste of time)(?: \w+)? (?:to |in )?(?:tell|report|call|ask|say|speak|for this|for that)\w*",
            r">do nothing\b|\bsleep on it\b|\bthink (?:twice |hard |again |carefully |well )?before you (?:report|tell|call|ring|ask|speak)\b",
            r">let (?:your |the )?\w+ (?:deal with|handle|sort|settle) (?:it|this|that)\b",
            r">be (?:nice|friendly|polite|sweet|obedient|quiet)\b",
            r">(?:carry on|keep going and|keep smiling|smile|toughen up|forget what|never (?:talk|speak) (?:of|about))\b",
            r"\bold enough to (?:handle|deal|cope|know)\b|\bchildren with (?:real|bigger|worse) problems\b",
        ),
        (
            rf"\b(?!(?:is |are )?no need to tell the police){NOT_TO} (?:tell|talk to|speak to|speak with|show|trust|bother|ask|inform|involve|go to|turn to|alert|approach)(?:ing)? (?:any |even )?{_HELP}(?! first| yet)",
            rf"\b{NOT_TO} (?:report|complain|speak up|speak out|talk about (?:it|this|that|what)|say (?:anything|a word)|mention|raise)\b",
            rf"\b(?:avoid|stop|instead of|rather than) (?:telling|talking to|speaking to|asking|reporting) {_HELP}",
            r"\bnot (?:really )?(?:worth|important enough|serious enough|bad enough|a matter)\b",
            r"\b(?:will|would|is going to|are going to)(?: not|n't| never) (?:\w+ )?(?:believe|listen to|care|help) (?:you|about)",
            rf"\b{NOT_TO} (?:make|cause) (?:a |any )?(?:fuss|trouble|scene|drama)\b",
            rf"\b{NOT_TO} (?:bother|disturb|trouble|burden|worry) (?:them|him|her|anyone|people|the|your)\b",
            r"\b(?:nobody|no one) (?:will|would|is going to|can|wants to) (?:ever )?(?:believe|listen|care|help)",
            r"\bthey will not (?:\w+ )?believe\b",
            r"\b(?:police|childline|ceop|nspcc|adults?|grown-ups|teachers?|parents|helplines?|they) (?:only make|just make|never (?:helps?|listens?|acts?|comes?|cares?)|have better|rarely|seldom|hate|laugh|are (?:useless|no help|too busy)|do not care|don't care)\b",
            r"\bnothing (?:the |that )?(?:\w+ ){1,2}(?:can|could|will) do\b",
        ),
    ),
    Harm(
        "not-calling",
        "advises not to call for help, or to wait",
        "Say to call, and whom. In danger nobody waits.",
        (
            r"\bwait and see\b|\btry to (?:rest|sleep|calm down)\b|\bsee how (?:you|it) (?:feels?|goes)\b",
            r">wait (?:a (?:bit|while|little)|until|till|for (?:a )?(?:reply|an answer|it)|some time|before|to see)\b",
            r"\bcall (?:\{\w+\}|\d+) (?:later|tomorrow|another)\b|\bonly (?:call|ring|phone) (?:\{\w+\}|\d+|(?:the )?\w+) (?:if|when)\b",
            r">(?:stay with (?:the person|him|her|someone) (?:who|that))",
            r"\b(?:calling|ringing|phoning) [^.]{1,24} (?:is|would be|wastes) (?:not|never|un|too|over|a waste|police|their|time)",
            r"\b(?:leave|keep) (?:the|our|that) lines? (?:free|open|clear)\b|\breal emergenc(?:y|ies)\b",
            r", (?:and )?no (?:police|999|social workers)\b",
            r"\b(?:is|are) (?:\w+ )?busy\b|\b(?:too busy|too early|a waste of time)\b",
            r"\b(?:call|ring|tell|report)\b[^.]{0,20}\b(?:another day|some other time|next week|next month|after the weekend)\b",
            r">hang up\b(?! (?:at any time|whenever|when you|if you))",
            r"\b(?:calling|telling|reporting|asking)(?: \w+){0,2} (?:is|would be|makes you) (?:pointless|useless|silly|childish|weak|wrong|a snitch|snitching|grassing)\b",
            r"\btoo (?:small|minor|little|trivial|silly) (?:a )?(?:thing|matter|for the police|to bother)",
        ),
        (
            rf"\b{NOT_TO} (?:\w+ )?(?:call|ring|phone|dial|contact|text)(?:ing)?\b(?! (?:{_THEM}|back|it\b|your \w+ that\b|(?:the|my|your|their) famil(?:y|ies)\b))",
            rf"\b{NOT_TO} (?:call|ring|phone|contact) {_THEM} (?:if|when|for help|first)\b",
            r"\b(?:is|are) not (?:needed|necessary)\b",
            rf"\b{NOT_TO} (?:go|turn|run|come) (?:to|for) {_HELP}",
        ),
    ),
    Harm(
        "destroying",
        "destroys what may help, or warns whoever did it",
        "Say to leave messages where they are, and not to warn the person.",
        (
            r">(?:delete|erase|wipe|destroy|burn|remove|clear) (?:\w+ ){0,2}(?:messages?|chats?|everything|phone|history|texts?|evidence|proof|them\b|it\b|conversations?|device)",
            r">(?:wash(?! your hands)|shower|clean up|have a (?:shower|bath)|take a (?:shower|bath)|change your clothes)\b",
            r">throw (?:\w+ ){1,3}away\b",
            rf">(?:warn|alert) (?:{_THEM}|the \w+|whoever)",
            r">(?:tell|let) (?:him|her|the (?:person|man|woman|coach|teacher|suspect)) (?:know )?(?:that |what )?(?:you|we|the child|the police|somebody|i )",
            r">let them know (?:that )?(?:you (?:will|told|have told|are going)|the police|we )",
            r">(?:tell|ask|warn) the (?:family|parents|mother|father|person|man|woman) (?:what|about|first|if|whether|that)",
        ),
    ),
    Harm(
        "stranger",
        "draws the reader to a stranger, or claims what is not so",
        "Help stands among the contacts, with its number. Nobody approved this guide.",
        (
            r"\b(?:add|follow|message|dm|text|chat (?:to|with)|talk to|write to|find|join|send)\b[^.]{0,30}\bon (?:snap\w*|discord|whatsapp|insta\w*|telegram|tiktok|kik|signal|facebook|messenger|x)\b",
            r"\b(?:message|dm|pm|text|call|ring|add|meet|email) me\b|\b(?:come|talk|speak) to me\b|\bsend (?:it |them )?(?:to )?me\b|\bsend me\b",
            r"\bmy (?:username|number|address|snap\w*|insta\w*|account|room|flat) (?:is|=)\b|\bi am your friend\b|\byou can trust me\b",
            r"\b(?:give|tell|send) (?:us|me) (?:your|the) (?:password|address|location|code|full name)|\btell (?:us|me) where you live\b",
            r"\b\w+ dot (?:com|org|net|uk|co|info|app|chat|example)\b",
            r"\bturn on your (?:camera|cam|webcam|microphone)\b",
            r"\bsecret (?:friend|helper|chat)\b|\b(?:grown-up|adult|person|man|woman) who (?:sends|writes|messages|texts) you\b",
            r"\b(?:approved|endorsed|vetted|certified|backed) by (?:the )?(?:ceop|nca|national crime agency|government|childline|nspcc|iwf|police)\b",
            r"\b(?:find|reach|visit|trust|see) me\b|\bmy (?:phone|door|place) is\b|\bmy (?:house|flat|bedroom)\b|\bjust for you\b",
        ),
    ),
)
