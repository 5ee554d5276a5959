"""French: the phrases that frame a mail."""

from __future__ import annotations

from coach.mail_words import MailWords

WORDS = MailWords(
    language="fr",
    from_labels=("De", "Expéditeur"),
    sent_labels=(
        "Envoyé", "Envoyé le", "Date", "Date d'envoi", "Envoyé à", "Message du",
    ),
    to_labels=("À", "A", "Pour", "Destinataire"),
    subject_labels=("Objet", "Sujet"),
    cc_labels=("Cc", "Copie à", "Copie", "Cci"),
    other_labels=("Répondre à", "Pièces jointes", "Pièce jointe", "Importance", "Priorité"),
    attribution_leads=("Le", "En date du", "Dans son message du"),
    attribution_verbs=("a écrit", "écrit", "écrivait", "a ecrit", "ont écrit"),
    attribution_intros=("Citation de", "En réponse à", "Selon"),
    weekdays=(
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lun", "mar", "mer",
        "jeu", "ven", "sam", "dim",
    ),
    original=(
        "Message original", "Message d'origine", "Message d’origine", "Courrier original",
        "Mail original", "Message du", "Message initial", "Message précédent",
    ),
    forwarded=(
        "Message transféré", "Message transmis", "Début du message transféré",
        "Début du message réexpédié", "Message réexpédié", "Transféré par",
    ),
    greetings=(
        "Bonjour", "Bonsoir", "Salut", "Cher", "Chère", "Chers", "Chères", "Madame", "Monsieur",
        "Mesdames", "Messieurs", "Coucou", "Re-bonjour", "Rebonjour", "Bjr",
    ),
    calls=("Bonjour", "Bonsoir", "Salut"),
    titles=("Monsieur", "Madame", "Mme", "M.", "Mlle", "Messieurs"),
    closings=(
        "Cordialement", "Bien cordialement", "Très cordialement", "Salutations", "Meilleures salutations",
        "Bien à vous", "Bien à toi", "Sincèrement", "Sincères salutations", "Amicalement", "Bonne journée",
        "Bonne soirée", "Bon week-end", "À bientôt", "A bientôt", "Amitiés", "Bises", "Bisous",
        "Respectueusement", "Cdlt", "Cdt", "Bàv", "Merci et bonne journée", "Merci, cordialement",
        "Merci et à bientôt", "Veuillez agréer", "Je vous prie d'agréer", "Je vous prie d’agréer",
        "Recevez", "Crdlt", "Belle journée", "Excellente journée", "Avec mes meilleures salutations",
    ),
    thanks=(
        "Merci", "Merci d'avance", "Merci d’avance", "Merci beaucoup", "Merci par avance",
        "Un grand merci", "Mille mercis", "Avec mes remerciements",
    ),
    mobile=(
        "Envoyé de mon", "Envoyé depuis", "Envoyé à partir de", "Envoyé par", "Envoyé avec",
        "Télécharger Outlook", "Obtenir Outlook pour", "Obtenez Outlook pour", "Provenance : Courrier",
        "Envoyée de mon", "Obtenez Outlook",
    ),
    disclaimers=(
        "Ce message et", "Ce message est confidentiel", "Ce courriel et", "Ce courriel est",
        "Cet e-mail et", "Cet email et", "Ce mail et", "Les informations contenues dans",
        "L'intégrité de ce message", "Le contenu de ce", "Si vous n'êtes pas le destinataire",
    ),
    banners=(
        "Avis de confidentialité", "Pensez à l'environnement", "Pensez à l’environnement",
        "Avant d'imprimer", "N'imprimez ce", "Sans virus", "Garanti sans virus", "ATTENTION : Cet e-mail",
        "Vous n'obtenez pas souvent d'e-mail", "Vous ne recevez pas souvent",
        "Certaines personnes qui ont reçu ce message",
    ),
    notice_subjects=("message", "courriel", "e-mail", "pièces jointes"),
    notice_cues=(
        "confidentiel", "confidentielles", "destinataire", "destinataires", "interdite", "interdit",
        "non autorisée", "par erreur", "détruire", "supprimer", "responsabilité", "exclusif",
    ),
    contact=(
        "Tél", "Téléphone", "Portable", "Fax", "Mob", "SARL", "S.A.R.L.", "SAS", "SA", "SASU", "EURL",
        "SIRET", "RCS", "Directeur", "Directrice", "Responsable", "Service", "rue", "avenue", "boulevard",
        "TVA",
    ),
    list_footers=(
        "Vous recevez ce message", "Vous recevez cet e-mail", "Pour vous désabonner", "Se désabonner",
        "Vous avez reçu ce message",
    ),
    postscripts=("PS", "P.S.", "P.-S."),
    reply_markers=(
        "Veuillez entrer votre réponse au-dessus de cette ligne",
        "Veuillez répondre au-dessus de cette ligne", "Répondez au-dessus de cette ligne",
        "Répondre au-dessus de cette ligne", "Merci de répondre au-dessus de cette ligne",
        "Veuillez saisir votre réponse au-dessus",
    ),
    first_person=("je", "j'ai", "mon", "mes", "moi"),
    outside=("externe", "extérieur", "extérieure"),
    label_names=("Classification", "Confidentialité", "Sensibilité"),
    label_levels=("interne", "public", "confidentiel", "restreint", "secret"),
    quote_opens=("Début de citation", "Citation"),
    quote_closes=("Fin de citation", "/Citation"),
    groups=("équipe", "L'équipe", "L’équipe", "service client", "secrétariat", "la rédaction", "la direction"),
    scan_notes=(
        "L'absence de virus", "L’absence de virus", "Ce courrier électronique", "Ce courriel", "Ce message",
        "Cet e-mail", "Cet email", "Sans virus", "Garanti sans virus", "Aucun virus",
        "Analyse effectuée par", "Analysé par", "Vérifié par",
    ),
    viruses=("virus", "antivirus", "logiciel malveillant", "logiciels malveillants"),
    writings=(
        "manuel", "notice", "documentation", "mode d'emploi", "guide", "fiche technique",
        "message d'erreur", "page", "journal",
    ),
)  # fmt: skip
