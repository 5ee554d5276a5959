"""How German answers, promises, attaches, regrets and thanks for a question. Curated for business mail."""

from __future__ import annotations

import re

from coach.answer_words import AnswerWords

MONTH = r"(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)"
DAY = r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)s?"

NOT = r"\b(?![^,;.!?]*\b(?:nicht|nie|niemals|keinesfalls|nichts)\b)"
NOT_YOU = rf"(?! (?:sie|bitte|mal|doch)\b){NOT}"  # "melden Sie sich wieder" is a command
# A promise is the writer's own, and no question.
OURS = (
    r"^(?!.*\?)(?=.*\b(?:ich|wir|(?:melde|kümmere|erkundige) mich|(?:melden|kümmern|erkundigen) uns|von (?:mir|uns)"
    r"|(?:bekommen|erhalten) sie|sie (?:bekommen|erhalten)|bekommst|bekommt|halten? (?:sie|dich|euch) auf dem)\b)"
)

ANSWERS = AnswerWords(
    promise=re.compile(
        rf"{OURS}.*?(?:"
        rf"\b(?:kläre?n?|klär|abklären|frage?n?(?! (?:mich|uns)\b)|erkundige?n?|prüfe?n?|prüf|schaue?n?|sehe?n? (?:mir|uns) (?=das|es|die|den)|kümmere?n?|kümmer){NOT_YOU}[^.!?]{{0,60}}\b(?:nach|das|es|mich|uns|ab|an|darum|drum|intern|nächste\w*|mit|beim?|was)\b"
        rf"|\b(?:melde|melden|meld|komme|kommen){NOT_YOU}[^.!?]{{0,50}}\b(?:mich|uns|zurück|auf (?:sie|dich|euch) zu|wieder)\b"
        rf"|\b(?:gebe|geben|sage|sagen){NOT_YOU}[^.!?]{{0,40}}\bbescheid\b"
        rf"|\b(?:schicke|schicken|sende|senden|maile|mailen|reiche|reichen|liefere|liefern|stelle|stellen|leite|leiten){NOT_YOU}[^.!?]{{0,70}}\b(?:sobald|nach|morgen|später|bis|nächste\w*|heute noch|umgehend|zusammen|gleich|dann)\b"
        rf"|\b(?:werde ich|werden wir|ich werde|wir werden|kann ich|können wir|ich kann|wir können){NOT_YOU}[^.!?]{{0,60}}\b(?:klären|abklären|prüfen|nachsehen|nachschauen|nachfragen|erkundigen|kümmern|melden)\b"
        rf"|\b(?:sie (?:bekommen|erhalten)|(?:bekommen|erhalten) sie|du bekommst|bekommst du|ihr bekommt){NOT}[^.!?]{{0,60}}\b(?:morgen|heute|bis|{DAY}|umgehend|in kürze|nächste\w*)\b"
        rf"|\b(?:halte|halten) (?:sie|dich|euch) auf dem laufenden\b|\bweitergegeben, sobald\b|\bsobald (?:ich|wir)\b[^.!?]{{0,40}}\b(?:mehr|weiß|wissen|habe|haben)\b"
        rf"|\bhören (?:sie|du|ihr) von (?:mir|uns)\b|\bhörst (?:du )?von\b)"
    ),
    asks_back=re.compile(r"\?"),
    attached=re.compile(r"\b(?:anbei|im anhang|angehängt|beigefügt|hängt an|hängen an|beiliegend|in der anlage|gerade (?:geschickt|gesendet)|soeben|habe ich (?:\w+ ){0,4}(?:geschickt|gesendet|gemailt|weitergeleitet|weitergegeben)|finden sie (?:hier|unter|im))\b"),
    yes_or_no=re.compile(r"^\W*(?:ja\b|nein\b|nee\b|leider (?:nein|nicht)|klar\b|natürlich|selbstverständlich|gerne?\b|gern|sicher|genau|stimmt|das (?:geht|passt|stimmt|ist (?:leider )?(?:nicht )?(?:möglich|richtig|ein))|passt\b|(?:leider|noch) (?:nicht|nein)|geht klar|in ordnung|einverstanden|erledigt|mach(?:e|en) (?:ich|wir))"),
    regret=re.compile(r"\b(?:tut (?:mir|uns)\b[^.!?]{0,20}\bleid|leid tut|entschuldig\w*|bedauer\w*|verzeih\w*|ärgerlich|unangenehm|nachvollziehen|verstehe(?:n)? (?:ich|wir)? ?(?:ihren|deinen|euren|ihre|deine) (?:ärger|enttäuschung|unmut)|(?:hätte|darf|durfte) (?:\w+ )?nicht passieren|unser (?:fehler|versehen)|peinlich|um verzeihung|mein fehler|versäumnis\w*|versehen)\b"),
    repair=re.compile(r"\b(?:erstatten|erstattet|gutschrift|gutgeschrieben|ersatz\w*|nachlieferung|nachgeliefert|austausch\w*|tauschen|repar\w*|beheb\w*|behoben|korrigier\w*|techniker\w*|storniert|nachbesser\w*|unterwegs|kostenlos|rückerstattung|entschädig\w*)\b"),
    only_polite=re.compile(r"\b(?:dank\w*|freu\w*)\b[^.!?]{0,40}\b(?:anfrage|frage|nachricht|mail|e-mail|schreiben|interesse|anruf|hinweis|worte|rückmeldung|bestellung|besuch|vertrauen|treue|geduld)\b|\bfreu\w* (?:wir |ich )?(?:uns|mich) (?:schon )?(?:sehr )?auf (?:sie|dich|euch)\W*$|^\W*(?:noch )?(?:eine[nr]? )?schöne[nrs]? (?:tag|abend|woche|wochenende|feierabend)(?: noch)?\W*$|\b(?:wünsch\w*|genieß\w*)\b[^.!?]{0,40}\b(?:woche\w*|tag|fest\w*|feiertage|zeit|gute|erfolg)\b"),
    dismisses=re.compile(r"\bvon (?:\w+ ){0,3}?\w*(?:fragen|anrufen?|mails?|nachrichten|schreiben|kontakt\w*)\b[^.!?]{0,40}\b(?:abzusehen|absehen)\b|\bsehen sie (?:bitte )?von (?:\w+ ){0,3}?\w*(?:fragen|anrufen?|mails?|nachrichten|schreiben|kontakt\w*)\b[^.!?]{0,40}\bab\b|\bberuhig\w* (?:sie sich|dich|euch)\b|\bregen sie sich (?:\w+ )?(?:nicht|ab)\b|\breg dich (?:\w+ )?(?:nicht|ab)\b|\bstell\w* (?:sie sich|dich|euch) nicht so an\b|^\W*bitte (?:prüfen|warten|gedulden|abwarten)\W*$|^\W*(?:jetzt|gleich) (?:zugreifen|zuschlagen|sichern|bestellen)\b"),
    names_time=re.compile(rf"\b(?:{DAY}|{MONTH}|morgen|übermorgen|heute|gestern|nächste\w* (?:woche|monat\w*|jahr)|kalenderwoche|kw|\w*stunden?|\w*tage?n?|\w*wochen?|\w*monate?n?|uhr|ende|anfang|mitte|sofort|umgehend|bald|ostern|weihnachten|(?:vor|nach)mittag\w*|jederzeit|bereits|schon)\b|\d{{1,2}}\.\s?(?:\d{{1,2}}\.|{MONTH})|\d{{1,2}}[:.]\d\d"),
    names_amount=re.compile(r"\d|\b(?:kostenlos|kostenfrei|gratis|umsonst|nichts|keine kosten|pauschal|inklusive|ein|eine|einen|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|hundert|tausend|dutzend|wenige|mehrere|alle|keine)\b"),
    names_price=re.compile(r"\d[\d.,]*\s*(?:€|euro|eur|chf|franken|cent|%|prozent)|(?:€|eur|chf)\s*\d|\b(?:kostenlos|kostenfrei|gratis|umsonst|keine kosten|pauschal|prozent|euro)\b"),
    names_place=re.compile(r"https?://|www\.|\b(?:im|in|auf|unter|bei|am|an|hier|dort|vor|hinter|neben|über)\b"),
    when_question=re.compile(r"\b(?:wann|bis wann|ab wann|seit wann|wie lange|wie bald|wie schnell|lieferzeit|wie oft)\b"),
    how_many_question=re.compile(r"\b(?:wie ?viele?|welche menge|welcher menge|ab wie)\b"),
    price_question=re.compile(r"\b(?:was (?:würde |wird )?(?:\w+ ){0,4}(?:kosten|kostet)|wie teuer|welche[rn]? preis|wie hoch (?:ist|sind|wäre)|welche kosten|kostet)\b"),
    where_question=re.compile(r"\b(?:wo|wohin|woher)\b"),
    yes_no_question=re.compile(r"^\W*(?:(?:und|oder|aber|noch|also)\s+)?(?:\w+, )?(?:ist|sind|war|hat|haben|hast|habt|kann|können|könnten|kannst|könnt|darf|dürfen|gilt|gibt|geht|passt|läuft|steht|stimmt|fallen|wird|werden|soll|sollen|bleibt|kommt|kommst|kommen|liefern|bieten|machen|klappt|muss|müssen|reicht|sehen|bist|seid|wäre|wären|brauchen|braucht|funktioniert)\b"),
    asks_for_thing=re.compile(r"\b(?:schick\w*|send\w*|zusend\w*|zukommen|übersend\w*|mail\w*|weiterleit\w*|leiten|leite|zusendung|bereitstell\w*|brauche\w*|benötig\w*|bräuchte\w*)\b"),
)  # fmt: skip
