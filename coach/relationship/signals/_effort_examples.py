"""Exchanges that show how much trouble a customer takes over writing, written before the measure was looked at."""

from __future__ import annotations

from coach.relationship.signal import Example

MIDDLING_DE = """
C 0: Guten Tag Herr Baum,||wir haben die Pflanzen gestern bekommen und gleich gesetzt. Zwei Töpfe waren leer, das \
ist aber nicht schlimm. Können Sie die beiden beim nächsten Mal mitliefern?||Viele Grüße|G. Frey
T 0.4: Guten Tag Frau Frey,||natürlich.||Viele Grüße|E. Baum
C 12: Guten Tag Herr Baum,||für das Beet am Eingang suchen wir noch etwas, das im Schatten gut wächst und im Mai \
blüht. Haben Sie eine Idee dazu?||Viele Grüße|G. Frey
T 12.3: Guten Tag Frau Frey,||nehmen Sie Elfenblumen.||Viele Grüße|E. Baum
"""
MIDDLING_EN = """
C 0: Hello Ed,||the plants came yesterday and we put them in straight away. Two pots were empty, which is no great \
matter. Could you bring those two along next time?||Best wishes,|Gwen
T 0.4: Hello Gwen,||of course.||Best wishes,|Ed
C 12: Hello Ed,||for the bed by the entrance we are looking for something that does well in the shade and flowers in \
May. Do you have an idea?||Best wishes,|Gwen
T 12.3: Hello Gwen,||try barrenwort.||Best wishes,|Ed
"""
SHORT_DE = """
C 0: Brauche 5 Paletten.|Kurz
T 0.2: Kommt.|Brandt
C 9: Nochmal 5 bitte.|Kurz
T 9.1: Kommt.|Brandt
"""
SHORT_EN = """
C 0: Need 5 pallets.|Rick
T 0.2: Will do.|Bran
C 9: Another 5 please.|Rick
T 9.1: Will do.|Bran
"""
LONG_DE = """
Guten Tag Herr Baum,||ich habe mir Ihren Vorschlag in Ruhe durchgelesen und auch mit meinem Mann darüber gesprochen. \
Uns gefällt besonders, dass Sie an die Bienen gedacht haben und dass der Weg breit genug für den Rollstuhl meiner \
Mutter bleibt. Drei Dinge möchten wir noch mit Ihnen überlegen: ob die Hecke nicht etwas niedriger sein könnte, \
damit wir die Nachbarn sehen, ob es eine Bank unter dem Apfelbaum geben kann und wie wir das Wasser vom Dach \
auffangen. Schreiben Sie uns bitte, was Sie davon halten und wann wir uns vor Ort treffen können.||Viele Grüße|G. Frey
""".strip()
LONG_EN = """
Hello Ed,||I have read your proposal at leisure and talked it over with my husband. We particularly like that you \
thought of the bees and that the path stays wide enough for my mother's wheelchair. There are three things we would \
like to go through with you: whether the hedge could be a little lower so that we still see the neighbours, whether \
there is room for a bench under the apple tree, and how we might collect the water from the roof. Do tell us what \
you make of it and when we could meet on site.||Best wishes,|Gwen
""".strip()

FIRST = (
    Example("de", True, MIDDLING_DE, f"C 25: {LONG_DE}"),
    Example("de", True, SHORT_DE, f"C 20: {LONG_DE}"),
    Example("de", True, SHORT_DE, """
C 20: Hallo Frau Brandt,||ich wollte Ihnen mal ausführlicher schreiben, wie es bei uns gerade läuft: Wir stellen das \
Lager um und brauchen künftig jede Woche andere Mengen. Können wir dazu telefonieren?||Kurz"""),
    Example("de", True, """
C 0: Termin?|Praxis Dr. Uhl""", """
C 14: Sehr geehrte Frau Lang,||wir möchten die Wartung des Röntgengeräts diesmal gern mit einer Schulung für zwei \
neue Kolleginnen verbinden. Ließe sich das einrichten?||Mit freundlichen Grüßen|Dr. Uhl"""),
    Example("en", True, MIDDLING_EN, f"C 25: {LONG_EN}"),
    Example("en", True, SHORT_EN, f"C 20: {LONG_EN}"),
    Example("en", True, SHORT_EN, """
C 20: Hi Bran, thought I'd write properly for once and tell you how things are going over here. We're rearranging \
the warehouse, so we'll need different amounts every week from now on. Got time for a call?|Rick"""),
    Example("en", True, """
C 0: Appointment?|Dr Hale's practice""", """
C 14: Dear Ms Lang,||we should like to combine the service of the X-ray unit with a short training session for two \
new colleagues this time. Might that be arranged?||Yours sincerely,|Dr Hale"""),
    Example("de", False, MIDDLING_DE, """
C 25: Ok.|Frey
C 36: Passt so.|Frey"""),
    Example("de", False, MIDDLING_DE + f"C 24: {LONG_DE}", """
C 40: Erhalten.|G. Frey"""),
    Example("de", False, f"C 0: {LONG_DE}", """
C 18: Bitte melden.|G. Frey"""),
    Example("de", False, """
C 0: Liebe Tanja, stell dir vor, die Gäste haben den ganzen Abend nur über eure Blumen gesprochen, und die Chefin \
will jetzt jede Woche welche. Wie machen wir das am besten?|Resi
C 8: Liebe Tanja, ich habe mir das mit dem Abo überlegt: jeden Montag zwei große Sträuße für die Theke und was \
Kleines für die Tische, ginge das?|Resi""", """
C 30: Montag wie immer.|Resi
C 37: dito"""),
    Example("en", False, MIDDLING_EN, """
C 25: OK.|Gwen
C 36: Fine.|Gwen"""),
    Example("en", False, MIDDLING_EN + f"C 24: {LONG_EN}", """
C 40: Received.|Gwen"""),
    Example("en", False, f"C 0: {LONG_EN}", """
C 18: Please call.|Gwen"""),
    Example("en", False, """
C 0: Hey Tanya, you won't believe it, the guests talked about nothing but your flowers all night, and now the boss \
wants some every single week. What's the best way to do this?|Resi
C 8: Hey Tanya, I've been thinking about the subscription: two big bunches every Monday for the bar and something \
small for the tables, would that work?|Resi""", """
C 30: Monday as usual.|Resi
C 37: ditto"""),
)  # fmt: skip

