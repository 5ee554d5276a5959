"""What programs write in place of people, per language: answers while away, returned mail, newsletters.

All in lower case, with straight apostrophes. Where phrases are looked for is told at `Notice`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """One language's words of one kind of notice.

    `whole` subjects stand alone or before a colon or dash, as programs write them; `begins` only open a subject.
    `phrases` are groups of what the text says; each group counts once.
    """

    whole: Words
    begins: Words
    phrases: tuple[Words, ...]


def _each(listed: str) -> Words:
    return tuple(" ".join(each.split()) for each in listed.split(","))


AWAY: Mapping[str, Notice] = {
    "de": Notice(
        _each(
            """automatische antwort, abwesenheitsnotiz, abwesenheitsbenachrichtigung, abwesenheitsmeldung,
            abwesenheitsnachricht, abwesenheitsassistent, automatische rückmeldung, automatische abwesenheitsnotiz,
            automatische eingangsbestätigung, autom. antwort"""
        ),
        _each(
            """abwesenheit, abwesend, nicht im büro, außer haus, im urlaub, urlaubsvertretung, eingangsbestätigung"""
        ),
        (
            _each(
                """nicht im büro, nicht im hause, außer haus, ausser haus, bin abwesend, im urlaub, nicht erreichbar,
                nicht am arbeitsplatz, in elternzeit, auf dienstreise, betriebsferien"""
            ),
            _each(
                """wieder im büro, wieder erreichbar, wieder für sie da, bin ich ab, nach meiner rückkehr, wieder
                zurück, bis einschließlich, bis einschliesslich, bis zum"""
            ),
            _each(
                """in dringenden, wenden sie sich, meine vertretung, meinen kollegen, meine kollegin, meine kollegen,
                vertritt mich"""
            ),
            _each(
                """nicht weitergeleitet, nicht gelesen, nur sporadisch, eingeschränkten zugriff, automatisch erstellt,
                automatisch generiert, automatische antwort, danke für ihre nachricht, dank für ihre nachricht, dank
                für ihre e-mail, dank für ihre mail, danke für ihre e-mail"""
            ),
        ),
    ),
    "en": Notice(
        _each(
            """automatic reply, auto reply, auto-reply, autoreply, auto response, auto-response, autoresponse,
            automatic response, out of office reply, out of office autoreply, out of office auto-reply, out of
            office, out-of-office, out of the office, ooo, vacation reply, away from my mail, automated response,
            automated reply"""
        ),
        _each("out of office, out of the office, on vacation, annual leave, on leave, away from the office"),
        (
            _each(
                """out of the office, out of office, on vacation, on annual leave, on leave, away from the office, away
                from my desk, parental leave, on holiday"""
            ),
            _each("will return, i return, my return, back in the office, be back on, returning on, until"),
            _each("""urgent, in my absence, please contact, while i am away, while i'm away, immediate assistance"""),
            _each(
                """limited access, no access to, automatic reply, automated message, automated response, thank you for
                your email, thank you for your e-mail, thank you for your message, thanks for your email, not be
                forwarded, as soon as i can"""
            ),
        ),
    ),
    "fr": Notice(
        _each(
            """réponse automatique, reponse automatique, réponse d'absence, message d'absence, absence du bureau,
            absent du bureau, notification d'absence, réponse auto, message automatique"""
        ),
        _each("absent, absence, en congés, en congé, hors du bureau"),
        (
            _each(
                """absent du bureau, absente du bureau, je suis absent, je suis actuellement absent, en congés, en
                congé, hors du bureau, en déplacement, actuellement absente"""
            ),
            _each("de retour, mon retour, jusqu'au, à partir du"),
            _each(
                """en cas d'urgence, veuillez contacter, vous pouvez contacter, pendant mon absence, en mon absence,
                vous pouvez joindre"""
            ),
            _each(
                """accès limité, réponse automatique, message automatique, merci pour votre message, merci de votre
                message, ne seront pas transmis, ne sera pas transféré, votre message a bien été reçu"""
            ),
        ),
    ),
    "es": Notice(
        _each(
            """respuesta automática, respuesta automatica, fuera de la oficina, fuera de oficina, ausente de la
            oficina, mensaje de ausencia, respuesta de ausencia, autorespuesta, contestación automática"""
        ),
        _each("ausente, ausencia, de vacaciones, fuera de la oficina"),
        (
            _each(
                """fuera de la oficina, fuera de oficina, de vacaciones, estoy ausente, estaré ausente, de viaje, me
                encuentro ausente, de baja"""
            ),
            _each("a mi regreso, a mi vuelta, hasta el, volveré, regresaré, me reincorporo, a partir del"),
            _each(
                """urgente, en mi ausencia, durante mi ausencia, póngase en contacto, puede contactar, contacte con,
                diríjase a"""
            ),
            _each(
                """acceso limitado, respuesta automática, mensaje automático, gracias por su mensaje, gracias por su
                correo, gracias por tu mensaje, no será reenviado"""
            ),
        ),
    ),
    "it": Notice(
        _each(
            """risposta automatica, fuori sede, fuori ufficio, assente dall'ufficio, messaggio di assenza, risposta di
            assenza, notifica di assenza, messaggio automatico, fuori dall'ufficio"""
        ),
        _each("assente, assenza, in ferie, fuori ufficio, fuori sede"),
        (
            _each(
                """fuori sede, fuori ufficio, sono assente, sarò assente, in ferie, in trasferta, fuori dall'ufficio,
                sono in vacanza, in maternità"""
            ),
            _each("al mio rientro, al mio ritorno, fino al, rientrerò, sarò di nuovo, a partire dal, tornerò"),
            _each(
                """urgenze, urgente, urgenti, in mia assenza, durante la mia assenza, potete contattare, rivolgersi a,
                può contattare, la prego di contattare, si prega di contattare"""
            ),
            _each(
                """accesso limitato, risposta automatica, messaggio automatico, grazie per il suo messaggio, grazie per
                la sua e-mail, grazie per il messaggio, non verrà inoltrato, non sarà inoltrato"""
            ),
        ),
    ),
    "nl": Notice(
        _each(
            """automatisch antwoord, automatische beantwoording, automatische reactie, afwezigheidsbericht,
            afwezigheidsmelding, afwezigheidsassistent, niet aanwezig, automatisch bericht, buiten kantoor"""
        ),
        _each("afwezig, afwezigheid, met vakantie, op vakantie, niet op kantoor"),
        (
            _each(
                """niet aanwezig, ben ik afwezig, ben afwezig, niet op kantoor, met vakantie, op vakantie, met verlof,
                buiten kantoor, niet bereikbaar"""
            ),
            _each(
                """weer bereikbaar, weer aanwezig, weer op kantoor, tot en met, terug op, na terugkomst, bij
                terugkomst, vanaf"""
            ),
            _each(
                """dringende, spoed, contact opnemen met, neem dan contact op, mijn collega, tijdens mijn afwezigheid"""
            ),
            _each(
                """beperkt toegang, automatisch antwoord, automatisch bericht, bedankt voor uw bericht, bedankt voor uw
                e-mail, bedankt voor je bericht, niet doorgestuurd, dank voor uw bericht"""
            ),
        ),
    ),
}

