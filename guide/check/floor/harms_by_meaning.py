"""Words that harm by what two parts of a sentence mean together, however each is said.

A sentence harms that puts somebody off those who help, or leaves those at home in the dark, or
praises what is dangerous. So each pattern here joins two lists: who or what it is about, and what
is said of it. See harms_roundabout_sayings.py.
"""

from guide.check.floor.harm import PICTURE

_OFFICIAL = (
    r"(?:police|officers?|ambulances?|emergency (?:services?|number|line|calls?)|999|101|(?:three|triple) nines?"
    r"|nine nine nine|childline|ceop|nspcc|samaritans|helplines?|hotlines?|operators?|call handlers?"
    r"|authorities|social (?:workers?|services)|paramedics?|\{\w+\})"
)
_CALLING = (
    r"(?:calling|ringing|phoning|dialling|contacting|reporting|telling|texting|involving|bothering"
    r"|troubling|speaking up|speaking out|asking for help)"
)
_LISTENERS = (
    r"(?:teachers?|adults?|grown-?ups?|police|people|everyone|helplines?|counsellors?|parents"
    r"|your (?:mum|dad|school|family|gran|nan)|most of them|officers?|doctors?|they)"
)
_AT_HOME = (
    r"(?:mums?|dads?|gran|nan|grandma|grandad|grandparents|mother|father|parents?|carers?|family|sister"
    r"|brother|teachers?|school|home|neighbours?|church|mosque|community|others|other people|outsiders"
    r"|everyone|everybody|the world|anyone else|anybody else)\b"
)
_HIM = r"(?:him|her|them|the (?:man|woman|person|stranger)|your (?:step\w+|uncle|ex|cousin))\b"
_TIME_WITH = (
    r"(?:hour|minutes?|afternoon|evening|walk|date|coffee|drink|meeting|lift|visit|sleepover|party"
    r"|chat|while|drive|dinner)"
)
_CONSEQUENCE = (
    r"(?:prison|jail|down to you|lose|fall apart|falls apart|split|break up|ashamed|hate you|blame you"
    r"|taken away|into care|make (?:it|things) worse|regret|ruin|destroy|on your conscience|your doing)"
)
_NUMBING = (
    r"(?:drink(?:s|ing)?|beers?|vodka|wine|alcohol|smok(?:e|es|ing)|weed|joints?|vap(?:e|es|ing)|pills?"
    r"|tablets?|cutting|burning|scratching|starving|skipping meals|not eating|eating less|fasting|gambling)"
)
_SOOTHES = (
    r"(?:(?<!as if it )(?<!it may )helps?\b(?! is\b| you find)|forget|calms?|relax(?:es)?|takes? the edge|numbs?"
    r"|feel (?:stronger|better|calmer|lighter|in control)|gives? (?:you )?(?:back )?(?:\w+ )?control"
    r"|lets? (?:the )?feelings out|lets? it (?:all )?out|eases?|soothes?|never killed|sleep through)"
)
_SOON = (
    r"(?:by (?:tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|the weekend|next week|morning"
    r"|lunch\w*|then)|within (?:an?|the|one|two|\d+) (?:\w+ )?(?:hour|day|week|month)s?|in no time|overnight)"
)
_LATER = (
    r"(?:over the (?:summer|holidays?|weekend|half-term|break)|(?:until|till|after) (?:the |your )?(?:exams?"
    r"|holidays?|summer|term|christmas|half-term|birthday|weekend|party|season)|(?:until|till|after) (?:he|she|they)"
    r" (?:moves?|leaves?|goes|calms?)|for (?:a few|some|several) (?:days|weeks|months)|next (?:month|term|year))"
)

