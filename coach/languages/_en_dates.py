"""How English names times to come, in British and American business mail."""

from __future__ import annotations

import re
from datetime import time

from coach.promise_words import DueKind, DueWords, due, one_of

WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6, "mon": 0,
    "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6,
    "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10,
    "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "half an": 0.5, "the": 1,
}  # fmt: skip
UNITS = {
    "minute": "minute", "minutes": "minute", "min": "minute", "mins": "minute", "hour": "hour", "hours": "hour",
    "hrs": "hour", "hr": "hour", "day": "day", "days": "day", "business day": "workday", "business days": "workday",
    "working day": "workday", "working days": "workday", "work days": "workday", "weekday": "workday",
    "weekdays": "workday", "week": "week", "weeks": "week", "fortnight": "fortnight", "month": "month",
    "months": "month", "quarter": "quarter", "year": "year", "weekend": "weekend", "work week": "week",
}  # fmt: skip
NEAR = {"today": 0, "tonight": 0, "this": 0, "later today": 0, "tomorrow": 1, "in the morning": 1, "tmrw": 1, "tmr": 1, "tomorow": 1, "the day after tomorrow": 2}  # fmt: skip
WHICH = {"this": 0, "the": 0, "our": 0, "coming": 1, "this coming": 1, "upcoming": 1, "next": 1, "the next": 1, "following": 1, "the following": 1, "the coming": 1}  # fmt: skip
THIRDS = {"start": "start", "beginning": "start", "early": "start", "middle": "middle", "mid": "middle", "end": "end", "late": "end", "close": "end"}  # fmt: skip
DAYPARTS = {
    "morning": time(12), "lunchtime": time(13), "lunch": time(13), "afternoon": time(18), "evening": time(21),
    "night": time(21), "tonight": time(21), "first thing": time(10),
}  # fmt: skip
HOLIDAYS = {"christmas": "christmas", "xmas": "christmas", "the holidays": "christmas", "new year": "new_year", "the new year": "new_year", "easter": "easter"}  # fmt: skip

DAY_NAMES = one_of(word for word in WEEKDAYS if word.endswith("day"))
SHORT_DAYS = one_of(word for word in WEEKDAYS if not word.endswith("day"))
MONTH_NAMES = one_of(MONTHS)
NUMBER = rf"\d{{1,3}}|{one_of(NUMBERS)}"
UNIT = one_of(UNITS)
DAYPART = r"(?:,? (?:in the |at )?(?P<daypart>morning|afternoon|evening|night|lunchtime|lunch))?"
FIRST_THING = r"(?:(?P<daypart2>first thing) )?(?:(?:in the morning )?on )?"
ABOUT = r"(?P<about>about |around |roughly |approximately |approx\.? |another )?"
# "Next Friday" is that of next week, "this Friday" and "the coming Friday" the first to come.
WEEKLY = r"(?:(?:the )?(?P<which>next) |(?:this coming|this|the coming|coming) )?"
YEAR = r"(?:,? (?P<year>20\d\d))?"

