"""What is said in a figure, of a story, a game, a job or a check-up, and tells of no danger.

"Assembly is killing me", "we watched a film where a girl gets murdered", "he keeps killing me on
fortnite", "i want to be a police officer", "i took two paracetamol for my headache". Only such
words are left out, up to where somebody is spoken of:
who is hit or killed by a person, who was made to watch, who needs the police is heard as ever.
"""

import re
from collections.abc import Sequence

from guide.understanding.forms.hurts_oneself import MEANT
from guide.understanding.typed import BREAK
from guide.understanding.whom import people, trades

_STOP = "."
"""Stands for a BREAK while the words are one line."""
# Named one by one: any other word may be the name of a person, "jake is killing me".
_THINGS = (
    "app|arms?|assembly|assignment|back|bag|battery|bike|boots|boss|bra|bus|chair|cold|commute"
    "|computer|course|coursework|cramps|deadline|diet|drive|ears|essay|exams?|eyes|feet|film|foot"
    "|game|gcses|hangover|hay fever|hayfever|head|heat|heels|hill|homework|internet|job|joke"
    "|keyboard|knees?|lag|laptop|legs?|level|light|maths|meme|mocks?|music|neck|noise|paper"
    "|paperwork|period pains|phone|practice|printer|rain|report|revision|room|run|school|science"
    "|screen|session|shift|shoes|show|smell|song|stairs|stomach|sun|suspense|test|throat|tie"
    "|tooth|toothache|traffic|training|tummy|uniform|wait|waiting|walk|weather|wifi|wind|workout"
)
_KILLS = (
    f"(?:{_THINGS}) (?:(?:is|are) (?:literally |actually )?killing|killed) me"
    f"|(?:{_THINGS})s? (?:(?:is|are|just|about to|gonna|going to|keeps?) )*(?:die|dies|dying|died)"
)

_WE = "i|ive|im|we|weve"
_TOLD = "film|movie|series|episode|programme|program|book|novel|play|musical|story|drama|anime|show"
_NO_STORY = "|".join(sorted({*people.FIRST_PERSON, *people.AT_HOME}))
_NO_STORY += "|and|but|so|now|then|because|cos|like|since|after|copying|copies"
_NO_STORY += "|kids?|child|children|baby|rape[sd]?|naked|nudes?|sex|sexual|porn|real|really"
_STORY = (
    "(?:^|(?<=^i )|(?<=^we )|(?<= i )|(?<= we ))(?:watched|watching|read|reading|saw|did|wrote)"
    f" (?:a|an|the|this|that|another) (?:[a-z]+ )?(?:{_TOLD})"
    " (?:(?:in|for) [a-z]+ )?(?:where|in which)"
    f"(?: (?!(?:{_NO_STORY})\\b)[a-z0-9]+)+(?= \\.|$)"
)
"""A story to the end of its clause; who goes on, or speaks of themselves, tells of more."""

_JOBS = "|".join((*sorted(trades.WORKS_TWO), "detective", "firefighter", "soldier", "policeman"))
_JOB = f"(?:be|become|becoming|being|train as) (?:a|an) (?:[a-z]+ )??(?:{_JOBS})"

_AIM = (
    "personal(?= best)|pb|targets?|goals?|steps|gym|shops|road|beach|ball|crossbar|bullseye"
    "|jackpot|snooze|followers|subscribe|slopes|sales|century|puberty"
)
_HIT = f"(?:{_WE}|just|finally) hit (?:(?:my|our|the|a|new) )*(?:[0-9]+k? )?(?:{_AIM})"

