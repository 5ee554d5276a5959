"""Short forms of first names that do not begin like the name, German and English."""

NICKNAMES = {
    "bob": ("robert",), "bobby": ("robert",), "bill": ("william", "wilhelm"), "billy": ("william",),
    "dick": ("richard",), "ted": ("edward", "theodore"), "ned": ("edward",), "jack": ("john", "jacob"),
    "hank": ("henry",), "harry": ("henry", "harold", "harald"), "peggy": ("margaret",), "meg": ("margaret",),
    "polly": ("mary",), "molly": ("mary",), "betty": ("elizabeth", "elisabeth"), "bess": ("elizabeth",),
    "liz": ("elizabeth",), "lisa": ("elisabeth", "elizabeth"), "lisbeth": ("elisabeth",), "sissi": ("elisabeth",),
    "nell": ("helen", "eleanor"), "ellie": ("eleanor",), "tony": ("anthony", "anton"), "toni": ("anton", "antonia"),
    "alex": ("alexander", "alexandra"), "sandra": ("alexandra",), "sascha": ("alexander",), "sandy": ("alexandra",),
    "hannes": ("johannes",), "hans": ("johannes", "johann"), "jo": ("johannes", "joachim", "josef"),
    "jupp": ("josef",), "sepp": ("josef",), "basti": ("sebastian",), "bastian": ("sebastian",),
    "klaus": ("nikolaus",), "claus": ("nikolaus",), "nick": ("dominik", "nikolaus", "nicholas"),
    "stoffel": ("christoph",), "tina": ("christina", "bettina", "martina"), "tine": ("christine", "martine"),
    "ina": ("katharina", "karina"), "rike": ("friederike", "ulrike"), "uli": ("ulrich", "ulrike"),
    "gitte": ("brigitte",), "grete": ("margarete",), "gretel": ("margarete",), "trude": ("gertrud",),
    "lena": ("helena", "magdalena"), "leni": ("helene", "magdalena"), "ike": ("isaac", "friederike"),
    "kit": ("christopher", "katherine"), "kathy": ("catherine",), "kate": ("catherine", "katherine"),
}  # fmt: skip
