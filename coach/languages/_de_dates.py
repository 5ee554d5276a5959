"""How German names times to come. Curated for business mail."""

from __future__ import annotations

import re
from datetime import time

from coach.promise_words import DueKind, DueWords, due, one_of

WEEKDAYS = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonnabend": 5, "sonntag": 6,
    "mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6,
}  # fmt: skip
MONTHS = {
    "januar": 1, "jänner": 1, "jan": 1, "februar": 2, "feber": 2, "feb": 2, "märz": 3, "maerz": 3, "mär": 3, "mrz": 3,
    "april": 4, "apr": 4, "mai": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
    "sept": 9, "sep": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11, "dezember": 12, "dez": 12,
}  # fmt: skip
NUMBERS = {
    "ein": 1, "eine": 1, "einem": 1, "einer": 1, "eines": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5,
    "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "vierzehn": 14, "fünfzehn": 15,
    "zwanzig": 20, "dreißig": 30, "halben": 0.5, "halbe": 0.5,
}  # fmt: skip
UNITS = {
    "minute": "minute", "minuten": "minute", "min": "minute", "stunde": "hour", "stunden": "hour", "std": "hour",
    "tag": "day", "tage": "day", "tagen": "day", "tages": "day", "kalendertagen": "day", "kalendertage": "day",
    "werktag": "workday", "werktage": "workday", "werktagen": "workday", "werktags": "workday",
    "arbeitstag": "workday", "arbeitstage": "workday", "arbeitstagen": "workday",
    "woche": "week", "wochen": "week", "kalenderwoche": "week", "monat": "month", "monate": "month",
    "monaten": "month", "monats": "month", "quartal": "quarter", "quartals": "quarter", "jahr": "year",
    "jahre": "year", "jahres": "year", "wochenende": "weekend", "wochenendes": "weekend",
}  # fmt: skip
NEAR = {"heute": 0, "heut": 0, "morgen": 1, "übermorgen": 2, "uebermorgen": 2}
WHICH = {
    **dict.fromkeys("diese dieser dieses diesem diesen laufenden laufende laufender der des dem den".split(), 0),
    **dict.fromkeys("kommende kommender kommenden kommendes kommendem folgende folgenden".split(), 1),
    **dict.fromkeys("nächste nächster nächsten nächstes nächstem naechste naechster naechsten".split(), 1),
    **dict.fromkeys("übernächste übernächster übernächsten übernächstes übernächstem".split(), 2),
}  # fmt: skip
THIRDS = {"anfang": "start", "mitte": "middle", "ende": "end"}
DAYPARTS = {
    "früh": time(10), "morgen": time(12), "vormittag": time(12), "mittag": time(12), "nachmittag": time(18),
    "abend": time(21), "nacht": time(23),
}  # fmt: skip
HOLIDAYS = {
    "weihnachten": "christmas", "den feiertagen": "christmas", "heiligabend": "christmas", "silvester": "new_year",
    "dem jahreswechsel": "new_year", "jahresende": "new_year", "ostern": "easter",
}  # fmt: skip

DAY_NAMES = one_of(word for word in WEEKDAYS if len(word) > 2)
SHORT_DAYS = one_of(word for word in WEEKDAYS if len(word) == 2)
MONTH_NAMES = one_of(MONTHS)
NUMBER = rf"\d{{1,3}}|{one_of(NUMBERS)}"
UNIT = one_of(UNITS)
COUNTED = r"(?:minuten?|min|stunden?|std|kalendertagen?|werktage?n?|arbeitstage?n?|tage?n?|wochen?|monate?n?)"
DAYPART = rf"(?: (?:am |gleich )?(?P<daypart>{one_of(DAYPARTS)}))?"
# "Nächsten Freitag" is one of next week, "kommenden Freitag" the first to come.
WEEKLY = r"(?:(?P<which>(?:über)?nächste[nrsm]?) |(?:kommende[nrsm]?|diese[nrsm]?) )?"

