"""Whether a line says what would be said back of it, or whether that is only what it may mean.

"He has pics" may be blackmail, and nobody spoke of a threat: said back as told, it tells somebody
what they did not say. What a line gives no ground for is offered as one answer of several.
English alone: how other languages say it is not listed.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache

_ONLINE = frozenset(
    {
        *("online", "webcam", "stranger", "private-chat", "fake-age", "fake-account", "group-chat"),
        *("gave-details", "send-me", "i-sent", "account", "hack", "chatbot"),
        "meet",
    }
)
_ONLINE_WORDS = (
    r"online|on ?line|internet|web\w*|net|app|apps|game|games|gamer|gaming|server|discord|disc|"
    r"snap\w*|sc|insta\w*|ig|tik ?tok|whats ?app|wa|roblox|robux|minecraft|fortnite|xbox|ps[45]|"
    r"playstation|twitch|youtube|facebook|fb|messenger|telegram|twitter|reddit|kik|yubo|wizz|"
    r"omegle|hoop|vr|steam|skype|zoom|face ?time|(video|voice|group|on|in|phone) calls|(video|"
    r"voice|group|on|in|a|the|phone) call|calling|rings|chat\w*|dm|dms|dmed|dming|msg\w*|"
    r"mess?ag\w*|mesag\w*|text\w*|txt\w*|inbox|phone\w*|fone|mobile|tablet|ipad|laptop|computer|"
    r"pc|email\w*|profile|follow\w*|friend request|added|adds|add|account|acc|post|posts|link|"
    r"stream\w*|live|cam\w*|voice ?note|send\w*|sent|sends|username|site|website|forum|"
    r"lobby|headset|mic|swiped?|match\w*|dating|screen\w*|reply|replied|replies|typed?|typing|"
    r"write\w*|wrote|ghost\w*|blocked|block|never met|met (him|her|them) (on|in)"
)
_FORCED = (
    r"forc\w*|rap(e|ed|ing|ist)|assault\w*|made me|make me|makes me|making me|attack\w*|pinned|"
    r"held me|hold me|holding me|grabbed|grab|pushed|push|pulled|dragged|wouldnt (stop|let)|"
    r"didnt (stop|want|listen)|dont want|wont stop|said no|say no|saying no|told (him|her|them) "
    r"(no|to stop)|against my|without (my|asking)|unwanted|couldnt (move|stop|get)|drunk|asleep|"
    r"passed out|spik\w*|drug\w*|consent\w*|grop\w*|finger\w*|molest\w*|abus\w*|inside me|"
    r"hurt\w*|sex|had sex|slept with|condom|morning after|sti|std|clinic|pregnan\w*|bleed\w*|"
    r"sore|no( \w+)? stop|took advantage|froze|strip\w*|undress\w*|ripped|jumped|knife|threat\w*"
)
_THREAT = (
    r"threat\w*|blackmail\w*|bla\w*k ?mail\w*|sextort\w*|extort\w*|ransom\w*|or|unless|(if|till|"
    r"until|til) (i|u|you|we|she|he|they)|deadline|countdown|timer|midnight|tonight|post\w*|"
    r"shar(e|es|ed|ing)|leak\w*|upload\w*|expos\w*|publish\w*|airdrop\w*|spread\w*|ruin\w*|(send|"
    r"sends|sending|show|shows|showing) (it|them|my|the|his|her)( \w+){0,3} (to|on|in)|(send|"
    r"sends|show|shows) (everyone|every1|my|all)|put (it|them|my \w+) (on|in|up)|demand\w*|do "
    r"(what|wot|as)|hold\w*( \w+){0,2} over|turned nasty|got nasty|use (it|them) against|uses "
    r"them|bosses me|owns me|slave|mak(e|es|ing) (me|demands)|deal|asking again|tell\w* (\w+ "
    r"){1,3}(about )?(the|my|our) (pics?|pictures?|photos?|nudes?|vids?|videos?)|next time|one "
    r"more|under his thumb|followers|contacts|friends list|following list|caught out"
)
_MONEY = (
    r"pay\w*|paid|money|pounds?|quid|bitcoin|crypto|(gift|steam|apple)? ?cards?|vouchers?|"
    r"paysafe|cash\w*|gimme|\d\d+|savings|a grand|transfer\w*|scammers?|wallet|robux"
)
_PRIVATE = (
    r"pics?|pictures?|photos?|nudes?|noods?|vids?|videos?|images?|clips?|footage|selfies?|"
    r"screenshots?|recordings?|recorded|filmed|cam\w*|naked|topless|private|folder|dick|boobs?|"
    r"catfish\w*"
)
_HOME = (
    r"home|house|mum\w*|mom\w*|mam|mammy|ma|mummy|mother|dad\w*|da|daddy|father|parents?|step\w*|"
    r"family|nan\w*|gran\w*|uncle\w*|aunt\w*|brother\w*|sister\w*|bro|sis|cousin\w*|carer\w*|"
    r"foster\w*|bf|boyfriend|kitchen|food|hungry|eat|eaten|meals?|dinner|tea|starv\w*|heating|"
    r"cold|electric\w*|gas|bed|bedroom|room|wash\w*|clothes|dirty|smell\w*|lice|nits|alone|by "
    r"(myself|ourselves|himself|herself)|locked|belt|slipper|smack\w*|babysit\w*|look after|"
    r"lives?|flat|landlord|mould|sofa|caravan|child|kids?|children|toddler|baby|neighbours?|"
    r"pupils?|son|daughter|niece|nephew|grand\w*|student|boy|girl"
)
_PARTNER = (
    r"bf|boyfriends?|gf|girlfriends?|ex|exes|partner\w*|husband|hubby|wife|fianc\w*|fella|bloke|"
    r"man|missus|dating|going out|relationship|together|love[sd]?|we|our|us|date|dump\w*|break "
    r"up|broke up|my (guy|man|girl|boy)|jealous|control\w*|other half|lad|seeing|he wants sex|"
    r"sex|kids?|dad|mum"
)
_WORDS = {
    "pregnancy": (
        r"pregnan\w*|preg|preggo|preggers|periods?|late|missed|test|tests|tested|lines?|baby|"
        r"babies|bump|due|expecting|abortion\w*|abort|terminat\w*|miscarr\w*|condoms?|pill|pills|"
        r"plan b|unprotected|protection|contracept\w*|morning after|sex|slept|scan|midwife|"
        r"trimester|weeks?|months? gone|bun in the oven|keep it|womb|belly|throwing up|puking|"
        r"positive|implant|coil|pulled out"
    ),
    "hate": (
        r"gay|gays|lesbian\w*|lez\w*|bi|bisexual|trans\w*|queer\w*|non ?binary|enby|poof\w*|"
        r"fag\w*|dyke\w*|tranny|lgbt\w*|rainbow|pronouns?|dead ?nam\w*|rac\w*|black|brown|white|"
        r"asian|african|colou?r\w*|skin|hair|afro|monkey\w*|paki\w*|nword|n ?word|n\w?gg\w*|"
        r"chink|terroris\w*|bomb\w*|muslim\w*|islam\w*|mosque|hijab\w*|headscarf|scarf|turban\w*|"
        r"patka|sikh\w*|jew\w*|synagogue|kippah|hindu\w*|christian\w*|church|religi\w*|faith|god|"
        r"bible|quran|foreign\w*|immigrant\w*|migrant\w*|refugee\w*|asylum|country|accent\w*|"
        r"language|polish|romanian|gyps\w*|travell?er\w*|pikey\w*|roma|gypo|disab\w*|wheelchair|"
        r"autis\w*|adhd|sen|send|special (needs|school)|spastic|spaz\w*|retard\w*|deaf|blind|"
        r"stammer\w*|stutter\w*|tics?|tourette\w*|down ?s|dyslexi\w*|hearing aids?|crutch\w*|"
        r"hate crime|go (back|home)|slur\w*|homophob\w*|transphob\w*|islamophob\w*|antisemit\w*|"
        r"sexis\w*|ethnic\w*|nationality|chinese|virus|identity|swastika|slant\w*|eyes|real "
        r"(wo)?man|who i am|what i am|the way i|came out|outed|coming out|girl|boy|dress|makeup"
    ),
    "radicalisation": (
        r"extrem\w*|radical\w*|terror\w*|isis|jihad\w*|caliphate|nazi\w*|hitler|far right|right "
        r"wing|supremac\w*|incel\w*|andrew tate|tate|red ?pill\w*|black ?pill\w*|manosphere|"
        r"alpha|race war|white|jew\w*|muslim\w*|immigrant\w*|migrant\w*|foreign\w*|violen\w*|"
        r"attack\w*|bomb\w*|weapons?|guns?|shoot\w*|massacre\w*|martyr\w*|fight\w*|war|army|"
        r"soldier\w*|cause|movement|leader|brothers?|brotherhood|group\w*|recruit\w*|join\w*|"
        r"propaganda|manifesto|videos?|hate\w*|hating|kill\w*|blood|infidel\w*|kuffar|"
        r"unbeliever\w*|enem\w*|government|politic\w*|ideolog\w*|conspira\w*|march|protest\w*|"
        r"militia|training|prevent|channel|server|chat|forum|telegram|discord|burn\w*|riot\w*|"
        r"women|feminis\w*|religio\w*"
    ),
    "recent-assault": _FORCED,
    "bereavement": (
        r"d[iy]ed|die|dies|dying|dead|death\w*|passed|passing|funeral\w*|wake|grief|griev\w*|"
        r"bereav\w*|lost|losing|lose|loss|gone|heaven|grave\w*|ashes|cremat\w*|coffin|miss|"
        r"misses|missing|kill\w*|suicide|overdos\w*|cancer|accident|crash|put down|put to sleep|"
        r"memorial|anniversary|without (him|her|them)|hospice|stillb\w*|miscarr\w*|cant believe|"
        r"asleep|own life|voicemail|hevan|ded|no longer|ill|sick|hospital|terminal|buried|buryed"
    ),
    "ignored-report": (
        r"nothing|ignor\w*|did(nt| not) (believe|listen|do|care|help|want|bother|take|act|"
        r"report)|dont (believe|listen|do|care|help)|wont (believe|listen|do|help|take)|doesnt "
        r"(believe|listen|do|care|help)|believ\w*|listen\w*|laugh\w*|brush\w*|dismiss\w*|"
        r"shrug\w*|clos(e|ed|ing)|no further|(nobody|no one|noone|none) \w*|never (called|rang|"
        r"came|did|got|heard|hear|replied|reply)|still (waiting|here|going|happening|nothing)|"
        r"waiting|said (he|she|i|it|its|im|to)|say (its|im)|told (me|us|you|u) (to|off|its|it|im|"
        r"i)|no (reply|answer|action|help)|lost my|swept|rug|months?|weeks?|again|anything|"
        r"bothered|busy|useless|changed|seriously|help\w*|let me down|refus\w*|complain\w*|"
        r"reported|twice|times"
    ),
    "sexual-in-person": (
        r"touch\w*|tuch\w*|kiss\w*|grop\w*|rap(e|ed|es|ing|ist)|sex\w*|forc\w*|ma(de|ke|kes|"
        r"king) (me|her|him|us|them)|bed\w*|rooms?|bathroom|private\w*|bum|bottom|body|abus\w*|"
        r"finger\w*|lick\w*|naked|pants|knickers|boxers|undress\w*|clothes|shower|bath|on top|"
        r"rub\w*|hands?|feel\w*|felt|lap|cuddl\w*|tickl\w*|bits|willy|penis|dick|thing|things|"
        r"stuff|inside|hold|massage|rude|dirty|molest\w*|interfer\w*|assault\w*|secret\w*|games?|"
        r"does it|did it|do it|did something|does something|at night|boobs?|chest|skirt|bra|"
        r"legs?|thigh|trousers|tummy|lie|lay|sleep\w*|asleep|watch\w*|photos?|nude|strip\w*|"
        r"squeez\w*|slap\w* my|pinch\w*|grab\w* my|in (my|his|her)|alone|cover|blanket|special|"
        r"love|wrong|uncomfortable|weird|creepy|privates|get off|got off|said no|showered|"
        r"pyjama\w*|took my|pulled (my|down)"
    ),
    "sexual-pressure": (
        rf"{_PRIVATE}|nud\w*|strip\w*|undress\w*|cam|webcam|sex\w*|body|bra|top|clothes|underwear|"
        r"knickers|touch\w*|rude|dirty|private parts|bits|bum|show (him|her|them)|wank\w*|"
        r"lick\w*|bj|blow ?job|send"
    ),
    "partner-abuse": _PARTNER,
    "partner-pressure": _PARTNER,
    "abuse-at-home-between-adults": _HOME,
    "sexual-harassment-school": (
        r"school|class\w*|lessons?|corridors?|year|yr|teachers?|pe|p e|bus|boys?|girls?|lads?|"
        r"pupils?|students?|college|sixth form|mates?|locker|playground|break|lunch|canteen|"
        r"changing|uniform|skirts?|form|tutor|sir|miss|assembly|prefect|trip|uni|kids|science|"
        r"maths|english|team|club|bra|toilets?|lunchtime"
    ),
    "trafficking": (
        r"work\w*|jobs?|shifts?|passports?|papers|kept|keep\w*|lock\w*|servant|slave\w*|"
        r"traffick\w*|wages?|paid|clean\w*|cook\w*|nails?|farm|factory|car ?wash\w*|hotels?|"
        r"flats?|driven|travel|escape|leave|debt|men|clients?|customers?|boss|sold|sell\w*|"
        r"hous\w*|held|captive|brought|trapped|stuck|prisoner|kidnap\w*|out|go|free|documents|"
        r"visa"
    ),
    "in-care": (
        r"mum|care|foster\w*|carers?|social|sw|placement|placed|home|homes|residential|leaving|"
        r"leaver|adopt\w*|pa|contact|lac|looked after|key ?worker|review|move\w*|moving|kinship|"
        r"guardian|siblings?|court|unit|iro"
    ),
    "forced-marriage": (
        r"marr\w*|wed\w*|husband|wife|bride|groom|engag\w*|fianc\w*|honou?r|izzat|sham\w*|rishta|"
        r"nikah|proposal|match|suitor|promised|cousin|family|dowry|culture|tradition\w*|dress|"
        r"ring|ceremony|pakistan|india|bangladesh|abroad|disown\w*|reputation|western|visa|"
        r"dishonou?r"
    ),
    "spiking": (
        r"spik\w*|drinks?|drugg\w*|drug|needle\w*|inject\w*|jab\w*|prick\w*|vape|pint|glass|cup|"
        r"blackout|blacked|remember|memory|dizzy|woozy|club|party|something in|put (something|"
        r"sum)|roofi\w*|slipped|laced|wobbly|legs"
    ),
    "upsetting-content": (
        rf"{_ONLINE_WORDS}|watch\w*|saw|seen|see|film\w*|movie|horror|clips?|feed|autoplay|read|"
        r"reading|nightmares?|scroll\w*|pop\w*|gore|scary|violent|dead|execution|animals?|tv|"
        r"show|series"
    ),
    "running-away": (
        r"run\w*|ran|runaway|leave|leaving|left|sleep\w*|slept|sofa\w*|home\w*|house|kick\w*|"
        r"chuck\w*|thr[eo]w\w*|street\w*|rough|tent|bus|train|station|bag|bags|packed|packing|go|"
        r"going|gone|stay\w*|nowhere|no ?where|place|shelter|hostel|park|bench|night|evict\w*|"
        r"away|out|escape\w*|back|flat|couch|surf\w*|live"
    ),
    "faith-abuse": (
        r"spirit\w*|witch\w*|possess\w*|demon\w*|devil\w*|satan\w*|exorc\w*|jinn\w*|djinn\w*|"
        r"curse\w*|juju|magic|evil|evl|pray\w*|prayer\w*|god|"
        r"allah|bible|quran|holy|deliverance|ritual\w*|fast|fasting|anoint\w*|prophet\w*|"
        r"oil|ceremony|ghost\w*|voodoo|obeah|kindoki|ndoki|black eye|bad luck|blood|faith|sin|"
        r"hell|cast\w*|beat\w* (it|him|her) out|healer|hex"
    ),
    "home-or-neglect": _HOME,
    "is-this-okay": (
        r"ok|okay|oke|alright|normal|norml|legal|illegal|law|allowed|wrong|right|should\w*|"
        r"supposed|ready|young|old|older|age|ages|consent\w*|have to|do i|am i|is it|can i|can "
        r"we|is that|are we|was it|what if|say no|said no|said yes|say yes|change my mind|"
        r"changed my mind|sure|unsure|weird|waiting|wait|virgin\w*|want to|dont want|pressur\w*|"
        r"worried|bad|drunk|count\w*|rape|froze|frozen|\d+"
    ),
}
"""Words of which a line has one, where it says this."""
_MAY_BE_SEXUAL = (
    rf"{_PRIVATE}|sex\w*|shag\w*|kiss\w*|touch\w*|cuddl\w*|hug\w*|tickl\w*|lap|massage\w*|bra|"
    r"underwear|pants|shower\w*|bath\w*|bed|bedroom|room|body|bum|boob\w*|condoms?|virgin\w*|"
    r"consent\w*|bf|boyfriends?|gf|girlfriends?|ex|dat(e|es|ed|ing)|going out|relationship|older|"
    r"younger|\d+|years?|age|rape\w*|drunk|asleep|sleep\w*|didnt want|dont want|want to|"
    r"(said|say) (no|yes)|chang\w*|undress\w*|porn|wank\w*|love\w*|alone|lock\w*|secrets?|"
    r"gifts?|presents?|lifts?|teacher|tutor|coach|sir|miss|uncle|stepdad|grandad|cousin|bloke|man|"
    r"guy|text\w*|messag\w*|dm\w*|snap\w*|video|cam\w*|meet\w*|do (it|stuff)|doing it|did it|"
    r"does it|he|she|hes|shes"
)
"""Of these a line has one that asks if something sexual is okay."""
_TO_LOOK = (
    r"(to|i|we|can i|should i|that i|for me to) (just )?(read|check|look (at|through)|go through|"
    r"spy on|track|monitor|take( away)?|search) (his|her|their|my (\w+ )?(childs?|sons?|daughters?|"
    r"kids?|lads?|girls?|boys?)) (phones?|messages?|texts?|chats?|tablets?|snap\w*|insta\w*|ipad|"
    r"diary|dms|room|whats ?app)"
)
"""What a parent asks leave to do: no question about something sexual."""
_ON_THE_NET = frozenset({"grooming", "uneasy-online", "sexual-online", "met-online-wants-to-meet"})
_FORMS = {**_WORDS, **dict.fromkeys(_ON_THE_NET, rf"{_ONLINE_WORDS}|number")}
_FORMS["grooming"] += r"|groom\w*"  # whoever has that word is answered with it
_SHORT = 8
"""A line of more words may say it in ways that no list has: "goose steps round the garden"."""
_SEEN = (
    rf"{_PRIVATE}|{_ONLINE_WORDS}|porn\w*|abuse (material|images)|iioc|csam|watch\w*|saw|seen|"
    r"found|browser|history|hard drive|usb|memory stick|shared?|site"
)
"""Of these a line has one that tells of pictures of children."""
_IN_PERSON = (
    r"at (the|my|our) (park|club|church|mosque|school|gym|pool|shops?|rink|stables|bus ?stop|gate)|"
    r"coach|tutor|teacher|youth (leader|worker)|instructor|neighbour|uncle|grandad|stepdad|"
    r"(mums|dads) (bf|boyfriend|friend|mate)|(ice cream|riding|lollipop) (man|lady)|bus driver|"
    r"babysitter|vicar|priest|imam|from church|lecturer|in a (car|van|lorry)|get in"
)
"""What tells of somebody who is met: only a word of the net makes it online then."""
_CONCEPTS = dict.fromkeys(_ON_THE_NET, _ONLINE)


_NEAREST = {
    "blackmail": ("nude-of-me", "sexual-pressure"),
    "grooming": ("sexual-unsure",),
    "uneasy-online": ("sexual-unsure",),
    "recent-assault": ("sexual-unsure",),
    "is-this-okay": ("home-or-neglect",),
    "faith-abuse": ("home-or-neglect",),
    "home-or-neglect": ("bullying",),
    "sexual-in-person": ("home-or-neglect", "sexual-unsure"),
    "sexual-online": ("sexual-unsure",),
    "sexual-harassment-school": ("sexual-unsure",),
    "upsetting-content": ("sexual-unsure",),
    "partner-pressure": ("sexual-unsure",),
}
"""What may be offered beside it, as near to such words."""


def is_judged(concern: str) -> bool:
    """Whether it is known here by which words a line says this."""
    return concern in _FORMS


def nearest(concern: str, concepts: Collection[str]) -> tuple[str, ...]:
    """The concerns that are offered beside one which a line gives no ground for."""
    if concern == "blackmail" and "pay" in concepts:
        return ("scam", "nude-of-me", "want-to-talk")
    pictured = ("nude-of-me", "sexual-pressure") if "picture" in concepts else ()
    return (*pictured, *_NEAREST.get(concern, ()), "want-to-talk")


def is_said(concern: str, words: Sequence[str], concepts: Collection[str]) -> bool:
    """Whether a line, of these words and concepts, gives a ground for what is the matter."""
    spoken = [word for word in words if word]
    line = " ".join(spoken)
    if concern == "is-this-okay" and (not _has(_MAY_BE_SEXUAL, line) or _has(_TO_LOOK, line)):
        return False
    if concern == "illegal-images" and not _has(_SEEN, line):
        return False
    if concern == "blackmail":
        priced = _has(_MONEY, line) and _has(_PRIVATE, line)
        return "blackmail" in concepts or priced or _has(_THREAT, line)
    if concern in _ON_THE_NET and _has(_IN_PERSON, line):
        return _has(_ONLINE_WORDS, line)
    if len(spoken) > _SHORT:
        return True
    form = _FORMS.get(concern)
    known = _CONCEPTS.get(concern, frozenset())
    return form is None or not known.isdisjoint(concepts) or _has(form, line)


def _has(words: str, line: str) -> bool:
    return bool(_compiled(words).search(line))


@cache
def _compiled(words: str) -> re.Pattern[str]:
    # Only once it is asked for: a line is mostly of one worry, and all of them take long.
    return re.compile(rf"\b({words})\b")
