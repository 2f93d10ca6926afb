"""The words of English that say who somebody is: child, friend, pupil, neighbour (persons.py)."""

from guide.understanding.typed import BREAK

FIRST = frozenset({"i", "im", "iam", "ive", "id", "ill", "me", "my", "mine", "myself", "we", "us"})
FIRST |= {"our", "ours", "weve"}
AT_HOME = frozenset({"mum", "mam", "mom", "mummy", "mommy", "dad", "daddy", "mums", "dads"})
"""Whom only their own child calls so, where no "her" or "his" stands before."""
WHOSE = frozenset({"her", "his", "their", "hers", "the", "a", "an", "another", "whose", "friends"})
MINE = frozenset({"my", "our", "ma"})
OBJECT = frozenset({"me", "myself", "us"})

MY_CHILD = frozenset(
    {
        *("son", "sons", "daughter", "daughters", "child", "childs", "children", "kid", "kids"),
        *("toddler", "teen", "teenager", "stepson", "stepdaughter", "grandson", "granddaughter"),
        *("grandchild", "grandchildren", "eldest", "youngest", "twins", "lass", "ds", "dd"),
        *("stepchild", "grandkids", "kiddo", "childrens", "grandsons", "granddaughters"),
    }
)
OLD = frozenset({"old", "olds", "yo", "yrold", "yearold"})
MY_YOUNG = frozenset({"girl", "boy", "baby", "girls", "boys", "lad", "lads"})
"""Said of a child, and of a partner or a friend as well."""
BETWEEN = frozenset(
    {
        *("little", "own", "two", "three", "both", "foster", "step", "adopted", "eldest", "young"),
        *("youngest", "older", "younger", "middle", "teenage", "oldest", "poor", "year", "yr"),
        *("nearly", "almost", "just", "turned", "six", "seven", "eight", "nine", "ten", "eleven"),
        *(
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "yr",
            "five",
            "four",
        ),
        *("dear", "best", "close", "good", "big", "baby", "kid", "twin", "half", "other", "wee"),
    }
)
"""Words that stand between "my" and whom it is about."""
SIBLING = frozenset(
    {
        *("brother", "sister", "brothers", "sisters", "cousin", "cousins", "stepbrother", "bro"),
        *("stepsister", "sis", "bruv", "cuz"),
    }
)
MATE = frozenset(
    {
        *("friend", "freind", "frend", "frnd", "mate", "m8", "bestie", "bff", "besty", "bsf"),
        *("pal", "bestfriend", "friends", "mates", "besties"),
    }
)
SEVERAL = frozenset({"are", "have", "all", "keep", "were", "dont", "left", "hate", "think", "and"})
"""What follows friends who are many, where it would follow no "friend's"."""
CHILDREN = frozenset(
    {
        *("child", "children", "kid", "kids", "toddler", "pupil", "pupils", "student", "students"),
        *("schoolchildren", "youngsters", "bairns", "underage", "neighbour", "stranger"),
        *("childrens", "baby", "teenager", "teenagers", "minor", "minors", "husbands"),
    }
)
"""Whom a grown-up may be telling of: who speaks is not said then."""
PUPIL = frozenset({"pupil", "pupils", "student", "students"})
THEIR_CHILD = frozenset({"son", "daughter", "child", "kid", "kids", "children", "girl", "boy"})
THEIR_CHILD |= {"sons", "daughters", "baby", "toddler", "childs", "lad", "girls", "boys"}
KIN = frozenset({"niece", "nephew", "godson", "goddaughter", "godchild", "nephews", "nieces"})
NEIGHBOUR = frozenset({"neighbour", "neighbours", "neighbor", "neighbors"})

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
KNOWS = frozenset(
    {
        *("aunt", "auntie", "aunty", "uncle", "godmother", "godfather", "godparent"),
        *("neighbour", "neighbor", "shopkeeper", "landlord", "landlady", "cleaner", "lifeguard"),
        *("bus driver", "taxi driver", "cab driver", "train guard", "security guard"),
        *("delivery driver", "family friend", "shop worker"),
    }
)
"""What somebody is who knows a child, or saw one, and neither raises them nor works with them."""
TEACHES = frozenset({"i teach", "i coach", "i work with"})
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
        *("childrens services", "social services", "social care", "camhs", "a e", "mainstream"),
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
    }
)
BEFORE_A_PLACE = frozenset(
    {
        *("a", "an", "the", "our", "my", "local", "with", "at", "in", "for", "on", "special"),
        *("primary", "secondary", "high", "infant", "junior", "boarding", "church", "small"),
        *("adopted", "disabled", "vulnerable", "young", "little", "foster", "some", "of", "out"),
    }
)
I_DO: tuple[tuple[tuple[str, ...], frozenset[str]], ...] = (
    *((tuple(phrase.split()), frozenset[str]()) for phrase in sorted(TEACHES)),
    *((("i", verb), _CARED_FOR) for verb in ("work", "volunteer", "tutor", "mentor")),
    *((("i", "do", verb), frozenset[str]()) for verb in ("supply", "childminding", "respite")),
    *((("i", verb), _GROUPS) for verb in ("run", "lead", "manage", "help", "organise")),
    (("we", "run"), _GROUPS),
)
"""What somebody does who works with children; and of what, or at what, where that is needed."""
BEGINS_I_DO = frozenset(start[0] for start, _ in I_DO)
PROFESSIONAL_SAYS = (
    *("i support", "on my caseload", "in my care"),
    *("my caseload", "one of our young people", "one of our kids", "one of our members"),
    *("one of my class", "one of my lot", "service user", "my client", "our service users"),
    *("disclosed to me", "disclosed to a", "made a disclosure", "one of our residents"),
    *("one of our girls", "one of our boys", "one of our children", "one of our pupils"),
    *("one of my brownies", "one of my cubs", "one of my scouts", "one of my kids at"),
    *("one of my year", "one of our year", "one of my colleagues", "i volunteer"),
    *(
        f"one of {whose} {whom}"
        for whose in ("my", "our", "the")
        for whom in ("pupils", "students", "learners", "lads", "members", "reception", "cadets")
    ),
    *("my brownies", "our placement", "a learner", "our dsl", "our safeguarding lead"),
)
AT_WORK = (
    *("our setting", "my setting", "our nursery", "our youth club", "in our unit", "at our unit"),
    *("my tutor group", "our residents", "my lesson", "my lessons", "my classroom"),
    *("a colleague", "my colleague", "my colleagues", "a member of staff"),
)
"""Where people work with children; and where young people are."""
ADULT_SAYS = (
    *("a child i know", "a kid i know", "someone elses child", "someone elses kid"),
    *("children next door", "kids next door", "child next door", "kid next door"),
    *("girl next door", "boy next door", "toddler next door", "baby next door"),
    *("kid on my street", "kids on my street", "child on my street", "a few doors down"),
    *("family next door", "a neighbours", "little ones next door", "next doors"),
)
GROWN = (
    *("im an adult", "i am an adult", "im a grown man", "im a grown woman", "i am a grown man"),
    *("i am a grown woman", "im a grown up", "im over 18", "i am over 18", "my husband"),
    *("my wife", "my fiance", "my ex husband", "my ex wife", "when i was a child", "as a child"),
    *("my childhood", "adult survivor", "i am a grown up", "im a woman", "im a man"),
    *("i am a man", "i am a woman", "as an adult", "my grown up", "my exhusband", "my exwife"),
    *("my husbands", "my wifes", "my partners laptop", "my partners phone", "my partners computer"),
)
FOR_SOMEBODY = tuple(
    f"{asks} {whom}"
    for asks in (
        "can i do for",
        "should i do for",
        "i help",
        "to help",
        "worried about",
        "fear for",
    )
    for whom in ("her", "him", "them")
)
GONE_SILENT = (
    *("not answering", "wont answer", "isnt answering", "not picking up", "said goodbye"),
    *("says goodbye", "saying goodbye", "last text", "last message", "his phone is off"),
    *("her phone is off", "hasnt come home", "not come home"),
)
"""Lines about somebody who is named by "he" or "she" alone: who they are is not said."""
SHOWN = frozenset(
    {
        *("cuts", "scars", "marks", "bruises", "wrists", "arms", "arm", "legs", "messages"),
        *("msgs", "texts", "chats", "burns", "bruise", "phone"),
    }
)
"""What somebody shows to whom they trust: it happened to them."""
YOUNG_ONES = (
    *(
        f"{young} {whom}"
        for young in ("young", "little", "small")
        for whom in ("girls", "boys", "kids")
    ),
    *("young children", "little ones", "the little one", "young kid"),
)
"""Whom a grown-up speaks of so; a child does now and then, so who speaks is asked."""
SUBJECTS = frozenset({"girl", "boy", "girls", "boys", "lad", "lads", "ones"})
"""Whom a line may tell of in which nobody says "I"."""
FOR_A_FRIEND = ("asking for a friend", "its for a friend", "about a friend", "its about my friend")
HARMLESS = (
    *("told me about", "told me that", "told me she", "told me he", "told me her", "told me his"),
    *(
        "told me they",
        "tells me she",
        "tells me he",
        "confided in me",
        "shown me",
        "showed me",
        "came to me",
        "not me",
    ),
    *("showed me the", "showed me her", "showed me his", "scares me", "worries me", "upsets me"),
    *("makes me sad", "makes me worried", "let me help", "help me help", "rang me", "told me"),
    *("says to me she", "said to me", "opened up to me", "disclosed to me", "bothers me"),
    *(
        "near us",
        "by us",
        "next to us",
        "made me promise",
        "me to promise",
        "next to mine",
        "worrying me",
        "scaring me",
        "breaks my heart",
        "what do i",
        "tell me what",
        "made me swear",
        "makes me swear",
        "makes me promise",
        "begged me not",
        "asked me not",
        "wont tell me",
        "took me to",
        "led me to",
        "put my finger on",
        "come to tell me",
        "came to tell me",
        "texting me for help",
        "make me promise",
        "told me at",
    ),
)
"""What is done to the speaker, and is not what is the matter."""
PLACES = frozenset(
    {
        *("class", "year", "yr", "form", "school", "skool", "team", "club", "street", "road"),
        *("church", "mosque", "work", "college", "area", "town", "estate", "group", "age", "set"),
    }
)
FROM_A_PLACE = ("girl", "boy", "lad", "kid", "person", "someone", "somebody", "guy", "sum1", "gurl")
SUFFERS = frozenset(
    {
        *("is", "was", "gets", "got", "has", "hasnt", "isnt", "keeps", "feels", "wants", "cant"),
        *("cuts", "selfharms", "self", "hurts", "thinks", "had", "sent", "met", "just", "might"),
        *("been", "being", "never", "goes", "went", "lives", "needs", "doesnt", "says", "said"),
        *("told", "tells", "tried", "are", "who", "took", "wont", "talks", "may", "came", "age"),
        *("aged", "and", "hates", "looks", "seems", "s", "also", "ran", "thats", "stopped"),
        *("hasn", "cries", "started", "whos", "shes", "hes", "theyre", "someone", "a", "still"),
        *("posted", "does", "did", "lost", "found", "wrote", "drinks", "smokes"),
    }
)
"""What may follow whom it happens to."""
DOES = frozenset(
    {
        *("asking", "asks", "sending", "sends", "showing", "shows", "sharing", "shares", "calling"),
        *("hitting", "touching", "following", "messaging", "texting", "saying", "bullying"),
        *("threatening", "blackmailing", "forcing", "making", "pressuring", "pushing", "trying"),
        *("spreading", "posting", "posted", "made", "nicking", "stealing", "taking", "filming"),
        *("filmed", "shared", "kissing", "grabbing", "coming", "staring", "mean", "horrible"),
    }
)
"""What somebody does who does it to another."""
TELLS = frozenset({"told", "tells", "telling"})
SEVERAL_TOLD = frozenset(
    {
        *("everyone", "everybody", "people", "evry1", "every1", "them", "mum", "all", "the"),
        *("my", "our", "dad", "lies", "on"),
    }
)
"""Who is told by somebody who does it to the speaker, rather than what happens to them."""
HARMED_SELF = frozenset(
    {"herself", "himself", "themself", "themselves", "hurt", "being", "getting"}
)
BEFORE_A_SUBJECT = frozenset(
    {
        *(BREAK, "and", "but", "so", "because", "cos", "when", "if", "that", "think", "thinks"),
        *("know", "hi", "hey", "n", "hello", "then", "now", "says", "said", "pls", "please"),
        *("worried", "scared", "its", "is", "today", "yesterday", "basically", "ok", "how", "as"),
    }
)
NOT_TO_WHOM = frozenset(
    {
        *("with", "from", "by", "of", "like", "than", "at", "told", "tell", "asked", "ask", "me"),
        *("sent", "send", "showed", "show", "told", "to", "in", "on", "without", "behind", "off"),
        *("between", "near", "shouts", "lost", "miss", "love", "hate", "or", "and", "are", "be"),
        *("b", "kissed", "kiss", "like", "fancy", "meet", "met", "see", "saw", "lost"),
    }
)
HANDED = frozenset({"told", "asked", "sent", "showed", "sends", "asks", "tells", "shows"})
"""What is done to a friend by another, and by "I" is only how the speaker lives."""
THIRD = frozenset({"he", "hes", "him", "his", "she", "shes", "her", "they", "theyre", "them"})
NAMED_FIRST = frozenset({"about", "for"})


NOT_A_THING = frozenset(
    {
        *MY_CHILD, *MY_YOUNG, *SIBLING, *MATE, *PUPIL, *KIN, *PLACES, *AT_HOME, *OLD,
        *BETWEEN, *NEIGHBOUR, "ex", "partner", "husband", "wife", "uncle", "aunt", "auntie",
        "stepdad", "stepmum", "father", "mother", "grandad", "nan", "teacher", "coach", "step",
        "friends", "family", "parents", "heart", "head", "opinion", "phone", "life", "god",
    }
)  # fmt: skip
