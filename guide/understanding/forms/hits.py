"""How somebody says that a child or they themselves are hit, or shouted at, where they live."""

import re

A_CHILD = (
    r"(my|our|her|his|their|your) ((own|little|wee|baby|big|older|younger|best|step|half|foster) )*"
    r"(sister|sis|brother|bro|cousin|daughter|son|niece|nephew|child|kids?|children|baby|twins?|"
    r"grand\w+|step(sister|brother|son|daughter)|friend|mate|bestie|pupils?)"
)
"""Whom it may be done to, beside the speaker."""
HITS = re.compile(
    r"\b(?<!\bi )(?<!\bive )(hit|hits|hitting|slaps?|slapped|slapping|punch(ed|es|ing)?|"
    r"kick(ed|s|ing)?|smacks?|smacked|smacking|beats?|beating|batters?|battered|shakes?|shook|"
    r"shaking|burns?|burnt|burned|shoves?|shoved|skelps?|skelped|leathers?|leathered|wallops?|"
    rf"walloped) ({A_CHILD}|the (baby|bairns?|weans?|kids|children|little ones?))\b"
    r"(?! (the |a |his |her )?(ball|at|in the game|on|phone|bike|toys?|car))"
)
"""A child whom somebody hits: who it is about may be a parent, a partner, a friend."""
HITS_ME = re.compile(
    r"\b(skelp|wallop|leather|bray|clatter|lamp|deck|panel|malky|bang|belt|whack|clout|thump|"
    r"thrash|batter)(s|ed|ing|er|ers|ered)? (me|us)\b|"
    r"\b(threw|throws|throwing|lobbed|lobs|chucked|chucks|launched|launches) (\w+ ){1,3}at "
    r"(me|us|my (head|face|back))\b|"
    r"\b(dad|mum|mam|stepdad|da|he|she)( \w+){0,4} (home|back|in)\b( \w+){0,4} "
    r"(ill|im gonna|gonna|im going to) (get it|get battered|get leathered|cop it|be for it)\b"
)
"""What is done to the speaker, in words that nothing else hears as such."""
FAMILY_HITS = re.compile(
    r"\b(dad|daddy|da|father|mum|mam|ma|mammy|mummy|mom|mother|step ?(dad|mum|da|mam)|parents|"
    r"(mums|dads|moms|mams) (bf|boyfriend|gf|girlfriend|partner|fella)|grandad|granda|grandpa|nan|"
    r"nana|gran|granny|uncle|auntie?|aunty|carer|foster (mum|dad|carer))( \w+){0,2}? "
    r"(batter|skelp|leather|wallop|bray|clatter|lamp|deck|panel|malky|bang|belt|whip|whack|clout|"
    r"thump|cane|slipper|thrash|wale|hammer|lather|push|shove|drag)(s|es|ed|ing|in|ered|ged|ging)? "
    r"(me|us)\b(?! (at|to|in the (race|game|pool|trolley|pram)|on (fifa|the (xbox|swings?)|my "
    r"bike)|"
    r"every game|too hard|out of bed)\b)|"
    r"\b(gies|gives|gave|gie|giving|gets) (me|us) (a |the )?(good )?(skelp\w*|hiding|leather\w*|"
    r"belt\w*|batter\w*|slap\w*|clout|thump\w*|thick ear|beating)\b"
)
"""What somebody of the family does to the speaker, in words that are heard as something else."""
FAMILY_HITS_CHILD = re.compile(
    r"\b(wife|husband|hubby|partner|missus|other half|ex|mum|mam|mom|dad|da|stepdad|stepmum|step "
    r"(dad|mum)|boyfriend|girlfriend|bf|gf|sister|nan|grandad|childminder|carer)( \w+){0,2}? "
    r"(hits?|hitting|slaps?|slapped|slapping|smacks?|smacked|smacking|beats|beating|batters?|battered|kicks|"
    r"kicked|punche[sd]|shakes|shook|hurts|hurting) ((my|our|the|her|his|their) )?((own|little|wee|"
    r"baby|big|older|younger|step|foster) )*(kids?|children|son|daughter|baby|bairns?|weans?|"
    r"grand\w+|little ones?|niece|nephew|twins|toddler|boys|girls)\b"
)
"""A child whom somebody of the family hits, told by who sees it."""
HIT_BY = re.compile(
    r"\b(gets?|got|is|was|being|getting|been) (hit|beaten|battered|slapped|smacked|punched|kicked|"
    r"leathered|belted|skelped) by (my|his|her|their|a) (\w+ )?(dad|mum|mam|da|father|mother|"
    r"stepdad|stepmum|parents|uncle|brother|nan|grandad|carer|mums (bf|boyfriend|partner))\b"
)
SHOUTS = re.compile(
    r"\b(dad|mum|mam|da|stepdad|stepmum|(mums|dads) (bf|boyfriend|partner)|(my )?parents|they)"
    r"( is| are|s|re| was| were| keeps?)? ((always|just|proper|really|so|still) )*"
    r"(shouting|screaming|yelling|smashing|kicking off|throwing (things|stuff|plates))\b"
    r"(?! (me for|for me|at the (tv|telly|football|footy|match|ref|dog|cat|computer|xbox)|goal|"
    r"from|up the stairs|that|its))"
)
"""What goes on at home, where nothing else was told of it."""