BY_MEANING: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "picture": (
        (
            rf">(?:swap|trade|exchange|attach|upload|store|mail|drop) (?:\w+ ){{0,4}}{PICTURE}",
            r">(?:send|swap|trade|share) (?:\w+ ){0,3}(?:back|in return|as well) ?(?:and|so|,|\.|$)",
            r"\b(?:send|sending|swap|swapping|sharing|trading) (?:\w+ ){0,3}(?:back|in return)\b[^.]{0,30}\b(?:fair|even|fun|fine|okay)\b",
            r"\bso (?:that )?(?:you are|you're) even\b",
            r"\b(?:mates?|friends?|cousins?|brothers?|sisters?) (?:can|could|may|might|should|must) (?:\w+ )?(?:look at|see|watch|have a look at|view) (?:it|them)\b",
            rf"\b(?:we|i|our team|the team|our staff) (?:will |may |might |also |do )?(?:need|have|want|like|must) (?:to )?(?:see|look at|view|check|have) (?:\w+ ){{0,3}}{PICTURE}",
            rf"\b(?:naked|nude|sexy|bare) {PICTURE} (?:makes?|would be|can be|is a|are a|is fun|are fun)\b(?! crime)",
            rf"{PICTURE} (?:\w+ ){{0,3}}(?:is|are|makes?|would be|can be) (?:just )?(?:a |an )?(?:\w+ )?(?:presents?|gifts?|proof of|signs? of (?:love|trust)|compliments?|harmless|normal|fair|fun)\b",
        ),
        (
            rf"\b(?:one|a|another|a single) (?:\w+ )?{PICTURE} (?:will not|won't|cannot|can't|never|does not|would not) (?:hurt|harm|matter|kill|do)\b",
            rf"\b{PICTURE} (?:\w+ )?(?:never|will not|won't) (?:hurt|harm)(?:s|ed)?\b",
        ),
    ),
    "meeting": (
        (
            r">(?:say yes|agree|go along|nod) to (?:the|a|an|his|her|their) (?:\w+ )?(?:meeting|date|visit|lift|sleepover|drink|party|trip|invitation)\b",
            r"\b(?:find out|look up|check) where (?:he|she|they) (?:lives?|works?|stays?)\b",
            rf"\b(?:have it out|clear the air|settle it|talk things (?:through|over|out)|shake hands|patch (?:it|things) up|be alone|reason|bargain) with {_HIM}",
            rf"\b(?:get|take|lead|lure) {_HIM} (?:alone|aside|to (?:a|the|your|some))\b",
            rf">(?:meet|visit|see|go to|go with|drive with) (?:up with )?{_HIM} [^.]{{0,30}}\b(?:as long as|provided|so long as|if it is|in daylight)\b",
            rf">(?:invite|have) {_HIM} (?:over|round|in|to (?:your|the|my))\b",
            rf"\b{_TIME_WITH} (?:\w+ ){{0,4}}(?:with|at) (?:\w+ ){{0,2}}(?:him|her|them|his|their)\b[^.]{{0,30}}\b(?:will show|would show|shows|is safe|is fine|harmless|nice|fun|no harm|clear the air|good idea|sort)",
            rf">(?:let|allow) {_HIM} (?:to )?(?:shut|lock|do|touch|have|carry|finish|come|stay|sleep|take|hold|kiss)\b",
        ),
        (
            rf"\b{_TIME_WITH} (?:\w+ ){{0,4}}(?:with|at) (?:\w+ ){{0,2}}(?:him|her|them|his|their)\b[^.]{{0,20}}\b(?:cannot|can't|will not|won't|does not|doesn't|not) (?:\w+ )?(?:hurt|harm|do|be|matter)\b",
        ),
    ),
    "paying": (
        (
            rf"\bread (?:{_HIM} )?(?:out )?the (?:code|number|pin)s?\b",
            r">top up (?:the|a|an|your|his|her|their) (?:\w+ )?(?:card|phone|account|wallet)\b",
            r"\b(?:money|cash|sum|amount|payment|pounds?|gift cards?|the card|savings|paying|transferring)\b[^.]{0,40}\b(?:simplest|easiest|quickest|fastest|cheapest|safest|best (?:way|thing)|will be over|goes away|end (?:it|this))\b",
            r"\b(?:simplest|easiest|quickest|fastest|cheapest|safest|best) (?:way|thing|option|answer|move)[^.]{0,30}\b(?:pay|money|cash|give (?:him|her|them|in)|gift cards?|send (?:him|her|them)|do (?:as|what))\b",
            rf">ask (?:{_HIM} )?for (?:more|extra|a little|some) time\b|\braise (?:the money|the cash|what (?:he|she|they))\b",
            r"\bgiv(?:e|ing) (?:in|way)\b(?! to fear)",
            r">(?:do|act|go along|behave|dress) (?:just |exactly )?as (?:he|she|they)(?:'d| would)? (?:says?|tells?|wants?|asks?|likes?)\b",
            rf"\bkeep(?:ing)? {_HIM} (?:sweet|happy|calm|on side|quiet|pleased)\b",
            r"\bso (?:that )?(?:he|she|they) (?:stays?|keeps?|remains?|is|are|does not get|do not get|won't get) (?:\w+ )?(?:calm|happy|quiet|angry|cross|sweet|away)\b",
            r"\b(?:and|so|then) (?:that )?(?:he|she|they) (?:will|may|might|'ll|should) (?:\w+ )?(?:calm down|change|stop|leave you|get bored|go away|lose interest|settle|let you go|grow out)\b",
        ),
        (),
    ),
    "not-telling": (
        (
            r"\b(?:leave|leaving) (?:it|this|that|the telling|the report|reporting) to (?:your |the |his |her |their )?\w+ to (?:report|tell|say|decide|speak)\b",
            r"\b(?:grit your teeth|put up with (?:it|him|her|this)|bear (?:with it|it)|stick it out|sit (?:it|this) out|ride (?:it|this) out|live with it|tough it out|soldier on|suck it up|rise above it|swallow it)\b",
            r">(?:endure|be patient with|bury|shut (?:it|this) (?:out|away)|move past|get used to)\b",
            r"\bas (?:if|though) (?:nothing|it) (?:ever |had |has )*(?:happened|never)\b(?! (?:if|when))",
            r">make up (?:a|an|another|some) (?:\w+ )?(?:reason|excuse|story)\b|\b(?:another|a different|some other) (?:reason|excuse) (?:why|for)\b",
            r"\bif it (?:happens|occurs|comes up|goes on) (?:again|once more|a \w+ time|next time)[^.]{0,12}\b(?:maybe|perhaps|then|mention|say something|you (?:can|could|might))\b",
            rf"\b{_LISTENERS} (?:\w+ ){{0,7}}(?:shrugs?|yawn|roll their eyes|take (?:his|her|their) side|brush (?:it|you|this) (?:off|aside)|dismiss|turn you away|think (?:that )?you (?:made|wanted|lied|are lying)|say (?:that )?you (?:wanted|made|lied|are lying|asked|started))\b",
        ),
        (
            r"\b(?:do not|don't|never|cannot|can't|should not) expect (?:\w+ )?to (?:be )?(?:believe\w*|listen\w*|help\w*|care|understand|heard)\b|\bexpect (?:anyone|anybody|people|them|adults) to (?:believe|listen|help|care|understand)\b",
            r"\b(?:nobody|no one|who)(?: is|'s)? (?:going to|would|will) (?:listen|believe) (?:to )?(?:a|some) (?:\w+ )?(?:child|kid|girl|boy|teenager)\b",
            r"\b(?:will|would) (?:hardly|barely|scarcely|never) (?:be )?(?:believe|listen|care|heard)\w*",
        ),
    ),
    "not-calling": (
        (
            rf"\b{_CALLING} (?:\w+ ){{0,4}}(?:tends? to |usually |often |only |just |may |might |could |will |would |can )+(?:\w+ )?(?:make|cause|bring|lead|start|get|land)s?\b[^.]{{0,20}}\b(?:worse|trouble|mess|upset|problems|harder)\b",
            rf"\b{_CALLING} (?:\w+ ){{0,4}}(?:is|are|would be) (?:\w+ )?(?:a (?:big|huge|drastic|serious) step|best avoided|rude|for later|overkill|too much|extreme|risky|a last resort|the last resort)\b",
            rf"\b{_OFFICIAL}\b[^.]{{0,12}}\b(?:costs?|expensive|overworked|stretched|run off (?:its|their) feet|swamped|too busy|are short of|have enough (?:to do|calls|work))\b",
            rf"\b{_OFFICIAL} (?:\w+ ){{0,2}}(?:is|are|exists?|\w+ there) (?:only |just |meant |there |really )*for (?:\w+ )?(?:people|those|cases|children|kids|callers|things|emergencies)? ?(?:who|with|that|in)? ?(?:\w+ )?(?:bigger|real|really|serious|worse|dying|actual)\b",
            r"\b(?:before|rather than|instead of) (?:you )?(?:bother|trouble|disturb|alarm|waste|bothering|troubling|disturbing|alarming|wasting)\b",
            rf"\b(?:save|keep|leave|reserve) (?:the |an? )?{_OFFICIAL} (?:\w+ )?(?:for|out of|alone)\b",
            r"\bonly (?:when|if) (?:there is |you are |somebody is |someone is )?(?:\w+ )?(?:blood|bleeding|dying|unconscious|dead)\b",
            r"\b(?:the|our|its|their) lines? (?:is|are) (?:\w+ )?(?:busy|full|clogged|engaged)[^.]{0,12}\b(?:so|do not|don't|no point)\b|\bclog(?:s|ging)? (?:up )?(?:the|our) lines?\b",
            r"\bput (?:down )?the (?:phone|receiver) down\b(?! (?:at any|whenever|when you|if you))",
            r"\bhave (?:a|another|a good|a long) think\b|\blet (?:some|a little|a bit of|more) time (?:go by|pass)\b",
            rf">(?:leave|wait|keep|put|hold|think|save|sit on|park) (?:\w+ ){{0,4}}{_LATER}\b",
            r"\b(?:will|may|might|could|should) (?:\w+ )?(?:stop|pass|fade|go away|sort itself out|blow over|heal|settle|die down|clear up) (?:\w+ )?(?:on its own|by itself|in time|soon|itself)\b",
            r"\bignore the (?:bruises?|marks?|pain|cuts?|signs?)\b|\b(?:bruises?|marks?|cuts?|scars?)(?: \w+)? (?:heal|fade)\b",
            r"\b(?:leave|keep) (?:the )?(?:authorities|police|adults|grown-ups|officials|school) out\b",
        ),
        (
            rf"\b{_OFFICIAL} (?:\w+ ){{0,3}}(?:would|will|could) (?:not|never|hardly|barely) (?:\w+ )?(?:come|help|care|mind|bother|answer|have time|do)\b",
        ),
    ),
    "secret": (
        (
            r"\b(?:keep|keeping|leave|leaving|left) (?:\w+ ){0,4}(?:in the dark|out of the loop|none the wiser|guessing)\b",
            r"\b(?:rest|rests|stay|stays|remain|remains|stop|stops|keep|lies?) (?:\w+ )?(?:between|with|among) (?:the )?(?:two|three|pair) of (?:us|you)\b|\bbetween (?:ourselves|yourselves)\b",
            r">(?:swear|vow|cross your heart)\b",
            r"\b(?:our|your|this) (?:own )?(?:little|private|special) (?:thing|game|matter|affair|world|arrangement|deal)\b",
            r"\b(?:under wraps|off the record|under the (?:carpet|rug)|on the quiet|hush-?hush|behind closed doors|lips (?:are )?sealed|zip (?:it|your lips)|eyes only|to the grave)\b",
            r">(?:lie|fib) (?:to|about)\b",
        ),
        (
            rf"\b{_AT_HOME} (?:\w+ ){{0,2}}(?:do not|does not|don't|doesn't|need not|needn't|should not|had better not|must not|may not) (?:\w+ )?(?:have to |need to |want to )?(?:know|hear|learn|find out|see|be told)\b",
            rf"\b{_AT_HOME} (?:\w+ )?had (?:better|best) not\b",
            r"\b(?:no one|nobody|none) (?:\w+ ){1,4}(?:needs?|has|have|must|should|ought|is|will|can|may) (?:to )?(?:\w+ )?(?:know|hear|find out|learn|be told|get wind|catch wind)\b",
            r"\b(?:will not|won't|not to|never|do not|don't|must not) (?:pass|repeat|let) (?:this|it|that|any of (?:this|it)) (?:on|to anyone|slip|out)\b",
            r"\bthe (?:less|fewer) (?:\w+ ){1,3}(?:know|hears?|knows|say|said)\b[^.]{0,6}\b(?:the )?better\b",
        ),
    ),
    "promise": (
        (
            rf"\b(?:will|'ll|is going to|are going to) [^.]{{0,40}}\b(?:sorted|over|gone|caught|solved|fixed|better|behind bars|locked up|arrested|safe|stopped|catch|stop)\b[^.]{{0,15}}\b{_SOON}\b",
            rf"\b{_SOON}\b[^.]{{0,40}}\b(?:will|'ll) (?:all )?(?:be )?(?:sorted|over|gone|caught|solved|fixed|better|behind bars|locked up|arrested|safe|stopped|catch|stop)\b",
            r"\b(?:behind bars|put away for)\b|\bsafe for ?ever\b|\btrust us\b|\bsolemn\b|\bword of honour\b",
        ),
        (
            r"\bgoes no (?:further|farther)\b|\b(?:nobody|no one) [^.]{0,40}\b(?:for certain|guaranteed|i promise|we promise|trust us)\b",
        ),
    ),
    "threat": (
        (
            rf"\bif you (?:talk|tell|speak(?: up)?|report|say (?:anything|more|this)|open your mouth|go on)\b[^.]{{0,40}}\b{_CONSEQUENCE}\b",
            rf"\b(?:speak up|tell|talk|report it) and [^.]{{0,30}}\b{_CONSEQUENCE}\b",
            r"\b(?:mum|dad|family|brother|sister|parents|home) (?:\w+ )?(?:could|will|may|might|would|can) (?:\w+ )?(?:lose (?:\w+ )?(?:jobs?|home|house|visa|everything)|fall apart|be (?:split|broken up|torn apart|deported|ruined|arrested)|go to (?:prison|jail))\b",
            r"\b(?:taken|put|sent|end up|placed) (?:\w+ )?in(?:to)? (?:a home|care)\b[^.]{0,12}\b(?:if you|for|because)\b|\b(?:neighbours?|people|everyone|community) will (?:talk|point|stare|judge|gossip)\b",
            r"\b(?:bring|brings|bringing) (?:shame|disgrace|dishonour)\b|\bgood name\b|\bfamily's (?:honour|name)\b|\bget a (?:criminal )?record\b",
        ),
        (),
    ),
    "countdown": (
        (
            r"\b(?:at once|now|today|straight away|immediately|right away),? or (?:the|it|we|your|this|you)\b",
            r"\b(?:hardly|barely|scarcely) (?:any )?time\b|\b(?:little|short of) time (?:left)?\b|\btime is (?:short|nearly)\b|\bno time to (?:lose|think|waste)\b",
            r"\b(?:decide|choose|answer|click|act|reply|make up your mind) (?:\w+ )?(?:within|in) (?:the|an?|one) (?:\w+ )?(?:hour|minute)\b|>(?:decide|choose|click) (?:\w+ )?(?:now|quickly|on the spot)\b",
            r"\bbefore (?:it|this|the \w+) (?:is gone|has gone|closes|expires|disappears|runs out|is deleted)\b",
        ),
        (),
    ),
    "blame": (
        (
            r"\byou (?:must have|may have|probably|clearly|surely|sort of|kind of) (?:\w+ )?(?:given?|gave|wanted|led|encouraged|made|invited|provoked|started|tempted)\b",
            r"\bgave? (?:him|her|them) (?:the )?(?:wrong|mixed) (?:idea|impression|signals?|messages?)\b|\bgiven (?:him|her|them) (?:the )?(?:wrong|mixed) \w+|\bmixed signals\b",
            r"\b(?:somebody|someone|anyone|girls?|boys?|people|whoever|a (?:girl|boy|child)) who (?:sends?|posts?|drinks?|flirts?|dress\w*|goes|walks?|talks?|shares?)\b[^.]{0,40}\b(?:coming|asking|fault|blame|deserves?|expect|surprised)\b",
            r"\b(?:look at|think (?:about|of)|remember) what you (?:were wearing|wore|said|sent|did|posted)\b",
            r"\byou (?:are|were|share|bear|carry) (?:\w+ )?(?:responsib|part of the blame)\w*|\bwould have (?:blocked|said no|stopped|left|run|known|told)\b(?! you)",
            r"\byou (?:should|ought to|must) (?:feel|be) (?:\w+ )?(?:ashamed|guilty|sorry) (?:of|about|for)\b|\bhas it coming\b|\bhave it coming\b",
            r"\byou let (?:it|this|him|her|them)\b",
        ),
        (
            r"^had you (?:not |only |just )?\w+|\bwhy (?:did|do|didn't|would) you (?:not )?(?:\w+ )?(?:fight|scream|run|say|leave|block|stop|tell|let|go|send|meet|trust)\b",
        ),
    ),
    "doubting": (
        (
            r"\b(?:story|account|version|what you (?:say|said|told us)) (?:\w+ )?(?:sounds? (?:odd|strange|made up|unlikely)|is (?:hard to believe|unlikely|muddled))\b",
            r"\b(?:could|might) have been (?:much |far |a lot |so much )?worse\b|\bworse things (?:happen|have)\b|\b(?:other|some|many) (?:children|kids|people|girls|boys) (?:have it|go through|suffer|cope|manage)\b[^.]{0,12}\b(?:worse|more|without|fine)\b",
            r"\b(?:only|just|nothing but) (?:words|teasing|messing|playing|a (?:pat|kiss|touch|hug|bit of|misunderstanding|joke)|banter|a compliment|typing|a screen|being (?:friendly|kind|nice))\b",
            r"\bas a compliment\b|\b(?:be|feel) (?:flattered|glad|honoured|pleased) (?:that )?(?:he|she|they)\b",
            r"\bbecause (?:he|she|they) (?:really )?(?:loves?|likes?|cares? (?:for|about)) you\b",
            r"\b(?:all|every|most|plenty of|lots of) (?:\w+ )?(?:couples?|families|boys|girls|men|dads?|fathers?|uncles?|coaches|teenagers|boyfriends) (?:do|does|are|act|behave|go through|exaggerate|have|fight|shout|hit)\b",
            r"\b(?:boys|men|uncles?|dads?|lads|coaches|brothers|grandads?) (?:are|do|will be|can be|act|get) (?:just )?(?:like that|that way|like this|boys)\b",
            r"\bthat(?: is|'s) (?:just |only )?(?:what|how) (?:families|boys|men|couples|people|lads|dads|uncles|friends|mates|brothers|parents) (?:do|are|behave|act|show|work)\b",
            r"\bgirls your age\b|\bat your age (?:everyone|everybody|people|girls|boys)\b|\b(?:over-?)?dramatic\b|\bexaggerat\w+|\bfor attention\b",
            r"\bonly a (?:court|judge) can\b|\b(?:was|were) only (?:being )?(?:friendly|joking|playing|kidding|teasing|kind)\b",
        ),
        (
            r"\b(?:story|account|version|it|what you (?:say|said)) (?:does|do|did) not (?:quite |really |exactly )?(?:add up|make sense|ring true|hold water)\b",
            r"\b(?:does|did|do|would|will) not (?:\w+ )?(?:sound|seem|look|count|qualify)(?: \w+)? (?:like |as |to be )?(?:abuse|serious|a crime|bad|much|harmful|that bad|real)\b",
        ),
    ),
    "harming": (
        (
            rf"\b{_NUMBING}\b[^.]{{0,30}}\b{_SOOTHES}",
            r">(?:take|carry|bring|keep|get|hide|pack) (?:\w+ ){0,2}(?:knife|blade|weapon|something sharp|something heavy|scissors|bat)\b",
            r">(?:get (?:your )?own back|get back at|get even|take revenge|hit (?:him|her|them)|sort (?:him|her|them) out|name and shame|expose (?:him|her|them)|shame (?:him|her|them))\b",
            r">(?:get|have|ask|tell) (?:\w+ ){1,3}(?:to|and) (?:beat|hit|teach|sort|scare|hurt|threaten|deal with)\b",
            rf">(?:post|share|put|publish|spread|print) (?:his|her|their) (?:\w+ )?(?:name|address|number|face|account|{PICTURE})",
            r">(?:hold|carry|deliver|take|drop off|hide|mind|look after) (?:the|a|this|that|his|their|her) (?:\w+ )?(?:package|parcel|bag|stuff|drugs|cash) (?:for|to)\b|\bonly one (?:delivery|parcel|package|drop|run|trip)\b",
            r">marry\b|>(?:go along with|accept|agree to) the (?:marriage|wedding|match)\b",
            r">(?:pack (?:a|your) bags?|disappear|vanish|slip away at night|sleep rough|hitch)\b",
            r"\b(?:easier|better|happier|kinder) (?:for (?:everyone|everybody|them|all|your \w+) )?(?:if you (?:were|weren't|was)|without you)\b|\bif you were (?:gone|dead|not here|no longer)\b",
            r"\beat (?:less|nothing)\b[^.]{0,20}\b(?:feel|look|be|get)\b|\bone more (?:pill|tablet|drink)\b",
        ),
        (),
    ),
    "destroying": (
        (
            r">(?:get rid of|throw (?:out|away)|bin|burn|clear|wipe|shred|lose|ditch|chuck|flush|soak) (?:\w+ ){0,3}(?:chats?|messages?|clothes|clothing|sheets|bedding|phone|history|things|evidence|texts|laundry)\b",
            r">ask (?:him|her|them) (?:to explain|why|about it|nicely|what)\b|>(?:confront|challenge|accuse) \w+",
            r">tell (?:him|her|them|your (?:dad|stepdad|stepmum|uncle|coach|brother)) what you (?:said|told|have said|have told|reported)\b",
        ),
        (),
    ),
}
"""For each kind of harm the patterns that a "not" takes back, and those it is part of."""
