"""The kinds of words that harm a child, whoever writes them, as patterns.

They stand in the program, not among the rules of a folder, so no folder can lack them. They are
English: a translation is held to its English (guide/translate). A pattern is looked for in one
sentence in small letters; nothing in it repeats a repetition, so no text is slow to look at. What
a text must have in it for a pattern to be found there is read from the patterns: after a change,
`python -m tools.needs`.
"""

from typing import NamedTuple

ADVISED = ">"
"""Begins a pattern that harms where it is advised: at the beginning of a sentence, after "you can",
"and", "please" and the like."""


class Harm(NamedTuple):
    """A kind of harmful words."""

    kind: str
    """Its name, as `--explain` and waivers write it."""
    what: str
    """What such a text does."""
    what_to_do: str
    patterns: tuple[str, ...]
    """Harmful unless the sentence says not to, or that somebody else says so."""
    never: tuple[str, ...] = ()
    """Harmful though the sentence has a "not": it is part of the harm."""
    of_answers: bool = False
    """Whether it harms in the words of an answer too, which are the person's own."""


_PICTURE = (
    r"(?:pictures?|photos?|photographs?|images?|videos?|nudes?|clips?|selfies?|pics?|footage)\b"
)
_COPYING = (
    r"(?:copy|save|keep|store|download|print|forward|send|share|post|upload|show|pass on|pass|email"
    r"|text|airdrop|hold on to|look at|record|screenshot|make|put)"
)
_SCREENSHOT = r"screen ?-?(?:shot|grab)s?\b"
_PARENTS = r"(?:mums?|dads?|mother|father|parents?|carers?|family|teachers?|school|friends?)\b"
NOT_TO = (
    r"(?:do not|don't|never|must not|mustn't|should not|shouldn't|not to|need not|needn't"
    r"|(?:is |are )?no need to|avoid|better not to|best not to|try not to)"
)
_TOTALLY = r"(?:completely|totally|fully|entirely|absolutely|always|100%|for ?ever)"
_THEM = r"(?:them|him|her|the person|this person|that person|the stranger|whoever it is)\b"
_HELP = (
    r"(?:anyone|anybody|someone|somebody|a soul|an? (?:\w+ )?(?:adult|grown-up|teacher|doctor|nurse)"
    r"|adults?|grown-ups|(?:the |any )?(?:police|childline|ceop|nspcc|samaritans|999|101|emergency services"
    rf"|hospital|helpline|school|authorities)|your (?:\w+ )?{_PARENTS}|your lead|us|\{{\w+\}}"
    r"|for help|children's services|social (?:work|services))"
)
_PAST = r"(?:told|known|said|thought|gone|done|been|left|sent|kept|stayed|trusted|talked|come|asked|\w+ed)"

