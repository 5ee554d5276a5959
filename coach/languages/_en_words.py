"""English word lists, curated for business mail; `lexicon.py` says how entries are written.

The nine function-word categories follow the idea of Ireland & Pennebaker 2010 (LSM).
"""

from __future__ import annotations

FUNCTION_WORDS = {
    "personal_pronouns": """i me my mine myself you your yours yourself yourselves he him his himself she her hers
        herself we us our ours ourselves they them their theirs themselves u ya""",
    "impersonal_pronouns": """it its itself this that these those something anything nothing everything someone anyone
        everyone somebody anybody nobody everybody none one ones what which who whom whose whatever whichever
        whoever other others another such thing things stuff""",
    "articles": "a an the",
    "auxiliary_verbs": """am 'm is 's are 're was were be been being have 've has had having do does did
        done doing can could may might must shall should will 'll would 'd wo ca gonna gotta ought""",
    "common_adverbs": """very really just so too also only even still already yet again now then here there always often
        never sometimes usually maybe perhaps probably actually however therefore thus quite rather almost well
        soon today tomorrow yesterday once together instead otherwise anyway pretty back about where when why how
        hopefully unfortunately currently recently basically simply especially""",
    "prepositions": """in on at by for with from to into onto of off over under about above across after against along
        among around as before behind below beneath beside besides between beyond despite down during except
        inside near out outside past per regarding since through throughout till toward towards until up upon
        via within without concerning""",
    "conjunctions": """and or but nor so yet because although though while whereas if unless whether since as than that
        until when whenever & cos cause""",
    "negations": """no not n't never none nothing nobody nowhere neither nor without cannot nope""",
    "quantifiers": """all any both each every few fewer less lot lots many more most much several some enough half little
        plenty least bunch couple bit tons majority various""",
}

I_WORDS = "i me my mine myself"
WE_WORDS = "we us our ours ourselves"
YOU_WORDS = "you your yours yourself yourselves u ya"
CONTRACTIONS = ("n't", "'m", "'re", "'ve", "'ll", "'d", "gonna", "wanna", "gotta")

HEDGES = (
    "maybe", "perhaps", "possibly", "probably", "might", "may", "could", "i think", "i guess", "i suppose", "i believe",
    "i feel", "it seems", "seems", "seem", "sort of", "kind of", "somewhat", "rather", "a bit", "a little", "around",
    "roughly", "approximately", "about", "more or less", "likely", "apparently", "presumably", "in my opinion",
    "as far as i know", "not sure", "wonder", "wondering", "assume", "tend to", "appears", "appear", "fairly",
)  # fmt: skip
BOOSTERS = (
    "absolutely", "definitely", "certainly", "clearly", "completely", "totally", "extremely", "really", "very", "surely",
    "of course", "obviously", "always", "never", "super", "highly", "truly", "guaranteed", "undoubtedly", "entirely",
    "incredibly", "seriously", "for sure", "without doubt", "no doubt", "indeed", "so much", "especially",
)  # fmt: skip
WARM = (
    "love", "lovely", "happy", "glad", "delighted", "pleased", "pleasure", "wonderful", "great", "fantastic", "awesome",
    "brilliant", "amazing", "enjoy*", "hope", "hopefully", "welcome", "kind", "kindness", "warm*", "dear", "friend*",
    "thank*", "thanks", "appreciate*", "grateful", "congratulations", "congrats", "best wishes", "all the best", "good luck",
    "fun", "excited", "exciting", "looking forward", "look forward", "together", "trust*", "weekend", "holiday*",
    "vacation", "family", "birthday", "smile*", "laugh*", "get well", "take care", "cheers", "beautiful", "perfect",
    "thoughtful", "proud",
)  # fmt: skip
NEGATIVE = (
    "angry", "annoy*", "disappoint*", "unfortunately", "bad", "problem*", "issue", "issues", "error*", "broken", "broke",
    "fault*", "defect*", "wrong", "complain*", "late", "delay*", "unhappy", "unacceptable", "upset*", "frustrat*",
    "damage*", "fail*", "downtime", "wait*", "forgot*", "cancel*", "terminate*", "lawyer*", "worr*", "concern*",
    "terrible", "awful", "horrible", "poor", "mistake*", "missing", "useless", "unreliable", "worse", "worst", "sad",
    "overdue", "refund*", "stuck", "unsatisf*", "dissatisf*", "tired of", "fed up",
)  # fmt: skip

TELLING_WORDS = """the and to of a is in that it you for i on with this be are have we as not will can your but if at my or from
    our would me please thanks thank hi hello dear regards best so do an all was by has they there what when could
    should let know hey yes no just any been which out about up get how who he she his her i'm don't it's we're i'll
    you're can't didn't sure okay cheers why where""".split()
