"""Exchanges in which the team takes up the customer's style of writing, and in which it does not."""

from __future__ import annotations

from coach.relationship.signal import Example

CHATTY_DE = (
    "C {day}: Hallo Herr Kern, ich hab mir das jetzt nochmal angeschaut, und ich glaube, wir sollten das doch so "
    "machen, wie Sie es mir am Telefon erklärt haben. Mir ist das eigentlich auch lieber so, weil ich dann nicht "
    "dauernd nachfragen muss. Was meinen Sie dazu?"
)
TERSE_DE = (
    "C {day}: Rückmeldung zum Angebot 4711: Position 3 entfällt, Position 5 doppelte Menge, Liefertermin "
    "Kalenderwoche 12, Lieferort Lager Nord, Rechnung an Zentrale Hamburg, Zahlungsziel 30 Tage, Kopie an Einkauf."
)
CHATTY_EN = (
    "C {day}: Hi Dave, I've had another look at it and I think we should do it the way you explained it to me on "
    "the phone. I'd actually like that better because then I don't have to keep asking you about it. What do you "
    "think?"
)
TERSE_EN = (
    "C {day}: Feedback on quote 4711: item 3 deleted, item 5 double quantity, delivery week 12, delivery address "
    "warehouse north, invoice to head office Leeds, payment terms 30 days, copy to purchasing department."
)
WARM_DE = (
    "C {day}: Liebe Frau Lindner, ich wollte Ihnen nur kurz erzählen, wie sehr wir uns alle gefreut haben, als die "
    "Blumen dann endlich bei uns auf dem Tisch standen. Meine Mutter hat fast geweint, so schön fand sie die, und "
    "ich glaube, sie hat sie schon dreimal fotografiert."
)
FORMAL_DE = (
    "C {day}: Sehr geehrte Damen und Herren, unter Bezugnahme auf die Vereinbarung vom 3. Januar bitten wir um "
    "Mitteilung der für die Abnahme der Anlage erforderlichen Unterlagen sowie um Benennung eines Ansprechpartners "
    "für die Durchführung der Prüfung am Standort Kassel."
)
FORMAL_EN = (
    "C {day}: Dear Sir or Madam, with reference to the agreement of 3 January, we request notification of the "
    "documents required for the acceptance of the installation and the nomination of a contact person for the "
    "execution of the inspection at the Leeds site."
)
WARM_EN = (
    "C {day}: Dear Ms Lindner, I just wanted to tell you how happy we all were when the flowers were finally there "
    "on our table. My mother almost cried because she found them so beautiful, and I think she's already taken "
    "three pictures of them."
)

