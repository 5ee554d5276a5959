"""Which passwords are refused: too short, too long, or among those that are tried first. No rules on characters.

Source: NIST SP 800-63B, 3.1.1.2. How soon a password would be tried is estimated by zxcvbn (Wheeler 2016), which
knows the commonest passwords, words, names, keyboards and dates, and how people join them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from server.sign_in.passwords import LONGEST, SHORTEST, normal

Weakness = Literal["short", "long", "common"]

LEAST_GUESSES = 10**10  # zxcvbn's "very unguessable"; at ten tries a second on a stolen hash that is thirty years
READ = 72  # characters that zxcvbn looks at; its time grows with the square, and nobody guesses as far

# What people in offices take first that zxcvbn's English lists do not know.
PIECES = tuple(
    """
    einklang passwort kennwort geheim geheimnis willkommen hallo hallowelt guten morgen tag abend zugang anmelden
    anmeldung sicher sicherheit computer rechner firma arbeit buero büro kunde kunden support vertrieb service post
    ichliebedich liebe schatz schatzi mausi hase hasi engel sonne sonnenschein stern blume schmetterling
    januar februar maerz märz april mai juni juli august september oktober november dezember
    montag dienstag mittwoch donnerstag freitag samstag sonntag fruehling frühling sommer herbst winter urlaub
    ostern weihnachten berlin hamburg muenchen münchen koeln köln frankfurt stuttgart dresden leipzig wien zuerich
    zürich bayern dortmund schalke deutschland oesterreich österreich schweiz fussball fußball
    qwertz qwertzuiop asdfghjkl yxcvbnm admin administrator benutzer test testen probe start neu alt
    welcome password letmein monday tuesday wednesday thursday friday spring summer autumn january february
    company office customer sales
    """.split()
)


def weakness(password: str, about: Sequence[str] = ()) -> Weakness | None:
    """Why a password is refused; None if it is taken. `about` is what others know of its owner, such as the name."""
    from zxcvbn import zxcvbn  # twelve megabytes of word lists, needed only when somebody sets a password

    text = normal(password)
    if len(text) < SHORTEST:
        return "short"
    if len(text) > LONGEST:
        return "long"
    known = [*(part for each in about for part in (each, *_parts(each))), *PIECES]
    guesses = zxcvbn(text[:READ], user_inputs=known)["guesses"]
    return "common" if guesses < LEAST_GUESSES else None


def _parts(name: str) -> list[str]:
    """A name in its pieces: max.kern@example.com -> max, kern, example, com."""
    pieces = "".join(each if each.isalnum() else " " for each in name).split()
    return [each for each in pieces if len(each) > 2]
