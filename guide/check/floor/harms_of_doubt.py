"""Words that make light of what happened, or lead somebody to do harm to themselves or others."""

from guide.check.floor.harm import Harm

DOUBTING = Harm(
    "doubting",
    "doubts the reader, or makes light of what happened",
    "Whoever asks for help is believed here. Say that it is good to ask, and who listens.",
    (
        r"\bare you (?:really |quite )?sure (?:that )?(?:you|it|he|she|they|this)\b",
        r"\bdream(?:t|ed)? (?:it|this)\b|\bimagin(?:e|ed|ing) (?:it|this|things)\b",
        r"\bma(?:ke|kes|king|de) (?:this|it|that|things|stories) up\b",
        r"\b(?:just|only|probably|maybe|misread) (?:a |an )?(?:joke|misunderstanding|accident|phase|banter|fun)\b",
        r"\bharmless fun\b|\bmisread\b|\bmisunderst(?:ood|and)\b|\btoo sensitive\b",
        r"\b(?:want|wants|wanted|seeking|after) (?:some |more )?attention\b|\bignore me\b",
        r">(?:forgive|obey|be grateful to|make up with) \w+|\b(?:he|she)(?: is|'s) (?:still )?family\b",
        r">(?:get over it|move on|grow up|cheer up|stop (?:crying|whining|complaining))\b",
        r"\b(?:bigger|worse|more) than it is\b|\bremember(?:ed|s|ing)? (?:it|this) wrong|\bhappens to everyone\b|\b(?:would|will|should) laugh\b",
        r"\b(?:can|must|have to|has to|until you|unless you|cannot|can't) prove (?:it|that|what|this)\b",
    ),
    (
        r"\b(?:he|she|they) (?:did not|didn't|does not|doesn't|never) (?:really )?mean (?:it|any|to|harm)\b",
        r"\b(?:this|it|that)(?: is|'s| was) (?:not|never|hardly) (?:really |actually |proper |real )?"
        r"(?:abuse|grooming|bullying|serious|that bad|so bad|as bad)\b",
        r"\b(?:cannot|can't|could not|couldn't) be (?:that|so|as) bad\b|\bnot (?:all )?(?:that|so) bad\b",
    ),
)

HARMING = Harm(
    "harming",
    "advises what does harm to somebody",
    "Say who helps, and how to stay safe.",
    (
        r">(?:take|swallow|try|have) (?:\w+ ){0,3}(?:pills?|tablets?|painkillers|drugs?|alcohol)\b",
        r">(?:drink|smoke|sniff|vape) (?:something|some|a|alcohol|vodka|it)\b",
        r"\b(?:little|small|quick|tiny) cuts?\b",
        r">(?:cut|hurt|burn|scratch|starve|punish|harm|kill) (?:yourself|him|her|them|your arm)\b",
        r">(?:hit|punch|kick|slap|stab|attack|beat|threaten) (?:him|her|them|back|whoever|the)\b",
        r">fight back\b",
        r">(?:run away|leave home)\b|\bteach (?:him|her|them) a lesson\b|\byour fists?\b",
        r"\b(?:cutting|scratching|hurting|burning|starving) (?:your|yourself)[^.]{0,12} (?:can|may|will|does|helps)\b",
        r">have (?:a|some) drinks?\b",
        r">(?:stop eating|skip (?:a )?(?:meal|breakfast|lunch|dinner)s?|eat (?:less|nothing)|lose (?:some )?weight)\b",
        r">(?:take|bring|carry|get|grab|use) (?:a|the|your) (?:knife|blade|weapon|bat)\b",
        r"\b(?:in|out|home|there|them|him|her) with a (?:knife|blade|weapon|bat)\b",
    ),
    (
        r"\bbetter off (?:without you|dead)\b|\b(?:nobody|no one) (?:would|will) miss you\b|\bmissed by (?:no one|nobody)\b",
    ),
)