HARMS = (
    Harm(
        "picture",
        "advises to copy, keep or pass on a picture",
        "A sexual picture of a child is not to be copied, not even as proof. Say not to.",
        (
            rf"\b(?:take|make|get|grab|keep|save|send|show|collect) (?:\w+ ){{0,3}}{_SCREENSHOT}",
            rf">{_SCREENSHOT} (?:it|them|this|that|the|any|every|all|what|your|h\w+|their)",
            rf">{_COPYING} (?:\w+ ){{0,5}}{_PICTURE}",
            rf">(?:ask|tell|get) (?:\w+ ){{1,3}}to {_COPYING} (?:\w+ ){{0,4}}{_PICTURE}",
            rf">{_COPYING} (?:it|them) (?:to|with|on|online|everywhere|as|so that)\b",
            r"\bforward (?:it|them|this|those) to\b",
            rf"\b(?:have|get|keep|hold) a copy of (?:\w+ ){{0,2}}{_PICTURE}",
            r">film (?:\w+ ){0,4}",
        ),
    ),
    Harm(
        "blame",
        "blames somebody",
        "Whatever happened, it is the fault of whoever did it. Say that, or leave it out.",
        (
            r"\b(?:your|their|his|her|the child's|your child's|your friend's) (?:own )?(?:fault|doing)\b",
            r"\b(?:you|they|she|he|both of you|you both)(?: are|'re| were|'s| is| was)? (?:\w+ )?to blame\b",
            r"\bblame yourself\b",
            r"\byou (?:were|are|have been) (?:\w+ )?(?:wrong|silly|stupid|foolish|careless|naive|reckless|guilty)\b",
            r"\bwrong of (?:you|them|him|her|your child)\b",
            r"\b(?:silly|stupid|foolish|careless|reckless|wrong) (?:of you|thing to do)\b",
            r"\byou (?:ought to|should) be ashamed\b|\bshame on you\b",
            r"\bmak(?:e|ing) a fuss\b|\boverreact\w*",
            r"\byou (?:knew|led) (?:\w+ ){0,2}(?:what|on|better|them)\b",
            r"\byou got yourself\b|\byou must have (?:wanted|liked|known)\b",
        ),
        (
            rf"\byou (?:should|ought)(?:n't| not| never)?(?: to)? have (?:\w+ )?{_PAST}\b",
            r"\bwhy did(?:n't)? you\b|\bhow could you\b",
            r"\b(?:you|she|he|they)(?:'re| are| were| was)? (?:asked|asking) for (?:it|this)\b",
            r"\b(?:you|she|he|your child) (?:brought|let) (?:it|this|him|her|them) (?:on|happen|do)\b",
            r"\bno(?:body's| one's) fault but\b",
            r"\b(?:only (?:have )?yourself|yourself to) (?:to )?(?:blame|thank)\b",
            r"\bserves you right\b|\bwhat did you expect\b|\bit takes two\b|\bboys will be boys\b",
            r"^next time\b|\bbe more careful\b|\b(?:it was|that was) your (?:choice|decision|idea)\b",
            r"\bif you (?:had not|hadn't|had|did not|didn't) (?:\w+ ){1,4},? ?(?:this|it|none|nothing|you would)\b",
            r"\bif you (?:had not|hadn't) [^.]{1,40}\bwould(?: not| never)? have\b",
        ),
    ),
    Harm(
        "secret",
        "promises secrecy, or asks for it",
        "Nobody can promise that, and a secret keeps a child alone with it. Say who may be told.",
        (
            r"\bkeep (?:it|this|that|them|everything|what \w+ \w+) "
            r"(?:all |as |a |our |completely |totally )*(?:secret|quiet|hidden|private|to yourself)\b",
            r">(?:keep|stay|be) (?:quiet|silent)\b",
            r"\b(?:will|always) (?:stay|remain|be|be kept) (?:\w+ )?(?:a )?secret\b",
            r"\b(?:our|your) (?:little )?secret\b",
            r"\b(?:it|this|that)?(?: is|'s|stays?|stay)? ?(?:a secret )?(?:just )?between (?:us|you and)\b",
            rf"\b{_TOTALLY} (?:secret|confidential|private|anonymous)\b",
            r"\b(?:we|i) (?:promise|swear|guarantee)\b|\bpromise you\b",
            rf"\b{NOT_TO} tell (?:anyone|anybody|an adult|a teacher|your {_PARENTS})",
            rf"\b{NOT_TO} tell a soul\b|\bnot tell (?:a soul|anyone|anybody)\b",
            r"\btell (?:no one|nobody)\b",
            r">hide (?:it|that|them|the (?!screen)\w+|everything|your \w+|what \w+ \w+)\b",
            r">say nothing\b",
            r"\bkeep your mouth\b",
        ),
        (
            r"\b(?:nobody|no one) (?:will|can|is going to|could) (?:ever )?(?:know|find out|see|hear|be told)\b",
            rf"\b{_PARENTS} (?:do not|does not|don't|doesn't|need not|needn't) (?:need to |have to )?(?:know|find out|hear)",
            r"\b(?:no one|nobody) (?:has to|needs to|must|should|else (?:has|needs) to) (?:know|hear|find out)\b",
            r"\bso (?:that )?(?:nobody|no one) (?:\w+ )?(?:sees?|knows?|finds? out|hears?)\b",
            r"\b(?:safer|better|best|good) if (?:nobody|no one) (?:\w+ )?(?:knows?|hears?|finds? out)\b",
        ),
    ),
    Harm(
        "promise",
        "promises what nobody can promise",
        'Say what may happen, or what people are there for: "They can help", "may", "try to".',
        (
            r"\b(?:we|they|it|this|ceop|childline|the police|police) (?:will|'ll|can) (?:always |definitely |surely )?"
            r"(?:keep you safe|protect you|make sure (?:that )?you (?:are|will be) (?:safe|believed|okay)|stop (?:it|them|him|her)|catch|fix)",
            r"\bwill (?:definitely|certainly|surely|always|for sure)\b|\bfor (?:sure|certain)\b",
            r"\b(?:is|are) guaranteed\b|\bguarantees?\b",
            r"\b(?:everything|it|all|things) (?:will|is going to|'s going to) (?:all )?(?:be (?:fine|okay|ok|all right|over)|work out|stop)\b",
            r"\byou will (?:be (?:safe|believed|fine|okay|ok)|get (?:an? )?(?:answer|reply)|hear back)\b",
            r"\b(?:answer|reply|call back|hear|look|respond)(?:s|ed)? (?:\w+ ){0,3}(?:within|in) (?:an?|one|two|the|\d+|a few) (?:minute|hour|day|week)",
            r"\balways (?:answer|reply|repl(?:y|ies)|work|help|believe)s?\b",
            r"\bwill be (?:gone|deleted|removed|taken down|over|arrested|caught|punished|locked up)\b",
            r"\b(?:he|she|they|the person) will (?:go to (?:jail|prison)|be arrested|be caught|lose)\b",
            r"\b(?:same|next) day\b",
        ),
        (
            r"\b(?:nobody|no one|nothing(?: bad)?) (?:will|can|could) (?:ever |bad )?(?:happen|hurt|harm|be told|find)\b",
            r"\byou will never\b|\bwill never (?:happen|come|hurt|find|see|be)\b|\bnever have to (?:see|meet|hear)\b",
        ),
    ),
    Harm(
        "threat",
        "threatens the reader, or frightens them with the law",
        "A frightened child stops reading. Say what help there is.",
        (
            r"\byou(?:'ll| will| could| may| might| can| would)? (?:be |get )?(?:in(?:to)? (?:\w+ )?trouble|arrested|punished|fined|charged|expelled|excluded|locked up|taken away|in prison)\b",
            r"\byou(?:'ll| will| could| may| might| can| would)? (?:go|be sent|end up) (?:to|in) (?:jail|prison|court)\b",
            r"\byou (?:have )?(?:broke|broken|committed|break)\b [^.]{0,20}\b(?:law|crime|offence)\b",
            r"\bcriminal record\b",
            r"\b(?:the police|they|we|social workers) (?:will|'ll|might|may|could) (?:come (?:for|after|and get)|arrest|punish|take (?:your|you)|tell your)\b",
            rf"\byour {_PARENTS} (?:will|'ll|might|may|would) be (?:\w+ )?(?:angry|cross|furious|ashamed|disappointed)",
            r"\byou(?:'ll| will| may| might)? (?:be sorry|regret)\b",
            r"\b(?:bad|terrible|worse) things (?:will|may|could|might) happen\b",
            r"\byou are (?:\w+ )?guilty\b|\bguilty too\b",
            r"\bor else\b|\bor (?:we|i) will\b|\bthere will be consequences\b",
            r"\bif you (?:lie|are lying|do not (?:tell|report|say)|don't (?:tell|report|say)|say nothing|wait)[^.]{0,30}\b(?:will|punish|trouble|come|happen)\b",
        ),
    ),
    Harm(
        "countdown",
        "hurries the reader, or counts down",
        "Let people take their time. Where there is danger, say to call 999.",
        (
            r"\b(?:\d+|one|two|three|four|five|ten|fifteen|twenty|thirty|sixty|a few) (?:more )?(?:minutes?|seconds?|hours?|days?) (?:left|remaining|to (?:decide|choose|answer|report|tell|act))\b",
            r"\b(?:in|within) (?:the next )?(?:\d+|one|two|three|five|ten|thirty|a few) (?:minutes?|seconds?)\b",
            r"\bhurry\b|\bbe quick\b|\bact (?:fast|quickly|now)\b|\b(?:as fast|quickly) as you can\b",
            r"\bbefore it(?:'s| is| gets)? too late\b|\blast chance\b|\bfinal (?:chance|warning)\b",
            r"\b(?:time|clock|minutes|chance)(?:'s| is| are)? (?:running out|ticking|nearly up|almost up|up)\b",
            r"\bnot much time\b|\bonly (?:have )?\d+ (?:minutes?|seconds?)\b|\b(?:every|each) second counts\b",
            r"\bor the offer ends\b|\bthis (?:offer|chance|page) (?:ends|expires)\b|\bdeadline\b",
        ),
    ),
    Harm(
        "graphic",
        "uses a graphic word",
        'Say it as people say it to children: "something sexual", "touched in a sexual way".',
        (
            r"\b(?:fuck\w*|rap(?:e(?! crisis)|es|ed|ing|ist)|(?<!revenge )porn\w*|masturbat\w*|penis(?:es)?|vaginas?|genitals?|orgasms?"
            r"|(?:having |had |sexual )?intercourse|sluts?|whores?|dicks?|cocks?|tits|boobs?|pussy|wank\w*|cunts?|bitch\w*|shit\w*"
            r"|blow ?-?jobs?|hand ?-?jobs?|cum|naked bod(?:y|ies)|anal|dead bod(?:y|ies)|covered in blood|erections?|semen|sperm)\b",
            r"\b(?:suck|suck(?:ed|ing)|lick(?:ed|ing)?|finger(?:ed|ing)) (?:on |off )?(?:me|you|him|her|them|my|your|his|their|it|private|genital)",
            r"\bfingers? (?:inside|in) (?:me|you|him|her|them)\b|\bcame (?:on|in|over) (?:my|your|his|her|me|you)\b",
        ),
        of_answers=True,
    ),
    Harm(
        "probing",
        "asks what happened in detail, or has somebody asked",
        "Nobody has to tell a guide what was done. Say where to turn, and not to ask.",
        (
            r"\bwhat (?:exactly )?(?:did|has|have) (?:he|she|they|someone|the person|your \w+) (?:do|done|say|make|want)\b",
            r"\b(?:where|which part\w*|how (?:often|many times|long)) (?:\w+ ){0,3}(?:did|were|was|has|have) (?:he|she|they|you|someone|it)\b",
            r"\b(?:to|of|on) your body\b",
            r">(?:describe|explain|write down|write|tell us|tell me|say) (?:(?!without)\w+ ){0,3}(?:exactly |in detail )?(?:what (?:happened|he|she|they)|how it|every|your (?:full )?(?:name|address)|where you live)",
            r"\b(?:every|all|exact|full|use all) details?\b|\bin (?:full |great |as much )?detail\b|\bstep by step\b",
            r"\bwhat were you wearing\b|\bdid you (?:like|enjoy|want|say no|fight|lead|scream|run)\b",
            r">ask (?:the child|them|him|her|your child|your friend)(?: again)?(?: for| about| exactly)? (?:what|where|who|when|why|how (?:often|many|long|it)|to show|details|to repeat|every)",
            r"\b(?:get|find out) the (?:whole|full) (?:story|truth)\b|\bthe whole story out of\b",
            r"\bhow (?:it|that|this) felt\b",
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
        ),
    ),
    Harm(
        "paying",
        "advises to give in: to pay, to reply or to do what is asked",
        "It does not stop then. Say not to pay and not to reply, and who helps.",
        (
            r">pay\b",
            r"\bpay(?:ing)? (?:once|up|what|them|him|her|it|back|little|half)\b|\bsmall payment\b",
            r">(?:send|transfer|give|lend|wire|get) (?:\w+ ){0,2}(?:the |some |any )?(?:money|cash|codes?|gift cards?|crypto|bitcoin)\b",
            r">(?:buy|sell) \w+",
            rf">(?:do|give|send) (?:{_THEM} )?(?:what(?:ever)?|everything|anything) (?:he|she|they) (?:want|wants|say|says|ask|asks|demand)",
            rf">(?:offer|promise) {_THEM}",
            rf">(?:reply|respond|answer|write back|text back|message) (?:to )?(?:{_THEM}|and|the messages?|politely|kindly)",
            r"\bkeep (?:replying|talking|writing|chatting|answering|in touch|sending|paying)\b",
            rf">send (?:{_THEM} )?(?:one|another|a few|some)(?: last| more| final)",
            r">(?:reply|respond)\b(?! to (?:you|us))",
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
            r">do nothing\b",
        ),
        (
            rf"\b(?!(?:is |are )?no need to tell the police){NOT_TO} (?:tell|talk to|speak to|speak with|show|trust|bother|ask|inform|involve|go to|turn to|alert|approach)(?:ing)? (?:any |even )?{_HELP}",
            rf"\b{NOT_TO} (?:report|complain|speak up|speak out|talk about (?:it|this|that|what)|say (?:anything|a word)|mention|raise)\b",
            rf"\b(?:avoid|stop|instead of|rather than) (?:telling|talking to|speaking to|asking|reporting) {_HELP}",
            r"\bnot (?:really )?(?:worth|important enough|serious enough|bad enough|a matter)\b",
            r"\b(?:will|would|is going to|are going to)(?: not|n't| never) (?:\w+ )?(?:believe|listen to|care|help) (?:you|about)",
            r"\b(?:nobody|no one) (?:will|would|is going to|can|wants to) (?:ever )?(?:believe|listen|care|help)",
            r"\bthey will not (?:\w+ )?believe\b",
        ),
    ),
    Harm(
        "not-calling",
        "advises not to call for help, or to wait",
        "Say to call, and whom. In danger nobody waits.",
        (
            r"\bwait and see\b|\btry to (?:rest|sleep|calm down)\b|\bsee how (?:you|it) (?:feels?|goes)\b",
            r">wait (?:a (?:bit|while|little)|until|till|for (?:a )?(?:reply|an answer|it)|some time|before|to see)\b",
            r"\bcall (?:\{\w+\}|\d+) (?:later|tomorrow|another)\b|\bonly (?:call|ring|phone) (?:\{\w+\}|\d+|\w+) (?:if|when)\b",
            r">(?:stay with (?:the person|him|her|someone) (?:who|that))",
            r"\b(?:calling|ringing|phoning) [^.]{1,24} (?:is|would be) (?:not|never|un|too|over|a waste)",
            r"\b(?:too busy|too early|a waste of time)\b",
        ),
        (
            rf"\b{NOT_TO} (?:\w+ )?(?:call|ring|phone|dial|contact|text)(?:ing)?(?! (?:{_THEM}|back|it\b|your \w+ that\b|(?:the|my|your|their) family\b))",
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
            r">(?:wash|shower|clean up|have a (?:shower|bath)|take a (?:shower|bath)|change your clothes)\b",
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
            r"\bturn on your (?:camera|cam|webcam|microphone)\b",
            r"\bsecret (?:friend|helper|chat)\b|\b(?:grown-up|adult|person|man|woman) who (?:sends|writes|messages|texts) you\b",
            r"\b(?:approved|endorsed|vetted|certified|backed) by (?:the )?(?:ceop|nca|national crime agency|government|childline|nspcc|iwf|police)\b",
        ),
    ),
)
