"""Texts of the page on the effect; none says more than the figures in it."""

from __future__ import annotations

from server.web.dashboard.wording import Texts, both

WORDS: Texts = {
    "navigation": both("Wirkung", "Effect"),
    "title": both("Wirkung", "Effect"),
    "lead": both(
        "Was die Stufen hier wert sind: gemessen an dem, was aus den Kunden wurde.",
        "What the grades are worth here: measured by what became of the customers.",
    ),
    "computed": both("Gerechnet {ago}.", "Worked out {ago}."),
    "not_yet": both(
        "Noch nicht gerechnet. Der Worker tut das, sobald es Kunden mit Stufe oder Ergebnisse gibt, dann einmal am "
        "Tag.",
        "Not worked out yet. The worker does so once customers have a grade or there are outcomes, then once a day.",
    ),
    "narrow": both(
        "Diese Seite rechnet mit allen Kunden zusammen und ist darum nur für, wer alle Postfächer sieht.",
        "This page counts all customers together, so it is for those who see all mailboxes.",
    ),
    "left_out": both(
        ("{n} älteres Ergebnis ist nicht eingerechnet.", "{n} ältere Ergebnisse sind nicht eingerechnet."),
        ("{n} older outcome is not counted.", "{n} older outcomes are not counted."),
    ),
    # --- grades and outcomes
    "grades": both("Geht die Stufe mit den Ergebnissen einher?", "Does the grade go with outcomes?"),
    "grades_how": both(
        "Der Index eines Kunden am Tag vor dem Ergebnis, aus der Post bis dahin, gegen das Ergebnis. 50 % wären "
        "Zufall. Die Balken halten in 90 % der Fälle den wahren Wert; sie entstehen, indem die Kunden neu gezogen "
        "werden.",
        "The index of a customer on the day before the outcome, by mail until then, against the outcome. 50% would be "
        "chance. The bars hold the true value in 90% of cases; they come from drawing the customers anew.",
    ),
    "grades_none": both(
        "Es gibt noch keine Ergebnisse. Sie kommen aus einer CSV-Datei (einklang outcome import), über die API oder "
        "durch Antwort-Links (einklang outcome link).",
        "There are no outcomes yet. They come from a CSV file (einklang outcome import), by the API or by answer links "
        "(einklang outcome link).",
    ),
    "by_chance": both(
        "Von zehn solchen Vergleichen zeigt im Schnitt einer einen Zusammenhang, wo keiner ist.",
        "Of ten such comparisons, one on average shows a connection where there is none.",
    ),
    "question_csat": both("Zufriedenheit (CSAT)", "Satisfaction (CSAT)"),
    "question_ces": both("Aufwand (CES)", "Effort (CES)"),
    "question_nps": both("Weiterempfehlung (NPS)", "Recommendation (NPS)"),
    "question_won": both("Gewonnen oder verloren", "Won or lost"),
    "question_renewed": both("Verlängert oder verloren", "Renewed or lost"),
    "good_csat": both("Gut ist 4 oder 5, schlecht 1 bis 3.", "Good is 4 or 5, bad is 1 to 3."),
    "good_ces": both("Gut ist 5 bis 7, schlecht 1 bis 4.", "Good is 5 to 7, bad is 1 to 4."),
    "good_nps": both(
        "Gut ist 9 oder 10, schlecht 0 bis 6; 7 und 8 bleiben außen vor.",
        "Good is 9 or 10, bad is 0 to 6; 7 and 8 are left out.",
    ),
    "good_won": both("Gut ist gewonnen, schlecht verloren.", "Good is won, bad is lost."),
    "good_renewed": both("Gut ist verlängert, schlecht verloren.", "Good is renewed, bad is lost."),
    "goes_with": both(
        "Der Index geht hier mit dem Ergebnis einher: Von zwei Kunden, einem mit gutem und einem mit schlechtem "
        "Ergebnis, hatte in {share} der Fälle der mit dem guten am Tag davor den höheren Index.",
        "Here the index goes with the outcome: of two customers, one with a good and one with a bad outcome, the one "
        "with the good one had the higher index the day before in {share} of cases.",
    ),
    "none": both(
        "In diesen Postfächern ist kein Zusammenhang zu sehen.",
        "In these mailboxes no connection can be seen.",
    ),
    "none_wide": both(
        "So wenige Ergebnisse könnten aber auch einen mittleren Zusammenhang verdecken.",
        "But so few outcomes could hide even a medium one.",
    ),
    "against": both(
        "Der Index zeigt hier in die falsche Richtung: Nur in {share} der Fälle hatte der Kunde mit dem guten "
        "Ergebnis am Tag davor den höheren Index. Verlassen Sie sich dafür nicht auf die Stufe.",
        "Here the index points the wrong way: only in {share} of cases had the customer with the good outcome the "
        "higher index the day before. Do not rely on the grade for this.",
    ),
    "too_little": both(
        "Zu wenig, um etwas zu sagen: {good} gute und {bad} schlechte Ergebnisse mit Index davor. Nötig sind je "
        "{least} von zusammen {customers} Kunden.",
        "Too little to say anything: {good} good and {bad} bad outcomes with an index before. Needed are {least} of "
        "each, of {customers} customers together.",
    ),
    "without_index": both(
        (
            "Zu {n} weiteren Ergebnis gab es davor zu wenig Post.",
            "Zu {n} weiteren Ergebnissen gab es davor zu wenig Post.",
        ),
        ("For {n} more outcome there was too little mail before.", "For {n} more there was too little mail before."),
    ),
    "auc": both("AUC am Tag davor", "AUC the day before"),
    "earlier": both("AUC 30 Tage davor", "AUC 30 days before"),
    "rank": both("Rangkorrelation mit der Antwort", "Rank correlation with the answer"),
    "ninety": both("{value} (90 %: {low} bis {high})", "{value} (90%: {low} to {high})"),
    "basis": both(
        ("{n} Ergebnis, {customers} Kunden", "{n} Ergebnisse, {customers} Kunden"),
        ("{n} outcome, {customers} customers", "{n} outcomes, {customers} customers"),
    ),
    "based_on": both("beruht auf", "rests on"),
    "thirds": both("Nach Dritteln des Index", "By thirds of the index"),
    "good_share": both("gut", "good"),
    "outcomes": both("Ergebnisse", "Outcomes"),
    "range_90": both("90 %", "90%"),
    # --- answers
    "answers": both("Helfen passendere Mails?", "Do better fitting mails help?"),
    "answers_limits": both(
        "Was Hinweise bewirken, lässt sich aus diesen Daten nicht sagen: In welcher Mail ein Hinweis übernommen wurde "
        "und wann, speichert Einklang nicht, damit niemandes Arbeit beobachtet werden kann. Dazu müsste mit jeder "
        "gesendeten Mail die Zahl der übernommenen Hinweise gespeichert werden; einen solchen Schalter gibt es nicht.",
        "What hints bring about cannot be told from these data: in which mail a hint was followed, and when, is not "
        "kept, so that nobody’s work can be watched. For that the number of hints followed would have to be kept with "
        "each mail sent; there is no such switch.",
    ),
    "answers_how": both(
        "Verglichen werden stattdessen die Mails an jeden Kunden untereinander: die besser zu ihm passenden mit den "
        "schlechter passenden. Das zeigt, was zusammen auftritt, nicht was woraus folgt: Eine kurze Bestätigung passt "
        "anders und braucht keine Antwort.",
        "Compared instead are the mails to each customer with each other: those that fit better with those that fit "
        "worse. That shows what comes together, not what follows from what: a short confirmation fits differently and "
        "needs no answer.",
    ),
    "answers_few": both(
        (
            "Zu wenig, um etwas zu sagen: bei {n} Kunden gibt es genug Mails beider Art, nötig sind {least}.",
            "Zu wenig, um etwas zu sagen: bei {n} Kunden gibt es genug Mails beider Art, nötig sind {least}.",
        ),
        (
            "Too little to say anything: {n} customer has enough mails of both kinds, {least} are needed.",
            "Too little to say anything: {n} customers have enough mails of both kinds, {least} are needed.",
        ),
    ),
    "answers_basis": both(
        "{mails} Mails an {customers} Kunden; die besser passenden lagen im Schnitt um {fit} Punkte höher.",
        "{mails} mails to {customers} customers; the better fitting ones were {fit} points higher on average.",
    ),
    "answered": both("beantwortet innerhalb von 14 Tagen", "answered within 14 days"),
    "slower": both("Zeit bis zur Antwort", "time to the answer"),
    "warmer": both("warme Worte in der Antwort", "warm words in the answer"),
    "in_percent": both("{value} %", "{value}%"),
    "in_points": both("{value} Prozentpunkte", "{value} percentage points"),
    "differs_more": both("mehr als bei den anderen", "more than for the others"),
    "differs_less": both("weniger als bei den anderen", "less than for the others"),
    "differs_not": both("kein Unterschied zu sehen", "no difference to be seen"),
    "too_few": both("zu wenige", "too few"),
    "measured": both("Gemessen", "Measured"),
    "difference": both("Unterschied", "Difference"),
    "reads": both("Das heißt", "That means"),
    # --- groups
    "groups_how": both(
        "Mittlerer Index mit dem Bereich, in dem er in 90 % der Fälle liegt. Gruppen unter {least} Kunden fehlen, und "
        "mit ihnen jede, aus der sie sich errechnen ließen. Nirgends steht etwas über einzelne Mitarbeiter.",
        "Mean index with the range that it lies in in 90% of cases. Groups of fewer than {least} customers are left "
        "out, and any by which they could be worked out. Nothing here is about a single member of the team.",
    ),
    "groups_people": both(
        "Hinter jeder Gruppe stehen mindestens {least} Mitarbeiter, von denen keiner mehr als die Hälfte der Mails "
        "schrieb; die Zahlen wechseln nur einmal in der Woche.",
        "At least {least} people of the team stand behind each group, none of whom wrote more than half of its mails; "
        "the figures change but once a week.",
    ),
    "withheld": both(
        "Nicht gezeigt: Im letzten Jahr schrieben weniger als {least} Mitarbeiter oder vor allem einer. Zahlen über "
        "ihre Mails wären Zahlen über einzelne Personen (Betriebsrat-Modus).",
        "Not shown: in the last year fewer than {least} people of the team wrote, or mostly one. Figures about their "
        "mails would be figures about single people (works-council mode).",
    ),
    "corrected_withheld": both(
        "Nicht gezeigt: Einklang hat weniger als {least} Benutzer.",
        "Not shown: Einklang has fewer than {least} users.",
    ),
    "segments": both("Branchen", "Segments"),
    "segments_none": both(
        "Keine Branche ist groß genug. Branchen stehen in config/coaching.toml oder kommen mit Kontaktlisten.",
        "No segment is large enough. Segments are set in config/coaching.toml or come with lists of contacts.",
    ),
    "mailboxes": both("Postfächer", "Mailboxes"),
    "mailboxes_none": both("Kein Postfach kann gezeigt werden.", "No mailbox can be shown."),
    "mailboxes_how": both(
        "Ein Postfach steht nur dann allein hier, wenn es sicher keiner einzelnen Person gehört.",
        "A mailbox stands here by itself only where it surely is no single person’s.",
    ),
    "together": both("übrige Postfächer zusammen", "other mailboxes together"),
    "hidden": both(
        ("{n} Gruppe wird nicht gezeigt.", "{n} Gruppen werden nicht gezeigt."),
        ("{n} group is not shown.", "{n} groups are not shown."),
    ),
    "no_difference": both(
        "Die Bereiche überlappen sich: Ein Unterschied ist nicht zu sehen.",
        "The ranges overlap: no difference can be seen.",
    ),
    "group": both("Gruppe", "Group"),
    "customers": both("Kunden", "Customers"),
    "mean_index": both("Mittlerer Index", "Mean index"),
    # --- corrections
    "corrected": both("Was Menschen korrigieren", "What people correct"),
    "corrected_none": both("Noch hat niemand eine Stufe korrigiert.", "Nobody has corrected a grade yet."),
    "corrected_counts": both(
        "{better} nach oben, {worse} nach unten, {same} bestätigt.",
        "{better} upwards, {worse} downwards, {same} confirmed.",
    ),
    "leaning_strict": both(
        "Die Stufe scheint zu streng: Korrigiert wird meist nach oben ({share}).",
        "The grade seems too strict: most corrections go upwards ({share}).",
    ),
    "leaning_kind": both(
        "Die Stufe scheint zu freundlich: Nach oben geht nur {share}.",
        "The grade seems too kind: only {share} go upwards.",
    ),
    "leaning_none": both("Eine Richtung ist nicht zu sehen.", "No leaning can be seen."),
}
