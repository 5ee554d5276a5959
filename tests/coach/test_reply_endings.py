"""Families of what stands around a mail: signatures, notices, footers and lines run together, in many wordings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.model import Part
from coach.reply import authored_text, closing_of, split

TEXT = "Hi Ann,\n\nwe take two of them. Please deliver on Friday."

SIGNATURES = [
    "i. A. Max Muster\nVertrieb\n\nMuster GmbH\nTel. 0221 4711 12\n",
    "Ann Lee, PhD\nResearch Associate, Department of Physics\nUniversity of Nowhere\nhttp://uni.example/~ann\n",
    "Ann Lee\nAcme | 555-123-4567 | acme.example\n",
    "Simon Brown, G4XYZ\n\nhttps://www.brown.example\n",
    "-- \n-- \nAnn Lee\nPostdoc\n",
    "--\n------------------------\nDr. Ann Lee\nUniversity of Nowhere\n",
    "________________________\nAnn Lee, Ph.D.\nAcme Inc.\nTel +1 555 123 4567\n________________________\n",
    "***************\nAnn Lee\nTel. +1 555 123 4567\n",
    "---\nAnn\n",
]


@pytest.mark.parametrize("signature", SIGNATURES)
def test_signature_without_a_closing_is_not_authored(signature: str) -> None:
    assert authored_text(f"{TEXT}\n\n{signature}") == TEXT


BELOW_CLOSING = [
    "Ann Lee\nHead of Purchasing\nAcme Inc.\n",
    "Ann Lee\n\nSenior Engineer\nAcme | Pumps and Valves\nM: +1 555 123 4567 | W: www.acme.example\n\n"
    "Acme is the proud recipient of the Best Valve Award of the last three years!\n",
    "Ann Lee\nCell: 555-123-4567\n",
]


@pytest.mark.parametrize("block", BELOW_CLOSING)
def test_company_block_below_a_closing_is_not_authored(block: str) -> None:
    kept = authored_text(f"{TEXT}\n\nwith regards,\n\n{block}")
    assert kept in (f"{TEXT}\n\nwith regards,", f"{TEXT}\n\nwith regards,\n\nAnn Lee")


ADDITIONS = [
    "[1] https://acme.example/curves\n[2] https://acme.example/manual",
    "(1) https://acme.example/curves",
    "¹ That is the larger one of both.",
    "PS: The invoice follows.",
    "$ pump --status\n[INFO] pump 1 runs\n[ERROR] pump 2 stands",
    "ann@host:~/pump$ make\nmake: *** No rule",
    "This is what the log says:\n\npump 1: 20\npump 2: 30",
    "I am sorry for the late answer.",
    "Ubuntu 22.04\nPump Control 3.8.31",
    "[   12.345678] pump0: Link is Down",
]


@pytest.mark.parametrize("addition", ADDITIONS)
def test_what_the_writer_adds_below_the_closing_is_authored(addition: str) -> None:
    text = f"{TEXT}\n\nBest regards\nAnn\n\n{addition}"
    assert authored_text(text) == text


NOTICES = [
    "DISCLAIMER: Any attached code is provided as is.\n\nAcme will only do what was agreed in writing before.\n",
    "Hinweis: Der Inhalt dieser E-Mail ist vertraulich und ausschließlich für den bezeichneten Adressaten bestimmt.\n",
    "P Bitte prüfen Sie der Umwelt zuliebe, ob der Ausdruck dieser Mail erforderlich ist.\n",
    "Unsere Datenschutzerklärung finden Sie hier: https://muster.example/datenschutz\n",
    "The information transmitted is intended only for the person to which it is addressed and is confidential.\n",
    "IMPORTANT: This email is for the use of the intended recipient only and may contain confidential information.\n",
    "Acme Limited. Registered in England No. 1234567. Registered office: 1 High Street, London.\n",
    "Ce message est confidentiel et destiné exclusivement à son destinataire. Reçu par erreur, merci de le détruire.\n",
    "Denne e-mail er fortrolig og kun bestemt for modtageren. Hvis du har modtaget den ved en fejl, slet den.\n",
    "本邮件及其附件含有保密信息，仅限于发送给收件人。如果您错收了本邮件，请立即删除。\n",
]


@pytest.mark.parametrize("notice", NOTICES)
def test_legal_notice_below_the_name_is_not_authored(notice: str) -> None:
    assert authored_text(f"{TEXT}\n\nBest regards,\n\nAnn\n\n{notice}") == f"{TEXT}\n\nBest regards,\n\nAnn"


def test_legal_notice_below_a_quote_is_not_authored() -> None:
    quote = "On Mon, Mar 3, 2025 at 5:02 PM Ann <a@x.example> wrote:\n> old\n\n"
    assert authored_text(f"{TEXT}\n\n{quote}{NOTICES[5]}") == TEXT


def test_a_writer_who_speaks_of_confidence_himself_is_heard() -> None:
    text = f"{TEXT}\n\nI am sure that this message reached the recipient; I know that it is confidential, please delete it."
    assert authored_text(text) == text


BANNERS = [
    "WARNING: External email. Be careful with links.",
    "ATTENTION : ce message provient d'un expéditeur externe.",
    "Diese E-Mail kommt von einem externen Absender. Bitte Vorsicht bei Links und Anhängen.",
    "Sie erhalten nicht oft E-Mails von ann@x.example. Erfahren Sie, warum dies wichtig ist<https://aka.ms/x>",
    "This Message Is From an External Sender\nThis message came from outside your organization.",
    "Questa email proviene dall'esterno dell'organizzazione. Non cliccare sui link.",
    "**EXTERNAL E-MAIL**",
]


@pytest.mark.parametrize("banner", BANNERS)
def test_a_gateways_warning_on_top_is_not_authored(banner: str) -> None:
    assert authored_text(f"{banner}\n\n{TEXT}") == TEXT


FOOTERS = [
    "_______________________________________________ users mailing list users@lists.example To unsubscribe write\n",
    "-=-=-=-=-=-=-=-=-=-=-=-\nGroups.io Links: You receive all messages sent to this group.\nhttps://x.groups.io/1\n",
    "users mailing list\nusers@lists.example\nhttp://lists.example/mailman/listinfo/users\n",
    "[https://x.example/logo]  users mailing list users@lists.example To unsubscribe mail users-leave@lists.example\n",
]


@pytest.mark.parametrize("footer", FOOTERS)
@pytest.mark.parametrize("between", ["", "> quoted\n\n"])
def test_list_footer_is_not_authored_however_it_was_broken(footer: str, between: str) -> None:
    assert authored_text(f"{TEXT}\n\n{between}{footer}") == TEXT


def test_a_sentence_about_a_mailing_list_is_authored() -> None:
    text = (
        "Please ask on the mailing list\nhttps://lists.example/mailman/listinfo/users is where it is kept, or call us."
    )
    assert authored_text(text) == text


JOINTS = [
    ("Ja, gern.", "On Mon, Mar 3, 2025 at 5:02 PM Ann Lee <ann@x.example> wrote:\n\n> alt\n"),
    ("Ja, gern.", "On Mon, Mar 3, 2025 at 5:02 PM Ann Lee <ann@x.example>\nwrote:\n\n> alt\n"),
    ("Ok merci.", "Le lun. 3 mars 2025 à 17:02, Ann Lee <ann@x.example> a écrit :\n> vieux\n"),
    ("Passt.", "Am Mo., 3. März 2025 um 17:02 Uhr schrieb Ann Lee <ann@x.example>: > Hallo Max > wann?"),
    ("Ok.", "-----Original Message----- From: Ann Lee Sent: Monday To: Max Subject: X\nold text\n"),
]


@pytest.mark.parametrize(("own", "quote"), JOINTS)
def test_own_text_on_the_line_of_an_announcement_is_kept(own: str, quote: str) -> None:
    text = f"{own} {quote}"
    assert authored_text(text) == own
    assert "".join(each.span.of(text) for each in split(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "Wir haben am 3.3.2025 um 17:02 telefoniert. Frau Lee schrieb dazu: alles gut",
        "We agreed. On Monday at 10:30 Ann wrote: no.",
        "Ann Lee, on 03/03/25 17:02, is at the office.",
    ],
)
def test_a_sentence_that_tells_who_wrote_when_is_not_cut(text: str) -> None:
    assert authored_text(text) == text


FOREIGN = [
    "Vào Th 3, 5 thg 1, 2021 vào lúc 15:34 Ann Lee <\nann@x.example> đã viết:\n\n> alt\n",
    "2021년 1월 5일 (화) 오후 3:34, Ann Lee <ann@x.example>님이 작성:\n\n> alt\n",
    "Στις Τρί, 5 Ιαν 2021 στις 3:34 μ.μ., ο χρήστης Ann Lee <ann@x.example> έγραψε:\n\nalt\n",
    "De la: Ann Lee <a@x.example>\nTrimis: marți, 5 ianuarie 2021 15:34\nCătre: Max\nSubiect: X\n\nalt\n",
    "Siuntėjas: Ann Lee <a@x.example>\nIšsiųsta: 2021 m. sausio 5 d. 15:34\nKam: Max\nTema: X\n\nalt\n",
    "iPhone'umdan gönderildi\n",
]


@pytest.mark.parametrize("frame", FOREIGN)
def test_frames_in_further_languages_are_known_by_their_shape(frame: str) -> None:
    assert authored_text(f"Ja.\n\n{frame}") == "Ja."


@pytest.mark.parametrize(
    "mark", ["&gt; alt\n&gt; neu\n", "On Mon, Mar 3, 2025 at 5:02 PM A &lt;a@x.example&gt; wrote:=20\n>=20\n"]
)
def test_quotes_that_a_gateway_left_encoded_are_not_authored(mark: str) -> None:
    assert authored_text(f"Ja.\n\n{mark}") == "Ja."


def test_the_last_quoted_line_may_be_torn() -> None:
    quote = "> but the whole of it\n> although I will point out that there are significant swaths of the pump\n"
    assert authored_text(f"{quote}universe where nothing happens.\n\nYes.\n") == "Yes."


@pytest.mark.parametrize("label", ["[EXTERNAL]", "Classification: Public", "TLP:AMBER", "Einstufung: intern"])
def test_a_gateways_label_is_cut_from_the_text_right_below_it(label: str) -> None:
    assert authored_text(f"{label}\n{TEXT}") == TEXT


@pytest.mark.parametrize(
    "line", ["Classification: which of both do you need?", "[Extern oder intern, das ist egal] Ja."]
)
def test_a_sentence_that_begins_as_a_label_does_is_authored(line: str) -> None:
    assert authored_text(f"{line}\n\n{TEXT}") == f"{line}\n\n{TEXT}"


@pytest.mark.parametrize("line", ["[image: pump.png]", "[cid:image001.png@01DB8C5A.3F1B2C40]", "[inline image 2]"])
def test_a_pictures_placeholder_is_cut_and_the_lines_around_it_are_kept(line: str) -> None:
    assert authored_text(f"Look:\n{line}\nIt runs.") == "Look:\n\nIt runs."


@pytest.mark.parametrize("line", ["[image 3 shows the pump]", "See [image: pump.png] for more.", "[1] [2]"])
def test_brackets_within_a_sentence_are_authored(line: str) -> None:
    assert authored_text(f"{TEXT}\n\n{line}") == f"{TEXT}\n\n{line}"


@pytest.mark.parametrize("line", ["<end transmission>", "<Ende der Nachricht>"])
def test_a_last_line_in_angle_brackets_is_no_text(line: str) -> None:
    assert authored_text(f"{TEXT}\n\n{line}\n") == TEXT


@pytest.mark.parametrize("line", ["<grin>", "<a@x.example>", "<https://x.example>", "<pump id=3>", "</rant>"])
def test_other_last_lines_in_angle_brackets_are_authored(line: str) -> None:
    assert authored_text(f"{TEXT}\n\n{line}\n") == f"{TEXT}\n\n{line}"


HEADINGS = ["--- Quote ---", "[Zitat]", "== Angebot =="]


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_of_one_word_opens_no_quote_that_nothing_closes(heading: str) -> None:
    text = f"{TEXT}\n\n{heading}\nTwo pumps: 300 Euro"
    assert authored_text(text) == text


def test_text_below_a_fenced_quote_is_authored() -> None:
    assert authored_text("[quote]\nold\n[/quote]\n\nYes.\n") == "Yes."
    assert authored_text("Ja.\n\n-- begin quote --\nalt\n") == "Ja."


BOXES = [
    "| Clock | Rate |\n| a | 3 |",
    " /\n|       Device: Pump\n|     ______\n|    /",
    "-----\n| Clock Summary\n| -----\n-----",
]


@pytest.mark.parametrize("box", BOXES)
def test_a_box_that_a_program_drew_is_authored(box: str) -> None:
    assert authored_text(f"{TEXT}\n\n{box}\n\nWhy?") == f"{TEXT}\n\n{box}\n\nWhy?"


@pytest.mark.parametrize("thanks", ["Thank you for the prompt response.", "Danke!", "Thanks for the info."])
def test_thanks_right_below_the_greeting_are_no_closing(thanks: str) -> None:
    text = f"Hi Ann,\n\n{thanks}\n\nI use the old one (3.1)."
    assert authored_text(text) == text
    assert closing_of(text) is None


def test_thanks_with_nothing_but_a_name_below_are_the_closing() -> None:
    closing = closing_of("Hi Ann,\n\nThanks for the info.\n\nMax\n")
    assert closing is not None


@pytest.mark.parametrize("name", ["Ann the second", "Ann Lee K1ABC", "Ann und Max"])
def test_whatever_signs_below_the_closing_phrase_belongs_to_it(name: str) -> None:
    text = f"{TEXT}\n\nBest regards,\n{name}"
    assert authored_text(text) == text


@given(
    st.lists(st.sampled_from([TEXT, *ADDITIONS, "Best regards\nAnn", "Thanks"]), min_size=1, max_size=4).map(
        "\n\n".join
    )
)
@settings(deadline=None, max_examples=80)
def test_authored_text_of_authored_text_is_the_same_for_a_draft(text: str) -> None:
    kept = authored_text(text)
    assert authored_text(kept, draft=True) == kept
    assert Part.QUOTE not in {each.part for each in split(kept, draft=True)}


@pytest.mark.parametrize("below", ["Acme Systems", "Your Acme Team", "ACME", "Acme GmbH", "Tom", "Ann Lee\nAcme Ltd"])
def test_below_a_delimiter_neither_a_firm_nor_a_team_nor_who_was_greeted_signs(below: str) -> None:
    assert authored_text(f"Hi Tom,\n\nthe pump is loud.\n\nregards,\n\n-- \n{below}\n").endswith("regards,")


@pytest.mark.parametrize("closing", ["Regards, Ann", "Regards,\nAnn", "The pump is loud, too."])
def test_a_name_below_a_delimiter_signs_only_under_a_closing_without_a_name(closing: str) -> None:
    assert authored_text(f"Hi all,\n\nthe pump is loud.\n\n{closing}\n-- \nAnn Lee\n").endswith(closing)


@pytest.mark.parametrize(
    "closing", ["V/r\n\nAnn Lee", "Best regards,\nann", "Gruß Jana", "Thanks and regards\nAnn Lee"]
)
@pytest.mark.parametrize("delimiter", ["-- ", "—\\", "--\\"])
def test_a_closing_with_name_that_stands_alone_below_a_delimiter_is_authored(delimiter: str, closing: str) -> None:
    text = f"Hi all,\n\nthe pump is loud.\n\n{delimiter}\n{closing}\n"
    assert authored_text(text) == f"Hi all,\n\nthe pump is loud.\n\n{closing}"
    found = closing_of(text)
    assert found is not None
    assert found.of(text) == closing


@pytest.mark.parametrize(
    "more", ["Head of Sales", "+49 221 4711-12", "Acme Ltd", "https://www.acme.example", "Water finds its way"]
)
def test_a_closing_below_a_delimiter_with_more_than_a_name_is_a_signature(more: str) -> None:
    assert authored_text(f"Hi all,\n\nthe pump is loud.\n\n-- \nBest regards,\nAnn Lee\n{more}\n").endswith("loud.")


def test_a_closing_below_a_delimiter_is_a_signature_under_a_closing_with_a_name() -> None:
    text = "Hi all,\n\nthe pump is loud.\n\nCheers\nAnn\n\n-- \nBest regards,\nAnn Lee\n"
    assert authored_text(text).endswith("Cheers\nAnn")


@pytest.mark.parametrize(
    "note",
    [
        "This email has been checked for viruses by AVG.\nhttps://www.avg.com",
        "No virus found in this message.\nChecked by AVG - www.avg.com",
        "Diese E-Mail wurde von Avast-Antivirussoftware auf Viren geprüft.\nwww.avast.com",
        "Diese E-Mail ist frei von Viren und Malware, denn der avast! Antivirus Schutz ist aktiv.",
        "El software de antivirus Avast ha analizado este correo electrónico en busca de virus.",
        "Questa e-mail è stata controllata per individuare virus con Avast antivirus.",
        "Это сообщение проверено на вирусы антивирусом Avast.",
    ],
)
@pytest.mark.parametrize("rule", ["---", "_" * 30, ""])
def test_what_a_virus_scanner_adds_is_not_authored(rule: str, note: str) -> None:
    text = "Hi all,\n\nthe pump is loud, but it runs again."
    assert authored_text(f"{text}\n\n{rule}\n{note}\n") == text


@pytest.mark.parametrize(
    "own",
    ["This message was blocked by our virus filter twice.", "Diese E-Mail wurde von unserem Virenschutz gesperrt."],
)
def test_what_people_write_about_a_virus_scanner_is_authored(own: str) -> None:
    text = f"Hi all,\n\nwhere is the order?\n\n{own}"
    assert authored_text(text) == text


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_role_in_the_paragraph_of_a_full_name_makes_it_a_signature(between: str) -> None:
    block = f"Ann Lee\nSenior Engineer{between}Acme Pumps Ltd\n+1 555 123 4567\nwww.acme.example"
    assert authored_text(f"Hi Tim,\n\nwe use the smaller one.\n\nRegards,\n\n{block}").endswith("Regards,")


@pytest.mark.parametrize(
    "tail",
    [
        "We need:\n\n-\nTwo seals",
        "-\nTwo seals\n\n-\nOne pump",
        "-\nI have measured that twice",
        "-\nThe pump ran all night and nobody heard it.",
        "-\nAnn",
    ],
)
def test_a_single_dash_over_what_is_no_slogan_stays_in_the_text(tail: str) -> None:
    text = f"Hi all,\n\nthe pump is loud.\n\n{tail}"
    assert authored_text(text) == text


def test_a_rule_below_a_heading_stays_in_the_text() -> None:
    text = "Hi all,\n\nthe figures of today.\n\nBoiler Two\n----------\nseventy degrees"
    assert authored_text(text) == text


def test_a_name_in_one_paragraph_with_phone_and_firm_heads_the_block() -> None:
    assert authored_text("We take it.\n\nRegards,\n\nAnn Lee\nBuyer\n+1 555 123 4567\n").endswith("Regards,")
