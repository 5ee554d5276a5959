"""Words around names, German and English: titles that the greetings do not need, and words that are no names."""

from __future__ import annotations

MORE_TITLES = frozenset(
    """professor captain mx reverend rev judge lady lord colonel sergeant father sister officer councillor senator
    magister mag ingenieur ing doktor hofrat direktor""".split()
)
ALONE = frozenset("sir madam sirs concern".split())  # "Dear Sir": a title and nobody's name
NO_NAMES = frozenset(
    """team all everyone everybody folks guys there friends colleagues customer customers support again and & or the of my
    to whom it may concern service department office desk manager hiring recruiter sales accounts payable reader
    und oder liebe lieber hallo guten tag an die der das kunde kunden kundin damen herren leute ihr beiden
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december today tomorrow yesterday however unfortunately also finally anyway well hopefully sadly
    france germany england austria switzerland spain italy europe london paris berlin vienna zurich munich hamburg
    montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember
    """.split()
)
LEADS = frozenset(  # what may stand before a name that is called: "Thanks Lisa, ..."
    "thank thanks you yes no sorry ok okay great morning evening afternoon danke vielen dank ja nein sorry moin".split()
)
SPEAKS = frozenset("you your please thank thanks du dir dich dein deine sie ihnen ihr ihre bitte danke see".split())