RETURNED: Mapping[str, Notice] = {
    "de": Notice(
        _each(
            """unzustellbar, nicht zustellbar, zustellung fehlgeschlagen, zustellungsbenachrichtigung, zustellung
            verzögert, nachricht nicht zustellbar, fehler bei der zustellung"""
        ),
        _each("unzustellbar, zustellung"),
        (
            _each("nicht zugestellt werden, konnte nicht zugestellt, zustellung an, nicht übermittelt werden"),
            _each("empfänger, postfach ist voll, adresse wurde nicht gefunden, existiert nicht"),
        ),
    ),
    "en": Notice(
        _each(
            """undeliverable, undelivered mail returned to sender, returned mail, mail delivery failed, delivery status
            notification, failure notice, delivery failure, message delivery failure, mail delivery failure,
            undelivered mail, mail delivery system, delivery delayed, message not delivered"""
        ),
        _each("undeliverable, delivery, mail delivery, warning: could not send message"),
        (
            _each(
                """could not be delivered, wasn't delivered, was not delivered, couldn't be delivered, delivery has
                failed, unable to deliver, delivery failed, permanent error, permanent fatal error, has been delayed"""
            ),
            _each(
                """recipient, mailbox is full, mailbox full, user unknown, address not found, does not exist, couldn't
                be found"""
            ),
        ),
    ),
    "fr": Notice(
        _each(
            """non remis, non distribué, échec de la remise, échec de remise, message non distribué, courrier non
            remis, notification d'état de remise, remise différée"""
        ),
        _each("non remis, échec"),
        (
            _each(
                """n'a pas pu être remis, n'a pas été remis, impossible de remettre, n'a pas pu être distribué, échec
                de la remise"""
            ),
            _each("destinataire, boîte aux lettres, adresse introuvable, n'existe pas"),
        ),
    ),
    "es": Notice(
        _each(
            """no se puede entregar, no entregado, no se pudo entregar, error de entrega, correo devuelto, notificación
            de estado de entrega, mensaje no entregado"""
        ),
        _each("no se p, error en la entrega"),
        (
            _each(
                """no se ha podido entregar, no se pudo entregar, no se puede entregar, no pudo ser entregado, no se
                entregó"""
            ),
            _each("destinatario, buzón, no existe, no se encontró"),
        ),
    ),
    "it": Notice(
        _each(
            """non recapitabile, mancato recapito, messaggio non recapitato, impossibile recapitare, mancata consegna,
            notifica sullo stato del recapito, errore di consegna"""
        ),
        _each("non recapit, mancat"),
        (
            _each(
                """non è stato possibile recapitare, impossibile recapitare, non è stato recapitato, non recapitabile,
                non è stato consegnato"""
            ),
            _each("destinatario, destinatari, casella, non esiste, indirizzo non trovato"),
        ),
    ),
    "nl": Notice(
        _each(
            """onbestelbaar, niet bezorgd, bezorging mislukt, aflevering mislukt, niet afgeleverd, retour afzender,
            bericht niet bezorgd"""
        ),
        _each("onbestelbaar, bezorging"),
        (
            _each(
                """kon niet worden bezorgd, niet worden afgeleverd, kan niet worden bezorgd, bezorging is mislukt, niet
                bezorgd"""
            ),
            _each("geadresseerde, ontvanger, postvak is vol, bestaat niet, adres niet gevonden"),
        ),
    ),
}

