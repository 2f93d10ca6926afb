"""The words of English for what is done to somebody, by whom, and how it is told (friends.py)."""

from guide.understanding.typed import BREAK
from guide.understanding.whom import people

SAYS = frozenset({"says", "said", "threatens", "threatened", "tells", "told"})
SEVERAL = frozenset(
    {
        *("are", "have", "all", "keep", "were", "dont", "left", "hate", "think", "and", "would"),
        *("will", "wont", "know", "say", "said", "told", "went", "can", "cant", "just", "made"),
        *("stopped", "started", "ignore", "laugh", "laughed", "do", "did", "didnt", "ran", "see"),
        *("find", "found", "want", "havent", "arent", "wouldnt", "never", "always", "sniff"),
    }
)
"""What follows friends who are many, where it would follow no "friend's"."""
THE_KIDS = tuple(
    phrase
    for kids in (
        "the kids",
        "the children",
        "the bairns",
        "the weans",
        "the little one",
        "the baby",
    )
    for phrase in (
        *(f"hits me and {kids}", f"in front of {kids}", f"{kids} see", f"{kids} saw"),
        *(f"{kids} hear", f"{kids} heard", f"has {kids}", f"takes {kids}", f"took {kids}"),
    )
)
"""How a mother or a father speaks of what goes on at home, and an older sister now and then."""
PARENTS_TELL = frozenset(
    {
        *("us", "school", "year", "class", "teacher", "found", "told", "little", "wee", "wife"),
        *("husband", "nursery", "reception", "mother", "daddy", "bedroom", "both", "autistic"),
        *("our", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
    }
)
"""Words of a parent who tells of "my boy", where a friend would say so too."""
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
ALWAYS = frozenset({"has", "looks", "smells", "cries", "sits", "wears", "seems"})
"""What is always so of whom something happens to."""
GONE_SILENT = (
    *("not answering", "wont answer", "isnt answering", "not picking up", "said goodbye"),
    *("says goodbye", "saying goodbye", "last text", "last message", "his phone is off"),
    *("her phone is off", "hasnt come home", "not come home", "not picked up", "wont pick up"),
    *("hasnt picked up", "isnt picking up", "phones off"),
)
"""Lines about somebody who is named by "he" or "she" alone: who they are is not said."""
SHOWN = frozenset(
    {
        *("cuts", "scars", "marks", "bruises", "wrists", "arms", "arm", "legs", "messages"),
        *("msgs", "texts", "chats", "burns", "bruise", "phone"),
    }
)
"""What somebody shows to whom they trust: it happened to them."""
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
        "texted me goodbye",
        "texted me saying",
        "texted me to say",
        "messaged me goodbye",
        "messaged me saying",
        "messaged me to say",
        "sent me a goodbye",
        "said goodbye to me",
        "let her see us",
        "let him see us",
        "told us",
        "tells us",
        "told our",
        "make me promise",
        "told me at",
    ),
)
"""What is done to the speaker, and is not what is the matter."""
SUFFERS = frozenset(
    {
        *("is", "was", "gets", "got", "has", "hasnt", "isnt", "keeps", "feels", "wants", "cant"),
        *("cuts", "selfharms", "self", "hurts", "thinks", "had", "sent", "met", "just", "might"),
        *("been", "being", "never", "goes", "went", "lives", "needs", "doesnt", "says", "said"),
        *("told", "tells", "tried", "are", "who", "took", "wont", "talks", "may", "came", "age"),
        *("aged", "and", "hates", "looks", "seems", "s", "also", "ran", "thats", "stopped"),
        *("hasn", "cries", "started", "whos", "shes", "hes", "theyre", "someone", "a", "still"),
        *("comes", "turns", "wears", "flinches", "hides", "begs", "refuses"),
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
    {"herself", "himself", "themself", "themselves", "hurt", "being", "getting", "goodbye"}
)
UNKIND = frozenset(
    {
        *("mean", "horrible", "weird", "nasty", "rude", "funny", "off", "a", "an", "so", "really"),
        *("annoying", "moody", "jealous", "older", "nice", "difficult", "cold", "distant", "like"),
        *("silly", "unfair", "my", "friends", "mates", "at", "here", "there", "away"),
    }
)
"""What somebody is "being" who does it to another, or to whom nothing is done."""
BEFORE_A_SUBJECT = frozenset(
    {
        *(BREAK, "and", "but", "so", "because", "cos", "when", "if", "that", "think", "thinks"),
        *("know", "hi", "hey", "n", "hello", "then", "now", "says", "said", "pls", "please"),
        *("worried", "scared", "its", "is", "today", "yesterday", "basically", "ok", "how", "as"),
    }
)
HANDED = frozenset({"told", "asked", "sent", "showed", "sends", "asks", "tells", "shows"})
"""What is done to a friend by another, and by "I" is only how the speaker lives."""
CARES_FOR = frozenset(
    {"put", "puts", "feed", "feeding", "mind", "minding", "babysit", "bath", "wash"}
)
"""What the speaker does for a little brother or a sister of theirs."""
BULLIES = frozenset(
    {
        *("bullying", "bully", "bullies", "teasing", "tease", "hitting", "hit", "hurting", "on"),
        *("beating", "kicking", "punching", "filming", "following", "excluding", "to"),
    }
)
"""What is done to whom comes right after: "picking on this boy", "being mean to a girl"."""
WORRIES = frozenset(
    {
        *("worried", "worry", "scared", "concerned", "asking", "ask", "help", "report", "is"),
        *("its", "here", "afraid", "fear", "advice", "support", "something", "tell", "told"),
        *("reporting", "this", "number", "somewhere", "what", "do", "anxious", "terrified"),
    }
)
"""What somebody says who comes for a friend: "worried about my mate", "asking for my mate"."""
DEEDS = frozenset(
    {
        *("touched", "touches", "hurt", "hurts", "hit", "hits", "kissed", "kisses", "groped"),
        *("raped", "forced", "forces", "made", "makes", "filmed", "films", "posted", "posts"),
        *("shared", "shares", "showed", "shows", "sent", "sends", "bullies", "bullied", "beat"),
        *("beats", "flashed"),
    }
)
"""What somebody does to another, as it stands right after who does it."""
NOT_TO_WHOM = frozenset(
    {
        *("with", "from", "by", "of", "like", "than", "at", "told", "tell", "asked", "ask", "me"),
        *("sent", "send", "showed", "show", "to", "in", "on", "without", "behind", "off", "was"),
        *("between", "near", "shouts", "lost", "miss", "love", "hate", "or", "and", "are", "be"),
        *("b", "kissed", "kiss", "fancy", "meet", "met", "see", "saw", "had", "has", "have", "got"),
        *("only", "likes", "prefers", "loves", "wants", "treats", "marry", "marrying"),
    }
)
"""Words before somebody to whom nothing is done."""
WILL = frozenset({"will", "theyll", "hell", "shell", "gonna", "would", "hed", "theyd"})
"""Before what is threatened."""
DOERS = frozenset({"i", "im", "ive", "id", "ill", "we", "weve"})
PERCEIVES = frozenset({"saw", "seen", "found", "caught", "heard", "see", "know", "knew"})
"""What the speaker does who comes to know of it: "i found my sister cutting herself"."""
LOOKS_ON = frozenset(
    {
        *("found", "saw", "seen", "heard", "know", "promised", "swore", "noticed", "help"),
        *("tell", "believe", "think", "worry", "worried", "scared", "picked", "opened", "read"),
        *("rang", "looked", "checked", "washing", "changing", "mending", "smelt"),
    }
)
"""What the speaker does who tells of another."""
THEIRS = frozenset(
    {
        *("phone", "ipad", "tablet", "laptop", "xbox", "steam", "snap", "insta", "drawer", "bag"),
        *("coat", "school", "washing", "sheets", "arm", "arms", "wrist", "wrists", "sleeve"),
        *("sleeves", "legs", "friends", "mates", "nudes", "bed", "bedroom", "diary", "messages"),
        *("chats", "texts", "locker", "search", "browser", "shirt", "cuts", "scars", "blazer"),
    }
)
"""What is "her" or "his", of whom the speaker tells who looks on."""
SHOWN_OF = frozenset(
    {
        *("pic", "pics", "picture", "pictures", "photo", "photos", "video", "videos", "vid"),
        *("vids", "nude", "nudes"),
    }
)
"""What is passed round of somebody."""
OF_SIBLINGS = (
    (people.HIS_ELDERS | SUFFERS | HARMED_SELF | THEIRS | SHOWN_OF)
    | {"on", "in", "face", "trans", "private", "not", "missing", "ill", "gay", "pregnant"}
    | {"asleep", "lost", "drama"}
)
"""What follows "my brothers" where it stands for "my brother is", or for what is done to his."""
NO_NAMES = people.HIS_ELDERS | frozenset(
    {"online", "group", "request", "circle", "who", "from", "in"}
)
AFTER_A_NAME = frozenset(
    {
        *("is", "was", "has", "hasnt", "isnt", "gets", "got", "wont", "cant", "says", "told"),
        *("keeps", "just", "might"),
    }
)
"""What stands after a first name that stands after "my mate"."""
