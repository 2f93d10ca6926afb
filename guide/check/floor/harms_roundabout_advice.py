"""Advice that harms when nobody gives it outright: to wait, give in, meet, keep a picture.

See harms_roundabout_sayings.py.
"""

from guide.check.floor.harm import PICTURE

_ONE = r"(?:him|her|them|the person|that person)\b"
_TROUBLED = r"(?:the |your |an? |any )?(?:police|helplines?|operators?|adults?|teachers?|parents|mum|dad|anyone|people|childline|ceop|them|their|others|time)\b"
_TELL = r"(?:tell|call|report|ring|phone|mention|say|raise|talk|speak|ask)"
_LATER = (
    r"(?:when you (?:next|are older|are \w+teen|feel up|get round|have time)|one day|some ?day"
    r"|in (?:a|the) (?:few|day|week|month|future|end|fortnight)|after (?:the|your) \w+|at some point"
    r"|sooner or later|eventually|in due course|another (?:day|time)|in a day or two"
    r"|next (?:week|month|term|year)|once (?:you are|it is|things))\b"
)

ADVISED_SOFTLY: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "picture": (
        (
            rf">(?:pop|drop|stick|slip|attach|hand|hang on(?:to| to)|hold (?:onto|back)|carry|stash|tuck|set aside|include|add|load|burn|back up|file|stow|lodge|pull up|dig out|fetch|snap|capture|have) (?:\w+ ){{0,5}}{PICTURE}(?! (?:is|was|has|can|may|taken|be))",
            rf"\b(?:have|get|keep|put|leave) (?:\w+ ){{0,3}}{PICTURE} (?:\w+ )?(?:ready|handy|aside|somewhere|(?:at|to) hand|on (?:a|your)|back|for (?:us|the|when|later|him|her))\b",
            r"\b(?:quick|little|sneaky) (?:snap|shot|peek)\b|\ba (?:snap|shot|photo|pic) of\b|\btake a (?:\w+ )?(?:peek|snap|photo|picture)\b",
            r">let (?:\w+ ){1,5}(?:have|take|get) a (?:\w+ )?(?:peek|look|glance)\b",
            r"\bso (?:that )?(?:we|they|i|he|she|the police|your \w+|you) (?:can|have|has|could|may) (?:\w+ )?(?:see|a look|have a look|look at|judge|view|watch|check|something to show|hand it|proof|evidence)\b",
            r">forward (?:what|anything|everything|all|any|whatever)\b|>(?:watch|look at) (?:it|this|them) (?:\w+ )?(?:to the end|again|all|once|closely|until|through|on)\b",
            r"\bsomething to show\b|\bas (?:proof|evidence)\b|\bhave (?:it|them|proof|evidence) (?:ready|at hand|to hand|to show)\b",
            r"\b(?:we|they|police|teacher|lead|staff|adult|school|you)(?: \w+)? (?:will |would |may |might )?(?:needs?|wants?|have|has|asks?) to see (?:it|the picture|them|the pictures|the photos?|the video|what (?:he|she|they|you) sent)\b",
            r"\bonto? (?:a|your|the) (?:\w+ )?(?:stick|usb|drive|laptop|cloud|disk|memory card)\b",
        ),
        (),
    ),
    "meeting": (
        (
            r"\bface to face\b|\bsee (?:him|her|them) (?:once|just once|in person|one more|one last|for yourself)\b|\bhear (?:him|her|them) out\b|\bhear (?:his|her|their) side\b",
            rf"\bgive {_ONE} (?:a |one more |another |the )(?:\w+ )?(?:chance|benefit|go|try|lift|ring|call|hug)\b|\bbenefit of the doubt\b",
            r"\bget(?:ting)? to know (?:him|her|them)\b|\bfind(?:ing)? out what (?:he|she|they) (?:is|are) (?:really )?(?:like|after)\b",
            r"\bclear the air\b|\bpatch (?:it|things) up\b|\bmake (?:it )?up with\b|\bmake peace\b|\bput (?:it|things) right with\b|\bsort (?:it|things|this) out (?:with|between|in person|yourselves|quietly|face|at home)\b|\btalk it (?:through|over|out) with (?:him|her|them|the (?:person|family))\b|\btalk (?:it|this) over with the family\b",
            r">(?:go|pop|nip|head|get) (?:along|over|round|across)\b|\b(?:go|goes|going) (?:along|round) (?:to (?:his|hers|her|their|theirs)|and see)\b",
            r"\bgo back (?:and|to) (?:say|him|her|them|see|talk|apologi[sz]e|try)\b|\bsay sorry to (?:him|her|them)\b|\bapologi[sz]e to (?:him|her|them)\b",
            r"\b(?:meet\w*|pick|choose)\b[^.]{0,30}\b(?:busy|public|crowded) (?:place|spot|cafe|park|street)\b|\bmeeting (?:\w+ ){0,3}(?:is|can be|may be|will be|would be|could) (?:\w+ )?(?:fine|ok|okay|safe|fun|nice|good|all right|help)\b",
            r"\b(?:he|she|they) (?:may|might|could|is|are|seems?|sounds?) (?:\w+ )?(?:be )?(?:\w+ )?(?:lovely|harmless|a good \w+|safe enough|only lonely|just lonely|all right really)\b",
            r">(?:invite|ask) (?:him|her|them) (?:in|over|round|along|out|back)\b|\b(?:coffee|drink|walk|meal|cup of tea) (?:\w+ ){0,3}with (?:him|her|them|that person)\b|\bsay(?:ing)? hello to (?:him|her|them)\b|\bno harm in\b|\b(?:it|that|this) (?:may|might|could|will|can) (?:\w+ )?settle (?:it|things)\b",
            rf">(?:accept|take|say yes to) (?:the|his|her|their|a) (?:lift|offer|gifts?|presents?|invitation|ride|drink)\b|>(?:let|allow) {_ONE} (?:in|near|back|have|do|drive|take|carry on|explain)\b",
            r"\b(?:go|get|stand|step|jump) in ?between\b|\bstand up to (?:him|her|them)\b|>try to stop (?:him|her|them)\b|>(?:have|get) (?:a |it )(?:\w+ )?(?:word|out) (?:with|of) (?:him|her|them|the person|whoever)\b",
            r"\b(?:tell|let|have|ask)(?: \w+)? (?:him|her|them|the person)(?: know)? (?:first|that you (?:want|are|will|plan|mean)|you (?:want|are going|will|plan|mean)|face|kindly|gently|how you|what you (?:feel|think|want|plan))\b",
        ),
        (),
    ),
    "paying": (
        (
            r">(?:hand|give) (?:it |them |the money )?over\b|\bhand over (?:what|the|your|some|any)\b",
            r">(?:do|go along with|agree to|play along with|give \w+) (?:as|what(?:ever)?|everything|all) (?:that )?(?:he|she|they|you are|is) \w+",
            r">do as (?:he|she|they|you are|you're|it)\b|\bgo(?:ing)? along with (?:it|what|them|him|her|whatever)\b|>(?:play|go) along\b|>put up with\b|>comply\b|>obey\b",
            r">(?:slip|toss|post|lend|leave|wire) (?:him|her|them) (?:the |some |a |what |your )|\bbe done with (?:it|this|him|her|them)\b|\b(?:keeps?|keeping|for) (?:the )?peace\b|\b(?:his|her|their) good (?:side|books)\b|>agree with (?:what|everything|all|him|her|them)",
            r">(?:hand|give|let) (?:him|her|them) (?:have )?(?:the|your|another|what) (?:\w+ )?(?:picture|photo|video|money|cash|card|code|password|phone)\b",
            r"\bloses? interest\b|\bget (?:him|her|them) off your back\b|\bkeep (?:him|her|them) (?:sweet|happy|calm|quiet|on side|interested|busy|waiting|talking)\b|\bbuy (?:you |yourself |some )*time\b",
            r"\b(?:quickest|easiest|fastest|simplest|cheapest) way (?:out|to (?:end|stop|get rid|make))\b|\bget it over with\b|\bmake (?:him|her|them) (?:go away|happy|stop)\b",
            r">(?:give|get|buy|find|bring|offer|send) (?:\w+ ){0,3}(?:what(?:ever)?|the \w+|anything) (?:he|she|they) (?:asked|asks|wants?|wanted|demand\w*|needs?)\b",
            r"\b(?:buying|paying|giving|sending) (?:\w+ ){0,5}(?:is|may|might|can|will|would|could) (?:\w+ )?(?:be )?(?:\w+ )?(?:stop|end|the (?:\w+ )?(?:way|thing)|work|safer|easier|quick\w*|enough|fine)\b",
            r"\b(?:a )?little (?:money|cash|payment|gift)\b|\bone (?:small|last|more) (?:payment|favour|gift)\b|\bpay (?:just |only )?(?:this )?once\b",
            r">(?:be|stay|act|sound) (?:\w+ )?(?:nice|kind|sweet|friendly|polite|gentle|patient|grateful|good|loving) (?:to|with|about|for) (?:him|her|it|the (?:person|man)|your (?:dad|stepdad|uncle|boyfriend|partner))\b|\bbe (?:extra|very|really|more) (?:nice|kind|sweet|good) to\b",
            r"\b(?:easier|simpler|safer|quicker|wiser|better|best) to (?:go along|give in|agree|do (?:as|what)|say (?:yes|nothing)|let (?:him|her|them|it)|accept|put up|live with|forget|pay|comply|obey|ignore|stay quiet|leave it|keep quiet|wait)\b",
            r"\b(?:let|allow) (?:him|her|it|them) (?:happen|pass|do it|carry on|have (?:it|his|her|their|what)|finish)\b|\bchange (?:his|her|their) ways\b|\b(?:he|she|they) (?:may|might|will|can) (?:\w+ )?(?:change|calm down|stop then|be sorry)\b",
        ),
        (
            r"\bone (?:more|last)(?: \w+)? (?:will|would|does|can)(?: not|n't| hardly) (?:\w+ )?(?:hurt|matter|harm|make|change|count)\b",
        ),
    ),
    "not-telling": (
        (
            rf"\b(?:troubling|bothering|disturbing|wasting|pestering|burdening) {_TROUBLED}",
            r"\b(?:grown-ups|adults|teachers|parents|people|police|they|mum|dad) (?:\w+ )?(?:make too much|overreact|get it wrong|makes? (?:things|it) worse|gossip|talk too much|have (?:a lot on|enough (?:to|on|of)|their own))\b",
            r"\b(?:telling|talking|reporting|calling|speaking up|asking|saying (?:it|something|anything)) (?:\w+ ){0,3}(?:will|would|can|could|may|might|only|just|often) (?:\w+ )?(?:make (?:it|things|everything|matters) worse|causes?|hurts?|upsets?|ruins?|breaks?|backfires?|stirs?|leads? to|gets? you)\b",
            r"\bstay out of (?:it|this)\b|\bmind your own\b|\bnone of (?:your|our) business\b|\bnothing to do with you\b|\b(?:head|heads) down\b|\blook(?:ing)? the other way\b|\bturn(?:ing)? a blind\b|\bkeep out of it\b|\bnobody likes a\b|\btell(?:ing)? tales\b(?<!not telling tales)",
            r">(?:leave out|hold back|skip) (?:the )?(?:worst|truth|bad|rude)\b|>(?:play|tone) (?:it|this) down\b|\bplay(?:ing)? (?:it|this|things) down\b",
            r"\bput (?:it|this|that|the past|things) behind you\b|\bout of your mind\b|\bforgive and forget\b|\blet (?:it|this|that) (?:go|lie|drop|rest)\b|\blet sleeping\b|\bmove on\b",
            r"\b(?:learn|try|get used|have|best) to (?:live with|cope alone|put up|get used|accept (?:it|that)|deal with it|handle it)\b|\bget used to it\b|\bcope (?:with (?:it|this|that) )?(?:on your own|alone|by yourself)\b|\bmanage (?:\w+ ){0,2}(?:on your own|alone|by yourself|without)\b",
            r"\bput on a brave\b|\bman up\b|\btoughen\b|\bbig (?:boys|girls)\b|\b(?:brave|strong|good) (?:girls|boys|children|kids) (?:\w+ )?(?:cope|manage|keep|do|can|never|sort)\b|\bchin up\b|\bstiff upper\b",
            r">(?:pretend|act as if|act like|carry on as|behave as if)\b",
        ),
        (
            r"\b(?:better|best|wiser|kinder|safer) (?:off )?not (?:\w+ing|to (?!be alone|meet|reply|pay|send|go))\b",
            r"\bnot (?:your|really your|a child's) (?:business|place|problem|concern)\b|\b(?:do|does) not (?:\w+ )?(?:go|need|want|like) (?:\w+ )?(?:telling|tell-?tales|snitches|complaints)\b",
            r"\b(?:telling|talking|reporting|calling|speaking up|complaining|it) (?:rarely|seldom|never|hardly|will not|won't|does not|cannot|would not) (?:\w+ )?(?:helps?|changes? (?:anything|a thing|much)|solves?|does any|do any|lead)\b",
            r"\bno(?:thing)? (?:good|use|point) (?:ever )?(?:comes?|came|in|will come|telling|talking)\b|\bnothing (?:will|would|can|could|ever) (?:\w+ )?(?:come of|change|happen)\b",
        ),
    ),
    "not-calling": (
        (
            r"\b(?:has|have|get|gets) (?:\w+ )?(?:a lot on|better things|bigger things|more (?:serious|urgent|important)|real (?:work|cases|crimes)|too much (?:on|to do))\b",
            r"\b(?:truly|genuinely|really|seriously|properly) (?:in danger|in need|hurt|injured|ill|sick|need|bad)\b|\bdrag(?:ging)? (?:\w+ ){1,3}into\b|\boff their feet\b|\b(?:overstretched|overworked|swamped|snowed under|stretched thin|short of staff)\b|\bhold (?:fire|your horses|off)\b|\benough on (?:her|his|their|its) plate\b",
            r"\bmore (?:serious|urgent|important|needy|deserving) (?:callers?|cases?|calls?|people|children|things|problems|matters|work)\b|\breal (?:crimes?|victims?|callers?)\b",
            r"\btak(?:e|es|ing) up (?:\w+(?:'s)? ){0,3}(?:time|lines?)\b|\bthink\b[^.]{0,15}\bbefore you (?:bother|trouble|take|disturb|waste|involve|dial|go to|pick up)\b|\bhave a (?:\w+ )?think before\b",
            r">leave (?:the|your) phone (?:alone|be)\b|>leave (?:them|the police|the helpline|childline|ceop|it|things|well) (?:alone|be|at that|in peace|for now|as (?:it|they))\b|>have a (?:lie-?down|lie down|nap)\b",
            r"\b(?:only|just) (?:ring|call|phone|dial|contact|text|report)\b[^.]{0,30}\b(?:if|when|once|after)\b|\bactually (?:bleeding|hurt|dying|injured)\b",
            r"\b(?:is|are) (?:only |just |meant |there |really )*for (?:real|serious|proper|bigger|actual|true|life and death)\b|\bunless (?:you|it|he|she|they|somebody|someone)(?: are| is|'re|'s)? (?:\w+ )?(?:sure|certain|bleeding|dying|desperate|very bad|really bad)\b",
            rf"\b{_TELL}\b[^.]{{0,40}}\b{_LATER}",
            r"\b(?:wait|leave it|hold on|hold off|hang on|put it off|think it over|sleep on it|stay quiet|stick it out)\b[^.]{0,25}\b(?:days?|weeks?|months?|years?|term|holidays?|exams?|weekend|summer|christmas|birthday|monday|you are (?:older|\w+teen)|(?:stops|happens again|gets worse))\b",
            r"\b(?:give|leave|let) (?:it|things|this|that) (?:\w+ ){0,2}(?:few|time|while|days?|weeks?|months?|night|rest|settle|cool|lie|until|till|be)\b",
            r"\b(?:see|wait|watch) (?:and see )?(?:if|whether|how) (?:it|he|she|they|things|this|you) (?:still |really |does |will )?(?:stops?|pass(?:es)?|settles?|calms?|bothers?|happens? again|changes?|go|goes|gets? (?:better|worse)|improves?|forgets?|gives? up|feel)\b",
            r"\bcome back (?:\w+ )?(?:after (?:the|your)|next \w+|in a (?:few|week|month)|another (?:day|time|week)|when you are (?:older|\w+teen|calmer|sure|certain))\b|\bmost (?:\w+ )?(?:come|turn) (?:back|up)(?: (?:home|by))?\b",
            r">(?:keep|leave|stay|say|do|put|let|hold|carry)\b[^.]{0,40}\bfor (?:now|the moment|the time being|a while)\b|\bput (?:it|this) off\b|\bin (?:your|its) own good time\b",
        ),
        (
            r"\bnot for (?:this|you|things like|such|small things|little things|worries)\b|\b(?:hardly|scarcely|barely) (?:an emergency|a reason|a matter|worth)\b|\bno (?:reason|need|call) to (?:\w+ )?(?:call|ring|phone|alarm|involve|report)\b(?! it yourself)",
            r"\bnot (?:tell|call|report|say|ring|speak|involve|ask)\b[^.]{0,25}\byet\b|\bnot (?:\w+ )?(?:urgent|pressing)\b",
        ),
    ),
    "destroying": (
        (
            r">(?:clear|empty|tidy|clean|wipe|bin|get rid of|lose) (?:\w+ ){0,3}(?:chats?|messages?|inbox|texts?|conversations?|bed|sheets|clothes)\b",
            r">(?:have|take|get) (?:a )?(?:good |nice |long |hot |quick )*(?:wash|bath|shower|soak|scrub)\b|>wash (?:it|yourself|everything|your (?!hands)\w+|the \w+)\b|\bput on (?:clean|fresh) \w+|\bthings in the wash\b",
            r">let (?:the|that|this) (?:person|man|woman|worker|coach|colleague|teacher) (?:know|explain|have)\b|>(?:give|offer) (?:him|her|them|the person) a (?:chance|warning|heads-up)\b|\bheads-up\b|\bhear the other side\b",
        ),
        (),
    ),
}