_GAMES = (
    "apex|bedwars|blooket|brawl ?stars|call of duty|clash royale|cod|dead by daylight"
    "|fifa|forza|fortnite|gorilla tag|gta|halo|madden|mario(?: kart)?|minecraft|mk8"
    "|mortal kombat|overwatch|pokemon|pubg|roblox|rocket league|smash bros"
    "|sniper elite|splatoon|street fighter|subway surfers|tekken|valorant|warzone"
)
# Not "kill me" and the like: who writes in a game that he will is heard as ever.
_PLAY = (
    "(?:hit|hits|hitting|killed|kills|killing|shot|shoots|shooting|sniped|snipes|sniping"
    "|beat|beats|beating|destroyed|destroys|destroying|bombed|stabbed|attacked|attacks|attacking"
    "|smashed|smashes|smashing)"
    " (?:me|us|him|her|them|everyone|my (?:team|brother|sister|dad|mate|friend)) (?:on|in|at)"
    f" (?:{_GAMES})"
)
_PRAISE = (
    "(?:song|tune|track|beat|album|remix|chorus|intro|playlist|banger|pizza|burger|kebab|food"
    "|sauce|this|that) (?:(?:actually|absolutely|really|proper|lowkey|still|always) )*slaps"
    "(?! (?:me|my|us|our|him|her|his|them|their|someone|people|kids|children|the)\\b)"
)
_NAMED = (
    "macbeth|lady macbeth|hamlet|othello|romeo|mercutio|tybalt|shakespeare|an inspector calls"
    "|sheila birling|eva smith|of mice and men|lennie|lord of the flies|jekyll|mr hyde|animal farm"
    "|blood brothers|frankenstein|scrooge|sherlock holmes|hunger games|katniss|harry potter"
    "|voldemort|dumbledore|stranger things|squid game|star wars|darth vader|lion king|mufasa"
    "|henry (?:the )?(?:8th|eighth|viii|v|5th)|anne boleyn|guy fawkes|gunpowder plot|anne frank"
    "|jack the ripper|julius caesar|the (?:vikings|romans|tudors|nazis|aztecs|titanic|plague)"
    "|black death|world war|ww1|ww2|wwi|wwii|great fire|french revolution"
)
"""What is read at school, watched, or long past."""
_TELL = f"(?: (?!(?:{_NO_STORY}|who|which)\\b)[a-z0-9]+)"
_NAMED_STORY = (
    f"(?:{_NAMED}){_TELL}+"
    f"|(?:who|why|how|when|what|where|did|does)(?: (?:do|does|did|was|is|were|really))?{_TELL}+?"
    f" (?:{_NAMED})"
)
"""Of a story that everybody knows: a question up to its name, or what follows the name."""
_FOE = (
    f"(?:{_GAMES})|hollow knight|elden ring|boss|ender dragon|dragon|villagers?|creepers?|zombies?"
    "|mobs?|npcs?|wither|golem|skeletons?|raid"
)
_HOW_TO = (
    "(?:how|can|should) (?:(?:do|can|should|to) )?(?:i|you|u|we|ya)?(?: [a-z]+)??"
    " ?(?:beat|kill|defeat|kidnap|trap|steal|shoot|attack|fight|survive|destroy)"
    f"(?: (?:a|an|the|that|this|my|all|[a-z]+)){{0,3}}? (?:{_FOE})\\b{_TELL}*"
)
_LEVEL = (
    "(?:die|dies|dying|died|dead|killed) (?:on|in|at) (?:(?:the|this|that|a|my|every) )?"
    "(?:[a-z0-9]+ )?(?:level|boss|round|stage|map|checkpoint|wave|lobby|tutorial)(?: [0-9]+)?"
)
"""How something in a game is done, and where one dies in it."""
_PERSONS = "|".join(sorted({*people.FIRST_PERSON, *people.AT_HOME, "he", "she", "they", "who"}))
_IT_KILLS = (
    f"(?:{_THINGS})s?(?: (?!(?:{_PERSONS})\\b)[a-z]+){{0,5}}"
    " (?:its|it is|thats) (?:literally |actually )?killing me"
)
_SCOLDS = (
    "(?:(?:is|s|are|been|literally|actually|proper) killing|killed) me (?:over|about|with)"
    " (?:(?:my|the|some|all|this|that|these|those|his|her|their) )*"
    "(?:room|mess|homework|coursework|revision|essays?|hair|washing|dishes|chores|laundry|bedroom"
    "|vocab|spellings?|equations|worksheets|tests|questions|jokes|puns|kindness)"
)
_SCENE = (
    "(?:poison|murder|death|fight|stabbing|sword|battle|war|ghost)"
    " (?:scenes?|chapters?|acts?|stanzas?|soliloquy|monologue)"
)
_RUINS = (
    "(?:exam|test|paper|mocks?|maths|physics|chemistry|quiz|level)"
    " (?:(?:absolutely|proper|literally|completely|just) )*raped (?:me|us|everyone)"
)
_CORNERS = "corners? (?:the )?(?:girls|boys|kids|people|students|pupils)"
"""What some do to others time and again: nobody is trapped now."""
_TEAM = (
    "(?:arsenal|spurs|united|city|liverpool|everton|villa|newcastle|rangers|celtic|leeds|england"
    "|wales|scotland|ireland|west ham|(?:our|my|their|the other|his|her) team)"
    " (?:(?:got|get|were|was|absolutely|totally|completely|proper|well|just) )*"
    "(?:battered|hammered|smashed|thrashed|destroyed|slaughtered|beaten)"
)
_END = "(?= ?(?:lol|haha|x|now|today|again)?$)"
_MEDICINE = (
    "took (?:a|an|one|two|some|1|2|my) (?:paracetamols?|ibuprofens?|calpol|nurofen|antibiotics?"
    "|hay ?fever tablets?|antihistamines?|cough medicine|strepsils?|vitamins?|inhaler)"
    " for (?:(?:my|a|the) )?(?:head|headache|hed ?ache|migraine|period(?: pains?)?|cramps|back"
    f"|tooth|toothache|throat|sore throat|cold|cough|fever|temperature|knee|ankle|asthma){_END}"
)
_BODY = (
    "tummy|belly|tooth|teeth|mouth|gums?|ears?|eyes?|nose|throat|tonsils|neck|arm|elbow|wrist|hand"
    "|fingers?|thumb|knee|leg|ankle|foot|feet|toes?|head|hair|scalp|forehead|back|shoulder"
)
_CHECKED = (
    "(?:doctor|doc|dr|gp|nurse|dentist|orthodontist|optician|physio|paramedic|hairdresser|barber)"
    f" (?:just )?(?:touched|felt|pressed|pushed|poked|checked|looked at) my (?:{_BODY})(?: a bit)?"
    " (?:to (?:check|see|find|look|examine)|and (?:said|it was fine|its fine|im fine))"
    "(?: (?:the|my|a|if|for|at|whats?|how|where|is|was|im|it|its|all|ok|okay|fine|broken|wrong|"
    "appendix|temperature|infection|fracture|lump|glands?|braces?|filling|swelling|sprain|"
    f"rash|nits|better|healing|hurts|hurt|swollen|sprained|infected|pulse))*{_END}"
)
"""What is done to a body for its health, told to the end of the line and no further."""
_HOT = (
    "oven|cooker|hob|toaster|kettle|grill|pan|tray|straighteners|curlers|iron|radiator|bbq|pizza"
    "|tea|coffee|soup|noodles|chips|toast|hot chocolate|glue gun|candle|sparkler"
)
_MISHAP = (
    "(?:(?:i|ive) |(?<![a-z] ))(?:just |accidentally )*"
    "(?:(?:burnt|burned|scalded) my (?:tongue|mouth|lips?|hand|arm|wrist|fingers?|thumb|toes?)"
    f" (?:on|with) (?:(?:a|the|my|some|hot) )*(?:{_HOT})"
    "|cut my (?:finger|thumb|foot|toe|knee|chin|lip)(?: (?:on|chopping|cutting|making|cooking))?"
    "|(?:banged|bumped|knocked|hit|stubbed|grazed|scraped|trapped) my"
    " (?:head|knee|elbow|toe|shin|chin|finger|thumb|funny bone)"
    "(?: (?:on|in|off|against) (?:a|an|the|my)(?: (?:[a-z]+ )?[a-z]+ and (?:it|now it))?"
    "(?: (?:really|so|proper|just))*(?: (?:hurts?|stings?|bled|killed))?)?)"
)
"""What happened to one's own body by chance: only where nobody else is said to have done it."""
_SCORES = (
    f"(?:{_WE}) (?:(?:got|get|were|was|have been|absolutely|totally|completely|proper|well) )*"
    "(?:battered|hammered|smashed|thrashed|destroyed|slaughtered|beaten|beat)"
    " (?:[0-9]+ (?:[0-9]+|nil)|[a-z]+ nil)(?: by [a-z]+)?"
)
_PRETEND = (
    "(?<=we )(?:all )?(?:played|play|were playing) (?:the )?(?:kidnap|kidnappers|kidnapped"
    "|murder in the dark|wink murder|zombies|cops and robbers|police and robbers|prisoners?|wars?"
    "|soldiers|assassins)(?! (?:on|with) me)"
)
_JOKE = (
    "(?:brother|bro|sister|sis) (?:(?:is|s|are|will|would|actually|literally|deffo|so) )*"
    "(?:(?:gonna|going to|will|would|gona|about to) )?(?:kill|murder) me when (?:he|she|they)"
    " (?:sees|see|finds out|notices|realises) (?:that )?i(?:ve)?"
    " (?:ate|eaten|finished|beat|beaten|broke|lost|wore|borrowed|used|nicked|deleted|scratched)"
)
_HAIR = "cut (?:my|(?:my|her|his|their) own) (?:fringe|hair|bangs|nails|toenails)"
_CAMERA = (
    "shoot (?:[a-z]+ ){1,4}for (?:(?:my|our|the|a) )?"
    "(?:media|photography|film|film studies|art|yearbook|school|drama)"
    " (?:coursework|project|studies|portfolio|club|class|lesson|homework|magazine)"
)
_SLATE = (
    "(?:make|does|did|can|why is|get|is) (?:the|my|our|his|her|a|this) tablet (?:to )?"
    "(?:switch|turn|charge|update|lock|unlock|connect|freeze|crash|lag|screen"
    "|charger|case)(?:s|es|ed|ing)?"
)
"""A tablet that is a computer."""
_POLICE = "(?:the )?(?:police|polis|feds|cops|popo)"
_FEARS_POLICE = (
    "(?:are|r) (?:you|u|ya) (?:gonna|going to|guna|gunna) (?:call|ring|phone|tell|get|send|contact"
    f"|inform) {_POLICE}"
    "|(?:dont|do not) (?:want|wanna) (?:to (?:call|get|go to|involve|ring|speak to|talk to|tell) )?"
    f"{_POLICE}"
    f"|(?:will|wull|would|do|does|can) {_POLICE} (?:(?:always|definitely|gonna|have to|just|need to"
    "|really) )*(?:arrest|ask|believe|check|do|find|get|go through|keep|know|look|read|search|see"
    "|speak|take|talk|tell|want)"
)
"""Asked or said by who is afraid of the police: nobody is called for."""
_OF_BOREDOM = (
    "(?:die|dies|died|dying|dead) of (?:boredom|embarrassment|laughing|laughter|cringe)"
    "|bored to (?:death|tears)"
)
_BEATS = (
    "how (?:do|can|to|does|would) (?:(?:i|u|you|ya|we|anyone) )?(?:beat|defeat|get past|kill|pass"
    f"|survive|tame)(?: (?!(?:{_NO_STORY}|him|her|he|she|them|someone|somebody|people|man|guy)\\b)"
    "[a-z0-9]+){1,4} (?:it|he|they|she) (?:keeps?|always|just|kept) (?:killing|kills|kill) me"
)
"""What is fought in a game, without the game's name."""
_FOOD = (
    "(?:fish|chocolate|sponge|shortbread) fingers?|finger (?:buffet|food|paints?|painting|puppets?)"
)
_EVERY_DAY = (
    "tucks me in(?: (?:at night|every night|and|in bed))*|"
    "(?:dont|do not|never) want to be (?:a |an )?(?:girl|boy|man|woman|teenager|adult|grown up)|"
    "(?:rub|rubs|rubbed|rubbing) (?:(?:it|that|them|the [a-z]+) )?(?:off|out) (?:of )?the "
    "(?:white)?board"
)
_ANIMALS = "horses?|ponys?|pony|dogs?|puppy|pup|cats?|kitten|rabbits?|guinea pigs?|poodle|cockapoo"
_GROOMED = (
    f"(?:{_ANIMALS}) (?:(?:needs?|is|are|was|were|loves?|hates?|likes?|getting|gets|got|for|after"
    "|his|her|a|being) )*groom(?:ing|ed)|groom(?:ed|ing)? (?:(?:the|my|our|a|his|her|friends) )*"
    f"(?:{_ANIMALS})|(?:dog|cat|pet|poodle) groom(?:er|ers|ing)"
)
_FIGURES = re.compile(
    rf"\b(?:{_IT_KILLS}|{_KILLS}|{_STORY}|{_JOB}|{_HIT}|{_PLAY}|{_PRAISE}|{_MEDICINE}|{_CHECKED}"
    rf"|{_SCORES}|{_PRETEND}|{_JOKE}|{_HAIR}|{_CAMERA}|{_SLATE}|{_NAMED_STORY}|{_HOW_TO}|{_LEVEL}"
    rf"|{_SCOLDS}|{_SCENE}|{_RUINS}|{_TEAM}|{_CORNERS}|{_FEARS_POLICE}|{_OF_BOREDOM}|{_BEATS}"
    rf"|{_FOOD}|{_GROOMED}|{_EVERY_DAY})\b"
)
_MISHAPS = re.compile(rf"\b(?:{_MISHAP})\b")


def without_figures(words: Sequence[str]) -> list[str]:
    """The words with a BREAK in place of each figure."""
    line = " ".join([word or _STOP for word in words])
    left = _FIGURES.sub(f" {_STOP} ", line)
    if _MISHAPS.search(left) and not MEANT.search(line):
        left = _MISHAPS.sub(f" {_STOP} ", left)
    if left == line:
        return list(words)
    return [BREAK if word == _STOP else word for word in left.split()]