DUES = DueWords(
    patterns=(
        due(DueKind.WEEKS_ON, rf"(?P<number>{NUMBER}) weeks? (?:from|on) (?:(?P<weekday>{DAY_NAMES})|(?P<near>today|tomorrow))"),
        due(DueKind.WEEKS_ON, rf"(?P<weekday>{DAY_NAMES}) (?P<number>)week"),
        due(DueKind.NEAR, r"(?P<daypart>first thing) (?P<near>in the morning)"),
        due(DueKind.NEAR, r"(?P<near>the day after tomorrow)"),
        due(DueKind.NEAR, rf"{FIRST_THING}(?P<near>later today|today|tomorrow|tmrw|tmr|tomorow){DAYPART}"),
        due(DueKind.NEAR, r"(?P<near>(?P<daypart>tonight))"),
        due(DueKind.NEAR, r"(?:later )?(?P<near>this) (?P<daypart>morning|afternoon|evening|lunchtime)"),
        due(DueKind.DATE, rf"(?:(?:{DAY_NAMES}|(?:{SHORT_DAYS})\.?),? (?:the )?)?(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH_NAMES})\b\.?{YEAR}"),
        due(DueKind.DATE, rf"(?:(?:{DAY_NAMES}|(?:{SHORT_DAYS})\.?),? )?(?P<month>{MONTH_NAMES})\.? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:| ?(?:am|pm)){YEAR}"),
        due(DueKind.DATE, r"(?P<year>20\d\d)-(?P<monthnumber>\d\d)-(?P<day>\d\d)"),
        due(DueKind.WEEKDAY, rf"(?P<which>this|next) week,? (?:on )?(?P<weekday>{DAY_NAMES}){DAYPART}"),
        due(DueKind.WEEKDAY, rf"(?P<weekday>{DAY_NAMES}) (?:of )?(?P<which>this|next) week"),
        due(DueKind.WEEKDAY, rf"{FIRST_THING}{WEEKLY}(?P<weekday>{DAY_NAMES}){DAYPART}"),
        due(DueKind.WEEKDAY, rf"(?:(?<=by )|(?<=on )|(?<=before )|(?<=next )|(?<=this )|(?<=coming ))(?P<weekday>{SHORT_DAYS})\b\.?{DAYPART}"),
        due(DueKind.DAY_OF_MONTH, rf"(?:(?:{DAY_NAMES}|{SHORT_DAYS}),? )?the (?P<day>\d{{1,2}})(?:st|nd|rd|th)(?! (?:of|{MONTH_NAMES}|time|floor|century|day|version))"),
        due(DueKind.STRETCH, r"(?:over|during|at|on) (?:(?P<which>the|this|next) )?(?P<unit>weekend)"),
        due(DueKind.CALENDAR_WEEK, r"(?:cw|calendar week|week|wk)\.? ?(?P<week>\d{1,2})"),
        due(DueKind.COUNT, rf"(?P<within>within|in|inside|over|during)(?: the)?(?: next| coming)? {ABOUT}(?:(?P<low>{NUMBER}) ?(?:-|–|to|or) ?)?(?P<high>{NUMBER}) (?P<unit>{UNIT})(?:['’]s?)?(?: time)?"),
        due(DueKind.COUNT, rf"(?P<about>)(?P<low>{NUMBER}) ?(?:-|–|to) ?(?P<high>{NUMBER}) (?P<unit>business days|working days|days|weeks)"),
        due(DueKind.COUNT, r"(?P<within>within|in|over|during) (?:the )?(?:next )?(?:a )?(?P<about>(?P<high>couple)(?: of)?) (?:more )?(?P<unit>minutes|hours|days|weeks|months|business days|working days)"),
        due(DueKind.FEW, r"(?:within|in|over|during) (?:the |a )?(?:next few|coming few|next|few|coming) (?P<unit>minutes|hours|days|weeks|months|business days|working days)"),
        due(DueKind.STRETCH, rf"(?:the )?(?P<third>start|beginning|middle|end|close) of (?P<which>{one_of(WHICH)}) (?P<unit>week|month|quarter|year|work week)"),
        due(DueKind.STRETCH, rf"(?P<third>early|mid|late)[ -](?P<which>{one_of(WHICH)}) (?P<unit>week|month|quarter|year)"),
        due(DueKind.STRETCH, r"(?P<third>end) of (?P<unit>week|month|quarter|year)|(?P<third2>mid)[ -](?P<unit2>week|month|year)"),
        due(DueKind.STRETCH, r"(?P<third>e)o(?P<unit>[wmqy])"),
        due(DueKind.STRETCH, r"(?:later |some ?time |sometime )?(?P<which>this coming|this|the coming|coming|next|the following|the next) (?P<unit>week|month|quarter|year|weekend)"),
        due(DueKind.MONTH, rf"(?:the )?(?P<third>early|mid|late|beginning of|end of|middle of|start of)[ -](?P<month>{MONTH_NAMES}){YEAR}"),
        due(DueKind.MONTH, rf"(?P<third>early|late) in (?P<month>{MONTH_NAMES}){YEAR}"),
        due(DueKind.MONTH, rf"(?:(?<=in )|(?<=by ))(?P<month>{MONTH_NAMES})\b(?! \d){YEAR}"),
        due(DueKind.DAY_END, rf"(?P<weekday>{DAY_NAMES}|{SHORT_DAYS}),? (?:by |at )?(?:eod|cob|end of (?:business|day)|close of (?:business|play))"),
        due(DueKind.DAY_END, r"(?P<near>today|tomorrow),? (?:by |at )?(?:eod|cob|end of (?:business|day)|close of (?:business|play))"),
        due(DueKind.DAY_END, rf"(?:(?:the )?end of (?:the |my |our )?(?:business |working |work )?day|(?:the )?close of (?:business|play)|eod|cob|eob)(?:,? (?:on )?(?:(?P<weekday>{DAY_NAMES}|{SHORT_DAYS})|(?P<near>today|tomorrow)))?"),
        due(DueKind.CLOCK, r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>am|pm|a\.m\.?|p\.m\.?)"),
        due(DueKind.CLOCK, r"(?:(?<=at )|(?<=by )|(?<=before )|(?<=, ))(?P<hour>\d{1,2}):(?P<minute>\d\d)"),
        due(DueKind.CLOCK, r"(?P<noon>noon|midday)"),
        due(DueKind.HOLIDAY, rf"(?P<holiday>{one_of(HOLIDAYS)})"),
    ),
    weekdays=WEEKDAYS,
    months=MONTHS,
    numbers={**NUMBERS, "couple": 2},
    units={**UNITS, "w": "week", "m": "month", "q": "quarter", "y": "year"},
    near=NEAR,
    which=WHICH,
    thirds={**THIRDS, "e": "end", "beginning of": "start", "start of": "start", "middle of": "middle", "end of": "end"},
    dayparts=DAYPARTS,
    holidays=HOLIDAYS,
    idle_before=re.compile(r"\b(?:since|from|after|last|past|every|each|for|of|dated|starting|as of)(?: the)?\W*$"),
    before=re.compile(r"\b(?:before|prior to|ahead of)(?: the)?\W*$"),
    firm=re.compile(r"\b(?:by|before|until|till|within|no later than|latest|not later than)(?: (?:the|on|at|latest))*\W*$"),
    gap=re.compile(r"[\s,(]*(?:(?:at|by|before|around|on|about|the)\s+){0,2}"),
)  # fmt: skip
