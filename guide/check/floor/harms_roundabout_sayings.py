"""What the kinds of harm are when nobody says them outright: blame, secrets, promises, doubt.

A family of meaning a line. They are told apart from the plain ones (harms_said.py,
harms_of_doubt.py) as they are wide, and so each leaves room for what a kind text says with the
same words: "if they say that it is your fault", "you can tell, even if you promised not to".
"""

from guide.check.floor.harm import CLOSE_ONES

_US = (
    r"(?:you two|the two of (?:you|us)|you and \w+|(?:both|the pair) of you|us|ourselves"
    r"|yourselves|yourself|these walls|(?:this|the) (?:room|house|home|family)|friends)\b"
)
_ALL_OF_IT = (
    r"(?:this|that|it|everything|anything|nothing|whatever|(?:what|whatever) (?:\w+ ){1,5})"
)
_HELPERS = (
    r"(?:teachers?|adults?|grown-ups|police|parents|officers?|mum|dad|helplines?|everyone|everybody"
    r"|people|doctors?|school|staff|nobody|no one)"
)
_SOFTLY = r"(?:\w+ )?(?:will|would|may|might|could|can|often|usually|tend to|is going to|are going to) (?:\w+ )?"

ROUNDABOUT_SAYINGS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "secret": (
        (
            rf"\b(?:stays?|kept|keep|left|leave|remains?|staying|keeping) (?:\w+ ){{0,3}}(?:between|among|amongst|within|inside) {_US}",
            rf"\b{_ALL_OF_IT} ?(?:\w+ ){{0,2}}(?:stays?|kept|remains?|belongs?) (?:right |just |safe )?(?:in|with|at|inside) (?:(?:this|the) (?:room|home|house|family)|home|us|me|here)\b",
            r"\b(?:best|better|safer|wiser|kinder|easier|nicer) (?:\w+ )?(?:left|unsaid|untold|hidden|forgotten|kept (?:quiet|private|hidden|between|among|in))\b",
            r"\b(?:left|leave (?:it|this|that)|go|goes) (?:unsaid|untold|unspoken)\b",
            r"\b(?:keep|leave|keeping|leaving|kept|left) (?:[\w']+ ){1,4}out of (?:it|this|that)\b",
            r"\bonly (?:something )?(?:the two of you|you two|you and \w+|the two of us|we two|we) (?:will |should |need to |can )?(?:know|share|hear|understand)\b",
            r"\b(?:our|your|his|her|a) (?:own )?(?:little|special) (?:something|thing|pact|agreement|arrangement|deal|understanding|secret)\b",
            r"\bunder (?:wraps|your hat)\b|\b(?:lips|mouths?) (?:\w+ )?(?:sealed|shut|closed|zipped)\b|\bzip (?:it|your)\b|\bunder the (?:carpet|rug)\b",
            r"\b(?:two|pair|both) of you alone\b|\bword (?:\w+ ){0,3}(?:spreads?|gets? (?:out|around|round)|travels)\b|\btongues? (?:wag|start)\b|\benough (?:worries|troubles?|to worry about)\b|\bspare (?:your|them|her|him)\b|\bprotect your (?:mum|dad|family|parents) from (?:this|it|knowing)\b",
            r"\bdiscreet(?:ly)?\b|\bon the quiet\b|\bhush-hush\b|\bfor your (?:ears|eyes) only\b|\b(?:least|less) (?:is )?said\b|\bthe (?:fewer|less) (?:\w+ ){1,4}(?:know|knows|hear|hears|says?)\b",
            r">(?:keep|hold) (?:it|this|that|things|what \w+ \w+) (?:in|within|among|inside|from|away from|back|to) (?!words|mind|case|one side|be)",
            r"\bwhat (?:goes on|happens|is said) (?:at|in|behind|here|between)\b[^.]{0,30}\b(?:stays?|should|(?:nobody|no one)(?:'s| else's)|private)\b",
            r"\b(?:nobody|no one)(?: else)?'s business\b|\b(?:family|private|personal) (?:matter|business|affair)\b|\bdirty (?:laundry|linen|washing)\b",
            r">(?:cover (?:it|this|for|up)|bury (?:it|this)|conceal|disguise|tell (?:a )?(?:white |little |small )?(?:lies?|fibs?)|make (?:something|a story|an excuse) up)\b",
            r">(?:tell|say to|let) (?:them|anyone|anybody|people|everyone|the police|your \w+|whoever asks) (?:who asks )?(?:that |think )?(?:that )?(?:you (?:fell|tripped|are fine|were (?:only|just)|had an)|it (?:is|was) (?:nothing|fine|an accident)|everything is)\b",
            r"\b(?:so|and) (?:that )?(?:it|this|they|word|nothing) (?:\w+ )?(?:gets? out|comes? out|leaks?|goes? further)\b",
            r">(?:keep|carry|hold) (?:it|this|that) (?:to|inside|deep|in) (?:yourself|you|your)\b",
            r">(?:stay|keep|remain|go) (?:\w+ )?(?:quiet|silent|mum|tight-lipped)\b",
        ),
        (
            r"\b(?:nobody|no one|none|nothing) (?:outside|but us|else|beyond)\b[^.]{0,20}\b(?:learns?|knows?|hears?|sees?|leaves?)\b|\b(?:nicer|better|kinder|easier|simpler) (?:\w+ ){0,3}if (?:\w+ )?(?:word|it|this|nobody|no one|nothing)\b",
            r"\bin on (?:it|this|that|the secret)\b|\bno one (?:is )?the wiser\b|\b(?:go|goes|get|gets|going) no further\b|\bnot a word\b|\bnever leaves?\b",
            r"\bneed (?:never|not) (?:know|come out|get out|be told|hear|learn|find out)\b|\b(?:never|not) (?:come|get|got) out\b",
            r"\b(?:no (?:need|reason|call)|nothing to gain)(?: for| in| by)? (?:\w+ ){0,3}(?:others|anyone|anybody|people|everyone|\w+ else|outsiders|strangers) (?:\w+ ){0,2}(?:hear|know|knowing|told|involved|hearing|find)",
            rf"\b(?:{CLOSE_ONES}|they|anyone|anybody|nobody|no one) (?:will|would|can|could|need|needs|must|should|may) (?:never|not|ever) (?:\w+ )?(?:find out|know|hear|learn|guess|suspect|notice|be told)\b(?! (?:how|what it|unless))",
            r"\b(?:others|outsiders|strangers|other people|the world|everybody|everyone) (?:do|does|need|should|would|must) (?:not|n't|never) (?:\w+ )?(?:know|hear|understand|find)",
            r"\bwhatever you (?:tell|say|share|write)(?: \w+){0,4} (?:stays?|is (?:safe|secret|private)|goes no|will (?:not|never|stay))\b",
        ),
    ),
    "blame": (
        (
            r"(?<!if )(?<!though )(?<!when )(?<!because )(?<!after )\byou (?:did |also |even )?(?:say|said|agreed|told (?:him|her|them)) (?:yes|to it|it was (?:fine|okay|ok))\b",
            r"\b(?:led|lead|leading|egg(?:ed)?|egging) (?:him|her|them) on\b|\bprovok(?:e|ed|ing)\b|\btempt(?:ed|ing)? (?:him|her|them)\b|\b(?:wind|wound|winding) (?:him|her|them) up\b",
            r"\b(?:know|known|knew) better\b|\basking for trouble\b|\bplay(?:ed|ing)? with fire\b|\bbring (?:it|this|that) on yourself\b",
            r"\b(?:what|something|anything|things) (?:that )?you (?:did|said|wore|do|say) (?:to (?!tell)|made|caused|upset|led|sets?)\b",
            r"\bask(?:ing)? yourself (?:what|why|how) (?:you|it was|he|she|they)\b|\bthink (?:about|of) (?:what|why|how) (?:you (?:did|said|have|acted|dress|made)|made (?:him|her|them)|your part)\b|\blook at your own\b",
            r"\b(?:some|a|your|your own) (?:part|share|hand|role) in (?:this|it|what|that|how)\b|\bplayed (?:a|your|some) (?:own )?part\b|\b(?:two|both) sides to\b|\bpartly (?:because of )?you\b|\byou (?:are|were) (?:\w+ )?(?:partly |also )?responsible\b",
            r"\b(?:give|gives|gave|giving|send|sends|sent) (?:\w+ ){1,2}(?:ideas|the wrong (?:idea|signals?|message|impression)|mixed signals)\b",
            r"\byou (?:must|might|may|could|probably) have (?:\w+ )?(?:led|wanted|liked|misunderstood|known|enjoyed|encouraged|provoked|imagined|dreamt|deserved|asked for|seemed)\b",
            r"\bon your part\b|\byou (?:\w+ )?(?:\w+ )?(?:invited|encouraged|allowed|brought on) (?:it|this|that)\b|\bcarried away\b|\bspared (?:you|yourself)\b|\bhow you (?:came across|looked|behaved|dressed|acted)\b|\b(?:more|little) (?:sense|care|thought|caution)\b|\byour own (?:choice|making|choosing)\b",
            r"\bdeserv(?:e|ed|es) (?:it|this|that|what)\b|\bwhat you (?:get|got) for\b|\bface the (?:music|consequences)\b|\blearn(?:ed|t)? (?:your|a|from your) (?:lesson|mistake)\b|\blet (?:this|that|it) be a lesson\b|\blesson (?:for you|to you)\b",
            r"\byou (?:let|put|got) (?:your ?self|him|her|them) (?:in|into|down|on|get|do|too)\b|\byou (?:made|caused|started|allowed|invited|chose|wanted) (?:it|this|him|her|them|that)\b",
            r"\bthink (?:first |twice |harder? )?before you (?:send|post|share|say|drink|go|talk|trust|dress)\b|\bthat is what happens when\b|\bwhat (?:else )?did you (?:expect|think)\b",
        ),
        (
            r"\b(?:would|could|might) (?:not|never) have (?:\w+ )?(?:happened|started|begun|come to this|gone (?:this|so) far)\b",
            r"\byou (?:were|are|have been) (?:not|never|hardly) (?:\w+ )?(?:careful|innocent|sensible|blameless)\b|\bnot (?:entirely|wholly|all|only|completely) (?:his|her|their) (?:fault|doing)\b",
        ),
    ),
    "threat": (
        (
            r"\b(?:you|your \w+|family|mum|dad|brother|sister|siblings|parents) (?:\w+ )?(?:could|may|might|will|would|can) (?:\w+ )?(?:be )?(?:the one )?(?:split up|broken up|torn apart|taken (?:away|from|into care)|put (?:in|into) (?:care|prison|a home)|locked up|sent (?:away|back|to)|thrown out|expelled|arrested|in trouble|punished|kicked out|lose (?:your|their|his|her|the|you)|go to (?:prison|jail)|end up (?:in|alone|with)|hate you|regret (?:it|this))\b",
            r"\bbehind bars\b|\bends? up (?:\w+ )?(?:in|on|behind|without)\b|\b(?:speak|speaking) up and\b|\b(?:into|in) care over\b",
            r"\bpolice (?:\w+ )?(?:may|might|will|could|can|would) (?:\w+ )?(?:arrest|charge|blame|come for|take|search|punish|lock) (?:you|your)\b",
            r"\bbreak(?:s|ing)? (?:your|her|his|their) (?:[\w']+ ){0,2}(?:heart|home)s?\b|\bheartbroken\b|\bwhat (?:this|it|that) (?:would|will|could|might) do to\b|\btear(?:s|ing)? (?:\w+ ){1,3}apart\b|\bruin (?:his|her|their|your|the|everything|lives)\b",
            rf"\bthink (?:of|about) (?:what|how|your {CLOSE_ONES})\b[^.]{{0,40}}\b(?:would|will|feel|suffer|lose|goes?|came)\b",
            r"\bif you (?:talk|tell|speak up|speak out|say (?:anything|something|a word)|report|let on|make a fuss|complain|stay silent|keep quiet)\b[^.]{0,50}\b(?:trouble|worse|angry|split|lose|hurt|blame|regret|sorry|arrest(?:ed)?|taken|punish(?:ed)?|upset|your fault|suffer|hate)\b",
            r"\b(?:now|today|tonight|this),? or (?:we|i|else|never)\b|\bor (?:we|i) (?:will|shall|must|have to|may have to)(?: have to)? (?:tell|ring|call|phone|contact|inform|speak|go|come|write)\b|\botherwise (?:we|i) (?:will|cannot|must)\b",
            r"\b(?:it|this|that|things|telling|talking) (?:will|would|could|may|might|can) (?:only |just |all )?(?:get you|cost|land|come back to|haunt|backfire|follow you|make (?:it|things|everything|matters|him|her|them) (?:\w+ )?(?:worse|angry|angrier|suffer|sad))\b",
        ),
        (
            r"\bnever forgive (?:you|yourself)\b",
            r"\bif you (?:do not|don't|never|will not|won't) (?:\w+ )?(?:tell|say|report|speak|talk|answer|help|act|call)\b[^.]{0,60}\b(?:cannot|can't|nothing|on your own|your fault|to blame|the one|trouble|worse|never|must|will have to)\b",
        ),
    ),
    "promise": (
        (
            r"\b(?:our|my) word\b|\bcross (?:our|my) heart\b|\b(?:we|i) (?:can )?(?:guarantee|swear|vow|assure you)\b|\bhand on heart\b|\brest assured\b|\bno matter what,? (?:we|it|they|nobody|you will)\b",
            r"\bsee to it that\b|\b(?:never|not) (?:\w+ ){1,4}(?:near|hurt|touch|bother) you again\b|\bsorted by\b|\bas if (?:it|nothing) (?:never|had|ever)\b",
            r"\bmake (?:it|this|them|him|her|everything|the pain) (?:all )?(?:go away|disappear|stop|vanish|right again)\b",
            r"\b(?:will|'ll|going to) (?:\w+ )?(?:be|get) (?:\w+ )?(?:locked up|arrested|caught|put away|sent to prison|sorted|fixed|fine again|(?:all right|alright|okay) again|forgotten|back to normal|(?:perfectly|completely|totally) safe|gone (?:for good|for ?ever))\b",
            r"\beverything (?:will|is going to) (?:\w+ )?(?:be|turn out) (?:fine|okay|ok|all right|alright|good|well|better|sorted)\b|\ball (?:your )?(?:worries|problems|troubles) (?:will|are)\b|\bonce and for all\b",
            r"\btrust (?:us|me)\b|\byou can (?:\w+ )?(?:rely|count) on (?:us|me|him|her|it)\b|\bsafe with (?:us|me)\b|\bleave it (?:all )?(?:to|with) (?:us|me)\b",
        ),
        (
            r"\b(?:they|he|she|nobody|no one|it|this) (?:will|can) never (?:\w+ )?(?:find|hear|learn|happen|hurt|touch|bother|trace|do (?:it|this|that)|come (?:near|back))\b",
            r"\b(?:nothing|no harm|no one|nobody)(?: \w+){0,2} (?:can|will|could) (?:ever )?(?:happen|come to|hurt|harm|touch|reach|trace) (?:you|to you)\b",
        ),
    ),
    "doubting": (
        (
            rf"\b{_HELPERS} {_SOFTLY}(?:think|believe|assume|suspect|say|wonder|decide) (?:that |if |whether )?(?:you|it|this|the child) (?!need|are safe|should)",
            r"\bword against\b|\b(?:without|unless you have|with no) (?:any |some )?(?:proof|evidence|witness(?:es)?),? (?:nobody|no one|they|it|you|there|the police|nothing|this)\b",
            r"\b(?:stories|tales|claims|accusations) like (?:this|that|these|yours)\b|\bbig (?:claim|accusation|thing to say)\b|\b(?:serious|strong) (?:claim|accusation|words)\b",
            r"\bare you (?:\w+ ){0,2}(?:sure|certain)\b(?! (?:that )?(?:you are|it is|they are) safe)",
            r"\b(?:buy|buys|swallow|fall for|believe) (?:that|this|such a|your) (?:story|tale|version)\b|\bfar-?fetched\b|\bside(?:s)? with (?:him|her|them)\b|\b(?:take|takes) (?:his|her|their) side\b|\btall (?:story|tale)\b",
            r"\bbe imagining\b|\ball in your (?:head|mind)\b|\byour imagination\b|\bread(?:ing)? too much into\b|\bgot (?:it wrong|the wrong)\b|\b(?:mistaken|mistook)\b|\bgot (?:\w+ )?(?:muddled|mixed up)\b",
            r"\bhard (?:for (?:\w+ ){1,3})?to believe\b|\bif (?:it|this|that) (?:is|was|even|really) (?:really |even |all )?(?:true|happened|happen)\b|\bsounds? (?:\w+ )?(?:made up|unlikely|far-fetched|like a story)\b|\b(?:children|kids|girls|boys|teenagers) (?:\w+ )?(?:invent|imagine|lie|exaggerate|dramati[sz]e|make things up)\b|\bexaggerat(?:e|ing)\b",
            r"\b(?:only|just|merely|no more than|a bit of|nothing but|simply) (?:a |an |some |his |her |their |part of |one )?(?:bit of )?(?:good |harmless |silly |friendly |little )?(?:fun|jok(?:e|ing)|banter|teasing|prank|flirt(?:ing)?|messing|phase|hug|kiss|pat|touch|tickle|cuddle|laugh|misunderstanding|accident|compliment|growing up|life|being (?:nice|friendly|kind|playful|silly))\b",
            r"\b(?:just|only|simply|is) (?:how|what|the way) (?:\w+ ){0,2}(?:boys|men|lads|girls|teenagers|families|brothers|uncles|couples|kids|dads|people|he|she|they) (?:are|is|do|act|behave|show|play|joke)\b",
            r"\bnothing to (?:get (?:\w+ )?(?:upset|worked up|cross|excited)|worry about|cry about|cry over|fret|make a|complain|moan)\b|\bat least (?:he|she|it|they|nobody|no one)\b",
            r"\b(?:get|got|gets|getting) over (?:it|this|that)\b|\bgrow out of\b|\b(?:laugh|shrug|brush|shake) (?:it |this |that )?off\b|\brise above\b|\bgrin and bear\b|\bas a (?:compliment|joke)\b|\bfunny side\b|\bbright side\b|\bcount your\b|\bsee the funny\b",
            r"\bblow over\b|\b(?:tend to|will|soon|usually|often|should|probably|likely to) (?:\w+ )?(?:die down|fade|go away|sort (?:itself|themselves) out|work (?:itself|themselves) out|stop (?:by itself|on its own|soon)|be forgotten|be over soon|settle)\b",
            r"\b(?:lots|plenty|most|many|millions|loads|other|all) (?:of )?(?:\w+ )?(?:people|girls|boys|children|kids|teenagers|families|couples) (?:\w+ ){0,2}(?:have (?:it )?(?:\w+ )?worse|cope|manage|live with|put up|get over|are (?:smacked|hit|touched))\b",
            r"\b(?:could|might) (?:have been|be) (?:\w+ )?worse\b|\b(?:others|some|children|people) (?:\w+ )?(?:have|has|had) (?:it )?(?:much |far |a lot )?worse\b|\bworse things\b|\bno (?:big deal|harm done|great harm|real harm)\b|\bend of the world\b|\bstorm in a\b|\bmountain out of\b|\bout of proportion\b|\bhardly (?:counts|matters|worth)\b",
            r"\b(?:pat|squeeze|stroke|slap|smack|tap|nudge|cuddle|tickle|kiss)\b[^.]{0,30}\b(?:nothing|fine|okay|normal|harmless|no harm|never hurt)\b",
            r"\b(?:he|she|they|dad|mum|your \w+|uncle|coach) (?:probably |just |only |really |surely )*(?:means? well|meant well|loves? you really|had a bad day|(?:cannot|can't) help (?:it|him|her)|was (?:only|just)|is (?:only|just) (?:being|trying|playing|joking))\b",
            r"\b(?:sign|shows?|means) (?:that )?(?:he|she|they) (?:\w+ )?(?:likes?|loves?|cares?|fancies)\b|\bflattered\b|\blucky (?:girl|boy|that|to)\b|\bnormal (?:for|in|between|part)\b|\b(?:quite|perfectly|completely|totally) normal\b",
            r"\b(?:pleased|flattered|glad|grateful|lucky) (?:with|by|about|for|of|to get|to have) (?:the|such|so much|that|any)? ?attention\b|\bteas(?:e|es|ing) (?:the )?(?:girls|boys|people|those|you|because) ?(?:because )?(?:they|he|she)\b|\byou (?:will|'ll) (?:\w+ )?(?:have forgotten|forget|laugh (?:about|at)|look back|thank (?:him|her|us|them)|be glad (?:he|she|it|they))\b",
            r"\btough love\b|\bcharacter building\b|\b(?:part|all part) of (?:growing up|life|the game|being)\b|\bmak(?:e|ing) too much of\b|\bdramatic\b|\bdrama\b|\bfussy\b|\bsilly (?:thing|little|worry|worries)\b|\bbig baby\b|\bcry ?baby\b",
        ),
        (
            r"\b(?:nobody|no one|not|never|hardly|rarely|n't)(?: \w+){0,2} (?:takes?|taken) (?:\w+ )?serious(?:ly)?\b",
            r"\b(?:rarely|seldom|hardly|scarcely|almost never|never) (?:ever )?(?:listens?|believes?|believed|helps?|acts?|works?|ends? well|goes anywhere)\b",
            r"\b(?:did|does|was|is)(?: not|n't) (?:really |actually )(?:hurt|harm|touch|mean|a |that|so|an |anything)",
            r"\b(?:more|once|little|bit|one|try|this|that|it|time) (?:will|would|does|can|could)(?: not|n't) (?:hurt|harm|kill|do (?:you )?(?:any )?harm)\b",
            r"\bnot (?:such )?a (?:big|huge|great) (?:deal|thing|problem)\b|\bnot the (?:worst|first|only)(?: \w+)? (?:thing|to)\b|\bnot exactly\b",
            r"\bwithout (?:proof|evidence)\b[^.]{0,20}\b(?:nobody|no one|nothing)\b",
        ),
    ),
}
