"""English wording that makes a text formal or informal; `lexicon.py` says how entries are written.

The classes follow what readers of mail go by (Peterson, Hohensee & Xia 2011; Pavlick & Tetreault 2016); the words
are our own choice, general language only.
"""

from __future__ import annotations

import re

REGISTER = {
    "slang": (
        "yeah", "yea", "yep", "yup", "nope", "nah", "ya", "y'all", "ya'll", "yall", "dude", "buddy", "bro", "mate",
        "lads", "guys", "folks", "gonna", "wanna", "gotta", "kinda", "sorta", "dunno", "lemme", "gimme", "cuz", "cos",
        "coz", "'cause", "'til", "ain't", "ai n't", "'em", "lol", "rofl", "lmao", "haha*", "hehe*", "omg", "wtf",
        "ttyl", "xo", "xoxo", "xx", "u", "ur", "thru", "tho", "luv", "'bout", "cool", "awesome", "crazy", "wild",
        "nuts", "lame", "gross", "yummy", "sucks", "suck", "sucked", "screw", "screwed", "screwing", "crap", "crappy",
        "damn", "damned", "dang", "heck", "hell", "ass", "arse", "shit*", "fuck*", "bitch*", "bastard", "bullshit",
        "bs", "freak*", "frigging", "bloody", "bummer", "bummed", "pissed", "jerk", "dumb", "idiot", "moron", "butt",
        "chick", "chicks", "babe", "hottie", "hangover", "holler", "hon", "sweetie", "honey", "pal", "mom", "dad",
        "mum", "grandma", "booze", "beer", "beers", "hang out", "hanging out", "hung out", "chill", "buzz", "yo", "gal",
        "goof*", "silly", "funny", "joke*", "joking", "ripped off", "ok", "okay", "okey", "alright", "no biggie",
        "no worries", "my bad", "sure thing", "righto", "cheers", "craic", "kudos", "psyched", "pumped", "stoked",
        "swamped", "whopping", "nutty", "cranky", "scary", "spooky", "wacky", "sneak*", "brag*", "bucks", "quid",
    ),
    "interjection": (
        "oh", "ooh", "wow", "oops", "ugh", "um", "uh", "hmm", "hm", "huh", "ah", "aw", "ouch", "yay", "yikes", "geez",
        "gee", "gosh", "whew", "hey", "hi", "bye", "hooray", "yippee", "oh well", "by golly", "duh", "woo", "woohoo",
    ),
    "informal": (
        "stuff", "thing", "things", "a lot", "lots", "tons", "a bunch", "bunch", "a couple", "pretty much", "kind of",
        "sort of", "a bit", "big deal", "real quick", "heads up", "pretty", "huge", "fun", "way too", "too bad",
        "anyway", "anyways", "whatever", "guess", "figure", "figure out", "check out", "hang on", "hold on",
        "grab", "mess", "messed up", "sort out", "catch up", "touch base", "ping", "drop by", "stop by", "swing by",
        "come by", "head out", "take off", "end up", "ended up", "hook up", "show up", "dig", "digging", "scoop",
        "stuck", "dump", "sounds good", "looks good", "no problem", "let 's", "lets", "how about", "what about",
        "how 's", "what 's up", "see you", "see ya", "talk to you", "talk soon", "keep me posted", "up to speed",
        "in the loop", "totally", "super", "bet", "neat", "anymore", "right away", "okie", "blow", "crush", "glad",
        "weird", "kid", "kids", "hate", "scared", "okay then",
    ),
    "plain": (
        "get", "gets", "got", "gotten", "getting", "want", "wanted", "wants", "need", "think", "thought", "know",
        "tell", "told", "ask", "asked", "said", "say", "says", "go", "going", "goes", "went", "come", "came", "look",
        "looks", "put", "give", "gave", "take", "took", "let", "talk", "talked", "try", "tried", "trying", "keep",
        "maybe", "really", "just", "nice", "big", "bad", "sure", "sorry", "hope", "like", "back", "still", "now",
        "pretty", "too", "also", "so",
    ),
    "clipped": (
        "fyi", "btw", "asap", "thx", "thanx", "pls", "plz", "tks", "thks", "info", "w/", "w/o", "b/c", "b/w", "#", "&",
        "mtg", "appt", "yr", "yrs", "hrs", "mins", "wk", "tues", "thurs", "ppl", "msg", "pic", "pics", "re", "ps",
        "p.s.", "approx", "im", "ive", "dont", "didnt", "cant", "wont", "isnt", "doesnt", "thats", "whats", "youre",
        "theyre", "wasnt", "couldnt", "wouldnt", "havent", "hasnt", "arent", "alot", "definately", "recieve",
        "recieved", "untill", "tommorow", "wierd", "seperate", "tmrw",
    ),
    "personal": (
        "mommy", "daddy", "aunt", "uncle", "cousin*", "grandpa", "kids", "guy", "lady", "ladies", "roommate", "sister's",
        "hungry", "pizza", "cake", "candy", "coffee", "drunk", "bored", "boring", "scared", "awful", "terrible", "cute", "pretty",
        "gorgeous", "sweet", "smell*", "wish you", "miss you", "love you", "thinking of you", "my mom", "my dad", "halloween",
        "easter", "new year", "snow", "sunny", "rain", "weather", "camping", "fishing", "hunting", "hike", "hiking", "ski*",
        "swim*", "soccer", "baseball", "basketball", "tennis", "tv", "concert", "band", "novel", "puppy", "doggy", "kitty",
        "bedroom", "kitchen", "apartment", "jeans", "shirt", "diet", "gift*", "prayer*", "pray", "praying", "honeymoon",
        "birthday", "wedding", "baby", "babies", "house", "home", "family", "wife", "husband", "brother", "sister",
        "mother", "father", "son", "daughter", "girl*", "boyfriend", "girlfriend", "friend*", "weekend", "tonight",
        "dinner", "lunch", "breakfast", "drink*", "wine", "eat", "eating", "food", "cook*", "vacation", "trip", "beach",
        "game", "games", "play", "playing", "football", "golf", "movie*", "music", "song*", "dance*", "dancing", "dog",
        "cat", "horse*", "hair", "wear", "wearing", "dress", "shoes", "shopping", "christmas", "thanksgiving", "happy",
        "miss", "sleep", "bed", "tired", "sick", "feel", "feeling", "fat", "sexy", "god", "school", "college", "car",
        "drive", "driving", "money", "luck", "lucky", "laugh*", "cry", "cried", "dream*", "life", "body", "married",
        "dating", "love", "loved", "hug*", "kiss*", "story", "stories", "great", "night", "summer", "bar", "pool",
        "yard", "neighbor*", "neighbour*", "party", "parties", "enjoy*", "excited", "exciting", "picnic", "barbecue",
        "bbq", "bike", "run", "gym", "mad", "sad", "lonely",
    ),
    "formal": (
        "regarding", "concerning", "pursuant", "hereby", "herewith", "hereto", "thereof", "therein", "hereinafter",
        "therefore", "furthermore", "moreover", "nevertheless", "nonetheless", "accordingly", "consequently", "thus",
        "hence", "whereas", "whereby", "shall", "kindly", "respectfully", "enclosed", "attached please find",
        "please find attached", "please find", "please be advised", "please note", "please advise", "advise", "advised",
        "requesting", "requirement*", "obtain*", "receipt", "submit*", "assist", "assistance", "inform", "informed",
        "confirmation", "ensure", "additional", "additionally", "appropriate", "prior to", "prior", "subsequent",
        "subsequently", "in accordance", "with respect to", "with regard to", "with regards to", "in order to",
        "on behalf", "in addition", "in connection with", "do not hesitate", "at your earliest", "earliest convenience",
        "would appreciate", "appreciate", "grateful", "documentation", "commence*", "terminate*", "the following",
        "as follows", "pertain*", "applicable", "notify", "notified", "notification", "inconvenience", "correspondence",
        "may i", "sincerely", "indicate", "indicated", "establish*", "implement*", "significant*", "particularly",
        "specifically", "respective", "respectively", "referenced", "according to", "should you",
        "if you have any questions", "accordance", "compliance", "sufficient*", "assure", "acknowledge*", "anticipate*",
        "facilitate*", "accommodate*", "permit*", "acquire*", "regard", "thereafter", "approximately",
    ),
    "written": (
        "it is", "there is", "there are", "including", "such", "per", "within", "party", "following", "complete",
        "completed", "completion", "attached", "attachment", "available", "matter", "matters", "upon", "whether",
        "receive", "received", "provide", "provided", "provides", "providing", "require", "required", "requires",
        "based on", "currently", "particular", "due to", "as of", "unless", "although", "specific", "effective",
        "forwarded", "confirm", "confirmed", "purchase", "purchased", "responsib*", "as well as", "however", "request",
        "requests", "requested", "opportunity", "participate", "participation", "reference", "determine", "determined",
    ),
    "office": (
        "agenda", "memo", "memorandum", "attend", "attendance", "organization", "organisation", "program", "programme",
        "procedure*", "summary", "analysis", "budget", "training", "resource*", "staff", "manager*", "managing", "financial",
        "quarter", "quarterly", "annual", "fiscal", "credit", "terms", "facility", "facilities", "delivery", "supply", "counsel",
        "attorney", "letter", "executed", "execution", "amendment", "amended", "section", "exhibit", "version", "data", "support",
        "business", "executive", "chairman", "corporate", "industry", "research", "planning", "development", "strategy",
        "strategic", "objective*", "performance", "evaluation", "candidate*", "interview", "interviews", "supplier*", "vendor*",
        "deadline", "regulation*", "regulatory", "commission", "operations", "operational", "administration",
        "administrative", "assistant", "participant*", "registration", "reservation", "confidential", "authorized",
        "authorised", "authorization", "assigned", "assignment", "status", "requirement", "specification*", "equipment",
        "agreement*", "approval", "approved", "approve", "review", "reviewed", "proposal", "schedule*", "issue",
        "issues", "update*", "process", "report*", "response", "respond", "comments", "distribution", "distribute*",
        "meeting", "conference", "department", "management", "committee", "members", "information", "services",
        "employee*", "board", "director", "president", "policy", "contract*", "transaction*", "legal", "corporation",
        "company", "office", "invoice*", "payment*", "account*", "customer*", "client*", "project*", "document*",
        "order*", "date", "team", "discuss", "discussion*", "contact", "question", "questions", "copy", "draft",
        "revised", "changes",
    ),
}  # fmt: skip

# Endings of words that came from Latin by way of books: "confirmation", "requirement", "availability", "previously".
ABSTRACT_WORD = re.compile(
    r"\b[A-Za-z]{2,}(?:[tsx]ions?|ments?|[ae]nc(?:e|es|y)|it(?:y|ies)|[td]ures?|i[vz]es?|i[vz]ed|ously|ally|ively|[ai]ble"
    r"|ary|ory|ical|ious|uous|ate[sd]?|ify|ified|ist|ism|ship|ness)\b"
)