LATER = (  # written after the measure, to check it
    Example("de", True, MIDDLING_DE, """
C 30: Guten Tag Herr Baum,||Ihr Tipp mit den Elfenblumen war richtig: Sie wachsen, obwohl dort kaum Licht hinkommt. \
Jetzt überlegen wir, ob wir hinter dem Haus auch etwas Ähnliches anlegen. Der Boden ist dort allerdings lehmig, im \
Winter steht manchmal das Wasser, und die Kinder laufen quer durch. Was würden Sie uns raten, und wann hätten Sie \
Zeit für einen Blick darauf?||Viele Grüße|G. Frey"""),
    Example("de", True, """
C 0: Angebot?|Lutz
C 9: Preis zu hoch.|Lutz""", """
C 12: Okay, ich erkläre kurz, warum uns der Preis so wehtut: Wir haben dieses Jahr zwei Maschinen ersetzt und jeder \
Euro wird dreimal umgedreht. Wenn ihr bei den Ersatzteilen entgegenkommt, kann ich das intern durchsetzen.|Lutz"""),
    Example("en", True, MIDDLING_EN, """
C 30: Hello Ed,||you were right about the barrenwort: it grows although there is hardly any light. Now we are \
wondering whether to do something similar behind the house. The soil is heavy there, though, the water stands in \
winter, and the children run straight across. What would you advise, and when might you have time for a look?||Best \
wishes,|Gwen"""),
    Example("en", True, """
C 0: Quote?|Luke
C 9: Too expensive.|Luke""", """
C 12: OK, let me explain why the price hurts so much: we replaced two machines this year and every penny gets turned \
over three times. If you meet us halfway on spare parts, I can get this through internally.|Luke"""),
    Example("de", False, MIDDLING_DE, """
C 28: Bestellung anbei.||G. Frey
C 35: Wie letztes Mal.||G. Frey
C 41: Nein.||G. Frey"""),
    Example("de", False, """
C 0: Sehr geehrte Frau Sommer,||für die Tagung im Herbst benötigen wir einen Saal für achtzig Personen, zwei \
Nebenräume und eine Bewirtung, die auch Gäste mit Unverträglichkeiten bedenkt. Können Sie uns dazu etwas \
vorschlagen?||Prof. Linden
C 8: Sehr geehrte Frau Sommer,||Ihr Vorschlag überzeugt uns; nur die Pausen scheinen uns etwas kurz, und die Technik \
im Nebenraum würden wir gern vorab sehen.||Prof. Linden""", """
C 20: Einverstanden.||Prof. Linden
C 31: Termin notiert.||Prof. Linden"""),
    Example("en", False, MIDDLING_EN, """
C 28: Order attached.||Gwen
C 35: Same again.||Gwen
C 41: No.||Gwen"""),
    Example("en", False, """
C 0: Dear Ms Summers,||for the conference in autumn we need a hall for eighty people, two side rooms and catering \
that also considers guests with allergies. Could you make us a proposal?||Prof. Lynden
C 8: Dear Ms Summers,||your proposal is convincing; only the breaks seem a little short, and we should like to see \
the equipment in the side room beforehand.||Prof. Lynden""", """
C 20: Agreed.||Prof. Lynden
C 31: Date noted.||Prof. Lynden"""),
)  # fmt: skip

EXAMPLES = (*FIRST, *LATER)