# Newsletters without List-* headers: how they say good-bye to readers, and offer to be read elsewhere.
UNSUBSCRIBE: Words = _each(
    """unsubscribe, opt out, opt-out, manage your preferences, email preferences, newsletter abbestellen, newsletter
    abmelden, vom newsletter ab, abbestellen, abmelden, austragen, keine weiteren newsletter, désabonner,
    désinscrire, désinscription, se désabonner, darse de baja, darte de baja, cancelar suscripción, cancelar la
    suscripción, cancellati, cancella l'iscrizione, disiscriviti, cancellazione dalla newsletter, annulla
    iscrizione, uitschrijven, afmelden"""
)
IN_BROWSER: Words = _each(
    """view in browser, view this email in your browser, view online, read online, im browser, online-version,
    onlineversion, webversion, nicht richtig angezeigt, nicht korrekt angezeigt, nicht korrekt dargestellt, version
    en ligne, dans votre navigateur, ver en el navegador, ver en su navegador, versión web, versión online,
    visualizza nel browser, versione online, versione web, in uw browser, in je browser, online versie, webversie"""
)
SENDERS: Words = _each(
    """newsletter, news, marketing, mailing, mailings, promo, promotion, angebote, offers, offres, ofertas, offerte,
    aktion, aktionen, infomail, infoletter, nieuwsbrief, boletin"""
)