AS_CHATTY_DE = (
    "T {day}: Hallo Frau Weiß, ich hab mir das auch nochmal überlegt, und ich glaube, Sie haben da recht. Wir "
    "machen das dann so, wie ich es Ihnen am Telefon erklärt habe, und Sie müssen sich um nichts kümmern. Wenn "
    "Ihnen noch was einfällt, rufen Sie mich einfach an."
)
AS_TERSE_DE = (
    "T {day}: Bestätigung zum Angebot 4711: Position 3 gestrichen, Position 5 verdoppelt, Liefertermin "
    "Kalenderwoche 12 bestätigt, Lieferort Lager Nord, Rechnung an Zentrale Hamburg, Zahlungsziel 30 Tage, Kopie "
    "Einkauf."
)
OFFICE_DE = (
    "T {day}: Sehr geehrte Damen und Herren, unter Bezugnahme auf Ihr Schreiben wird hiermit die Durchführung der "
    "vereinbarten Leistungen bestätigt. Die Übersendung der erforderlichen Unterlagen erfolgt nach Abschluss der "
    "Prüfung durch die zuständige Fachabteilung. Mit freundlichen Grüßen"
)
AS_WARM_DE = (
    "T {day}: Liebe Frau Busch, ich hab mich so gefreut, als ich das von Ihnen gelesen habe! Wir haben die Blumen "
    "auch ganz besonders gern für Sie gebunden, und ich zeige Ihre Zeilen gleich noch meiner Kollegin, die sie mit "
    "mir ausgesucht hat. Grüßen Sie Ihre Mutter von uns!"
)
AS_FORMAL_DE = (
    "T {day}: Sehr geehrter Herr Doktor Falk, unter Bezugnahme auf Ihr Schreiben übersenden wir Ihnen die für die "
    "Abnahme der Anlage erforderlichen Unterlagen und benennen als Ansprechpartner für die Durchführung der "
    "Prüfung am Standort Kassel unseren Mitarbeiter Herrn Ost."
)
SLOPPY_DE = (
    "T {day}: hey, joa hab ich mir angeschaut, passt schon irgendwie so!! ich schick dir das dann halt die tage "
    "mal rüber, wenn ich dazu komm, ok? sag einfach bescheid wenn du noch was brauchst :)"
)
AS_CHATTY_EN = (
    "T {day}: Hi Sue, I've had a think about it too and I reckon you're right. We'll do it just the way I "
    "explained it to you on the phone, so you don't have to worry about it. If you think of anything else, just "
    "give me a call."
)
AS_TERSE_EN = (
    "T {day}: Confirmation of quote 4711: item 3 deleted, item 5 doubled, delivery week 12 confirmed, delivery "
    "address warehouse north, invoice to head office Leeds, payment terms 30 days, copy to purchasing department."
)
OFFICE_EN = (
    "T {day}: Dear Sir or Madam, with reference to your letter, the execution of the agreed services is hereby "
    "confirmed. The required documentation will be provided upon completion of the review by the department "
    "responsible. Yours faithfully"
)
AS_WARM_EN = (
    "T {day}: Dear Mrs Bush, I was so happy when I read that! We really loved making the flowers for you, and I'm "
    "going to show your lines to my colleague because she picked them out with me. Please give your mother our "
    "love!"
)
AS_FORMAL_EN = (
    "T {day}: Dear Dr Falk, with reference to your letter, we submit the documents required for the acceptance of "
    "the installation and nominate Mr East as the contact person for the execution of the inspection at the Leeds "
    "site."
)
SLOPPY_EN = (
    "T {day}: hey, yeah had a look at it, it's kinda fine i guess!! i'll send it over to you sometime this week "
    "when i get round to it, ok? just shout if you need anything else :)"
)


def _moves(language: str, customer: str, like: str, unlike: str) -> tuple[Example, ...]:
    """An answer in the customer's style raises what one in another style lowers: the very first, and after others."""
    first, last = customer.format(day=0), customer.format(day=8)
    return (
        Example(language, True, first, like.format(day=1)),
        Example(language, False, first, unlike.format(day=1)),
        Example(language, True, f"{first}\n{unlike.format(day=1)}", f"{last}\n{like.format(day=9)}"),
        Example(language, False, f"{first}\n{like.format(day=1)}", f"{last}\n{unlike.format(day=9)}"),
    )


EXAMPLES = (
    *_moves("de", CHATTY_DE, AS_CHATTY_DE, OFFICE_DE),
    *_moves("de", TERSE_DE, AS_TERSE_DE, SLOPPY_DE),
    *_moves("de", WARM_DE, AS_WARM_DE, OFFICE_DE),
    *_moves("de", FORMAL_DE, AS_FORMAL_DE, SLOPPY_DE),
    *_moves("en", CHATTY_EN, AS_CHATTY_EN, OFFICE_EN),
    *_moves("en", TERSE_EN, AS_TERSE_EN, SLOPPY_EN),
    *_moves("en", WARM_EN, AS_WARM_EN, OFFICE_EN),
    *_moves("en", FORMAL_EN, AS_FORMAL_EN, SLOPPY_EN),
)
