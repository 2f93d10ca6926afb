"""The words of English that say what a grown-up is to a child: at work, at home, next door."""

import re

I_AM = (("im",), ("iam",), ("i", "am"), ("as",), ("im", "actually"), ("i", "work", "as"))
BEGINS_I_AM = frozenset(start[0] for start in I_AM)
A = frozenset({"a", "an"})
ARTICLES = A | {"the", "her", "his", "their"}
"""What stands between "im" and what somebody is; after "as" only the first two do."""
BEFORE_A_TRADE = frozenset(
    {
        *("primary", "secondary", "school", "supply", "part", "time", "full", "retired", "new"),
        *("trainee", "student", "newly", "qualified", "junior", "senior", "deputy", "worried"),
        *("concerned", "single", "foster", "adoptive", "kinship", "volunteer", "local", "children"),
        *("childrens", "paediatric", "community", "nursery", "special", "needs", "year", "infant"),
        *("reception", "maths", "english", "science", "pe", "music", "drama", "art", "ballet"),
        *("football", "rugby", "netball", "tennis", "hockey", "karate", "boxing", "athletics"),
        *("dance", "swimming", "swim", "gym", "gymnastics", "piano", "guitar", "form", "class"),
        *("head", "assistant", "lead", "registered", "private", "home", "step"),
        *("former", "sports", "riding", "youth"),
    }
)
WORKS = frozenset(
    {
        *("teacher", "ta", "headteacher", "tutor", "nurse", "coach", "gp", "doctor", "midwife"),
        *("paediatrician", "childminder", "counsellor", "therapist", "dsl", "lecturer", "senco"),
        *("psychologist", "chaplain", "vicar", "paramedic", "headmaster", "headmistress"),
        *("playworker", "nanny", "priest", "imam", "pastor", "rabbi", "minister", "dentist"),
        *("physio", "physiotherapist", "governor", "supervisor", "headteacher", "instructor"),
        *("iro", "pharmacist", "matron", "houseparent", "housemistress", "housemaster"),
    }
)
WORKS_TWO = frozenset(
    {
        *("teaching assistant", "youth worker", "social worker", "school nurse", "scout leader"),
        *("brownie leader", "cub leader", "guide leader", "police officer", "safeguarding lead"),
        *("pastoral lead", "football coach", "dance teacher", "swimming coach", "support worker"),
        *("family worker", "nursery worker", "head teacher", "youth leader", "sunday school"),
        *("care worker", "health visitor", "residential worker", "swim coach", "gym coach"),
        *("music teacher", "piano teacher", "primary teacher", "supply teacher", "form tutor"),
        *("beaver leader", "rainbow leader", "dinner lady", "lunchtime supervisor", "key worker"),
        *("learning mentor", "welfare officer", "attendance officer", "club leader", "pack leader"),
        *("group leader", "play worker", "school librarian", "school counsellor", "au pair"),
        *("personal adviser", "probation officer", "teacher trainee", "student teacher"),
    }
)
PARENTS = frozenset(
    {
        *("mum", "mam", "mom", "dad", "parent", "carer", "guardian", "nan", "gran", "grandad"),
        *("grandparent", "stepmum", "stepdad", "grandma", "grandmother", "grandfather"),
        *("stepparent", "mother", "father", "granny", "nana", "nanna", "granda", "nain", "taid"),
        *("stepmother", "stepfather", "grandpa"),
    }
)
PASSER_BY = "passer by"
KNOWS = frozenset(
    {
        *("aunt", "auntie", "aunty", "uncle", "godmother", "godfather", "godparent"),
        *("neighbour", "neighbor", "shopkeeper", "landlord", "landlady", "cleaner", "lifeguard"),
        *("bus driver", "taxi driver", "cab driver", "train guard", "security guard"),
        *("delivery driver", "family friend", "shop worker", PASSER_BY),
    }
)
"""What somebody is who knows a child, or saw one, and neither raises them nor works with them."""
YOUNG_TOO = frozenset({"lifeguard", "shop worker", "cleaner", "babysitter", "volunteer"})
"""What somebody under 18 may be as well."""
TEACHES = frozenset({"i teach", "i coach"})
TRADES = WORKS | WORKS_TWO | PARENTS | KNOWS
TAUGHT = frozenset(
    {
        *("year", "yr", "reception", "infants", "juniors", "primary", "secondary", "maths", "pe"),
        *("english", "science", "history", "geography", "french", "music", "drama", "art", "it"),
        *("ballet", "dance", "gymnastics", "gym", "swimming", "football", "rugby", "netball"),
        *("hockey", "karate", "judo", "tennis", "cricket", "boxing", "piano", "guitar", "ks1"),
        *("ks2", "ks3", "ks4", "nursery", "five", "six", "seven", "four", "three", "two", "one"),
        *("under", "u8s", "u9s", "u10s", "u11s", "u12s", "u13s", "u14s", "u15s", "u16s"),
    }
)
"""What, or whom, somebody teaches; years and ages in figures beside these."""
_CARED_FOR = frozenset(
    {
        *("kids", "children", "families", "teenagers", "teens", "babies", "toddlers", "pupils"),
        *("young people", "young adults", "disabled children", "looked after", "vulnerable people"),
        *("school", "nursery", "playgroup", "preschool", "creche", "college", "hospital", "clinic"),
        *(
            "surgery",
            "ward",
            "unit",
            "hostel",
            "refuge",
            "youth club",
            "youth centre",
            "sixth form",
        ),
        *("childrens home", "care home", "youth group", "academy", "cadets", "brownies", "cubs"),
        *("scouts", "guides", "beavers", "rainbows", "sunday school", "primary", "secondary"),
        *(
            "childrens services",
            "social services",
            "pru",
            "social care",
            "camhs",
            "a e",
            "mainstream",
        ),
        *(
            "sixth form",
            "holiday club",
            "breakfast club",
            "football club",
            "swimming club",
            "leisure centre",
        ),
    }
)
_GROUPS = frozenset(
    {
        *("youth club", "youth group", "brownies", "brownie", "cubs", "cub", "scouts", "scout"),
        *("guides", "beavers", "rainbows", "playgroup", "nursery", "sunday school", "creche"),
        *("toddler group", "holiday club", "breakfast club", "kids club", "childrens home"),
        *("football team", "dance school", "after school", "cadets", "childrens group", "choir"),
        *("football club", "rugby club", "swimming club", "gymnastics club", "gym club"),
        *("boxing club", "cricket club", "netball club", "tennis club", "judo club"),
        *("karate club", "sports club", "athletics club", "drama club", "drama group"),
        *("theatre group", "dance class", "girl guides", "football academy"),
    }
)
_CLASSES = frozenset({"gymnastics class", "dance class", "art class", "drama class", "swim class"})
I_PASS = (
    (("i", "drive"), frozenset({"taxi", "cab", "bus", "train", "tram", "minicab", "lorry", "van"})),
    *(
        (("i", verb), frozenset({"shop", "cafe", "pub", "chippy", "takeaway", "library", "hotel"}))
        for verb in ("run", "own")
    ),
)
"""What somebody does who sees children and does not work with them."""
BEFORE_A_PLACE = frozenset(
    {
        *("a", "an", "the", "our", "my", "local", "with", "at", "in", "for", "on", "special"),
        *("primary", "secondary", "high", "infant", "junior", "boarding", "church", "small"),
        *("adopted", "disabled", "vulnerable", "young", "little", "foster", "some", "of", "out"),
        *("wi", "corner", "chip", "sweet", "village", "town", "own"),
    }
)
I_DO: tuple[tuple[tuple[str, ...], frozenset[str]], ...] = (
    *((tuple(phrase.split()), frozenset[str]()) for phrase in sorted(TEACHES)),
    *((("i", verb), _CARED_FOR) for verb in ("work", "volunteer", "tutor", "mentor", "support")),
    (("i", "drive"), frozenset({"school bus", "school transport", "school minibus"})),
    *((("i", verb), _CLASSES) for verb in ("take", "run")),
    *((("i", "do", verb), frozenset[str]()) for verb in ("supply", "childminding", "respite")),
    *((("i", verb), _GROUPS) for verb in ("run", "lead", "manage", "organise")),
    (("we", "run"), _GROUPS),
)
"""What somebody does who works with children; and of what, or at what, where that is needed."""
BEGINS_I_DO = frozenset(start[0] for start, _ in I_DO)
PROFESSIONAL_SAYS = (
    *("on my caseload", "in my care"),
    *("my caseload", "one of our young people", "one of our kids", "one of our members"),
    *("one of my class", "one of my lot", "service user", "my client", "our service users"),
    *("disclosed to me", "disclosed to a", "made a disclosure", "one of our residents"),
    *("one of our girls", "one of our boys", "one of our children", "one of our pupils"),
    *("one of my brownies", "one of my cubs", "one of my scouts", "one of my kids at"),
    *("one of my year", "one of our year", "one of my colleagues", "one of the pupils"),
    *("one of the students", "one of the learners", "one of the cadets"),
    *("kids at our home", "kids in our home", "young person in our home", "in our unit"),
    *("as a school", "as a setting", "as a college", "as a club", "in our care", "from our care"),
    *("young person in our", "pupil in our", "our pupils", "one of my form", "one of my set"),
    *("at our breakfast club", "at our youth centre", "at our holiday club", "at our nursery"),
    *("at our after school club", "at our playgroup", "in our nursery", "in our toddler group"),
    *("disclosed today", "disclosed that", "has disclosed", "have disclosed", "a disclosure"),
    *("my brownies", "our placement", "a learner", "our dsl", "im supply"),
    *(
        f"{whom} i {does}"
        for whom in ("lad", "girl", "boy", "child", "kid", "person", "teenager", "pupil")
        for does in ("teach", "support", "coach", "mentor", "childmind", "work with")
    ),
    *("in my nursery", "my key child", "my key children", "my learners", "i childmind"),
)
_GROUP = (
    r"(pupils|students|learners|members|reception|cadets|scouts|guides|brownies|"
    r"cubs|beavers|rainbows|players|swimmers|gymnasts|tutees|sixth formers|choristers|apprentices|"
    r"foster children|residents|young people|year \w+s?)"
)
OF_OURS = re.compile(
    rf"\b(one|two|three|four|some|half|all|several|most|both|couple) of (my|our) {_GROUP}\b|"
    r"\b(my|our) (year|yr) (\d+s|threes|fours|fives|sixes|sevens|eights|nines|tens)\b|"
    r"\b(one|two|three|four|some|several|most) of our (lads|girls|boys|kids)\b|"
    r"\bi (run|lead) (a |the |our |my )?(\w+ )?(club|group|troop)\b|"
    r"\b(boxer|dancer|swimmer|gymnast|player|learner|resident|tutee|pupil|student) of "
    r"(mine|ours)\b|"
    r"(?<!told )(?<!tell )(?<!is )(?<!to )\bour safeguarding lead\b|"
    r"\b(my|our) (tutees|sixth formers)\b|"
    r"\b(year|yr) \w+( (girl|boy|pupil|student))? of (ours|mine)\b"
)
"""Whom several of are the speaker's, at work: "two of our girls", "my year sixes"."""
AT_WORK = (
    *("our setting", "my setting", "our nursery", "our youth club", "in our unit", "at our unit"),
    *("our residents", "my classroom", "our care", "our residential", "our academy"),
    *("a colleague", "my colleague", "my colleagues"),
)
"""Where people work with children; and where young people are."""
MAY_BE_AT_WORK = (
    *("my tutor group", "my lesson", "my lessons", "a member of staff", "one of the lads"),
    *("one of the girls", "one of the boys", "one of the kids", "one of the members"),
    *("i help at", "i help with", "i help out at"),
)
"""What is said by who works with children, and by who learns with them as well."""
PARENT_SAYS = (
    *("my grown up son", "my grown up daughter", "my grown up child", "my grown up children"),
    *("our grown up son", "our grown up daughter", "i foster", "we foster"),
    *("our little one", "our little ones", "my little one", "my little ones"),
)
ADULT_SAYS = (
    *("a child i know", "a kid i know", "someone elses child", "someone elses kid"),
    *("children next door", "kids next door", "child next door", "kid next door"),
    *("girl next door", "boy next door", "toddler next door", "baby next door"),
    *("kid on my street", "kids on my street", "child on my street", "a few doors down"),
    *("family next door", "a neighbours", "little ones next door", "next doors"),
)