DUES = DueWords(
    patterns=(
        due(DueKind.WEEKS_ON, rf"(?:(?P<weekday>{DAY_NAMES})|(?P<near>heute|morgen)) in (?P<number>{NUMBER}) wochen?"),
        due(DueKind.NEAR, rf"(?<!am )(?<!guten )(?<!jeden )(?P<near>{one_of(NEAR)}){DAYPART}"),
        due(DueKind.DATE, rf"(?:(?:{DAY_NAMES}|(?:{SHORT_DAYS})\.?),? (?:dem |den |der )?)?(?P<day>\d{{1,2}})\. ?(?:(?P<month>{MONTH_NAMES})\b\.?|(?P<monthnumber>\d{{1,2}})\.)(?: ?(?P<year>20\d\d|\d\d(?![:\d. ]*uhr)))?{DAYPART}"),
        due(DueKind.DATE, r"(?P<year>20\d\d)-(?P<monthnumber>\d\d)-(?P<day>\d\d)"),
        due(DueKind.WEEKDAY, rf"(?P<which>diese|nächste|kommende|übernächste) woche,? (?:am )?(?P<weekday>{DAY_NAMES}){DAYPART}"),
        due(DueKind.WEEKDAY, rf"(?P<weekday>{DAY_NAMES}) (?:in )?(?:der )?(?P<which>dieser|nächster|nächsten|kommender|kommenden|übernächster) woche"),
        due(DueKind.WEEKDAY, rf"{WEEKLY}(?P<weekday>{DAY_NAMES}){DAYPART}(?P<daypart2>früh|vormittag|mittag|nachmittag|abend)?"),
        due(DueKind.WEEKDAY, rf"(?:(?<=bis )|(?<=am )|(?<=kommenden )|(?<=nächsten )|(?<=nächste ))(?P<weekday>mo|di|mi|do|fr|sa|(?<=am )so)\b\.?{DAYPART}"),
        due(DueKind.DAY_OF_MONTH, rf"(?:{DAY_NAMES}),? (?:dem|den|der) (?P<day>\d{{1,2}})\.(?! ?(?:\d|{MONTH_NAMES}))"),
        due(DueKind.DAY_OF_MONTH, rf"(?:(?<=zum )|(?<=am )|(?<=dem )|(?<=den ))(?P<day>\d{{1,2}})\.(?! ?(?:\d|{MONTH_NAMES}|tag|monat))"),
        due(DueKind.CALENDAR_WEEK, r"(?:kw|kalenderwoche)\.? ?(?P<week>\d{1,2})\.?|(?P<week2>\d{1,2})\. (?:kw|kalenderwoche)"),
        due(DueKind.COUNT, rf"(?P<within>in|binnen|innerhalb|innert)(?: von| der nächsten| der kommenden| den nächsten| den kommenden)? (?P<about>etwa |ca\.? |circa |rund |ungefähr |spätestens |längstens |maximal )?(?:einer )?(?:(?P<low>{NUMBER}) ?(?:-|–|bis|oder) ?)?(?P<high>{NUMBER}) (?P<unit>{COUNTED})"),
        due(DueKind.COUNT, rf"(?P<about>etwa |ca\.? |rund )?(?:(?P<low>{NUMBER}) ?(?:-|–|bis) ?)(?P<high>{NUMBER}) (?P<unit>(?:werktage?n?|arbeitstage?n?))"),
        due(DueKind.FEW, r"(?:in|innerhalb|im laufe)(?: von)? (?:ein paar|einigen|wenigen|einiger|weniger|den nächsten|den kommenden|der nächsten|der kommenden|nächsten|kommenden|den nächsten paar) (?P<unit>minuten|stunden|tagen?|tage|wochen|werktagen)"),
        due(DueKind.STRETCH, rf"(?P<third>anfang|mitte|ende)(?: (?P<which>{one_of(WHICH)}))? (?P<unit>woche|monats?|quartals?|jahres|jahr|kalenderwoche)"),
        due(DueKind.STRETCH, r"(?P<third>ende) der (?P<which>nächsten|kommenden|laufenden) (?P<unit>woche)"),
        due(DueKind.STRETCH, r"(?P<unit>monats|jahres|quartals)(?P<third>ende|anfang|mitte)"),
        due(DueKind.STRETCH, r"(?:(?:im|in|innerhalb)(?: der| des)? )?(?:(?:im )?(?:laufe|verlauf) (?:der |des )?)?(?P<which>diese[rsnm]?|kommende[rsnm]?|nächste[rsnm]?|naechste[rn]?|übernächste[rsnm]?|laufenden) (?P<unit>woche|monats?|quartals?|jahres|jahr)"),
        due(DueKind.STRETCH, r"(?:übers|über das|am) (?:(?P<which>kommende[nm]?|nächste[nm]?) )?(?P<unit>wochenende)"),
        due(DueKind.DAY_END, r"im laufe des (?:(?P<near>heutigen|morgigen) )?(?:tages|nachmittags)"),
        due(DueKind.STRETCH, r"im laufe (?P<which>der|des) (?P<unit>woche|monats)"),
        due(DueKind.MONTH, rf"(?P<third>anfang|mitte|ende) (?P<month>{MONTH_NAMES})(?: (?P<year>20\d\d))?"),
        due(DueKind.MONTH, rf"(?:(?<=im )|(?<=bis ))(?P<month>{MONTH_NAMES})(?: (?P<year>20\d\d))?"),
        due(DueKind.DAY_END, rf"(?:zum |ende des |ende )?(?:(?P<near>heutigen|morgigen) )?(?:feierabend|büroschluss|dienstschluss|geschäftsschluss|tagesende|arbeitstages|(?<=ende des )tages)(?: am (?P<weekday>{DAY_NAMES}))?"),
        due(DueKind.CLOCK, r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?:uhr|h)"),
        due(DueKind.HOLIDAY, rf"(?P<holiday>{one_of(HOLIDAYS)})"),
    ),
    weekdays=WEEKDAYS,
    months=MONTHS,
    numbers=NUMBERS,
    units=UNITS,
    near={**NEAR, "heutigen": 0, "morgigen": 1},
    which=WHICH,
    thirds=THIRDS,
    dayparts=DAYPARTS,
    holidays=HOLIDAYS,
    idle_before=re.compile(
        r"\b(?:seit|vom|von|nach|ab|für|letzte[nrsm]?|vergangene[nrsm]?|vorige[nrsm]?|jede[nrsm]?|stand|gegenüber|aus)"
        r"(?: (?:dem|den|der|unserem|meinem|ihrem))?\W*$",
    ),
    before=re.compile(r"\bvor(?: dem| den| der)?\W*$"),
    firm=re.compile(r"\b(?:bis|spätestens|binnen|innerhalb)(?: (?:zum|zur|am|spätestens|einschließlich|im|in|der|den|dem|ende|mitte|anfang))*\W*$"),
    gap=re.compile(r"[\s,(]*(?:(?:um|gegen|bis|spätestens|vor|ab|am|so)\s+){0,2}"),
)  # fmt: skip
