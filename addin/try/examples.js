// Drafts to start from: each fits some customers badly, on purpose. {first} is the first part of the customer's name.

export const EXAMPLES = [
  {
    language: "de",
    form: "du",
    subject: "kurzes Update",
    text: `Hi {first},

kurzes Update von uns: dein Ersatzteil ist endlich da!! Sorry, hat echt ewig gedauert, bei uns war mega viel los. Wir schicken es dir gleich morgen raus, dann läuft deine Anlage wieder wie geschmiert 😊

Sag mal, hast du dir das neue Modell schon angeschaut? Musst du unbedingt sehen, das ist der absolute Hammer und nur noch diese Woche zum Aktionspreis zu haben. Gib mir bis heute Abend Bescheid, dann mach ich das für dich klar!

LG`,
  },
  {
    language: "de",
    form: "sie",
    subject: "Rückmeldung zu Ihrer Anfrage",
    text: `Sehr geehrte Damen und Herren,

unter Bezugnahme auf Ihre geschätzte Anfrage erlauben wir uns, Ihnen mitzuteilen, dass eine Prüfung der von Ihnen geschilderten Sachlage durch unsere Fachabteilung veranlasst wurde, deren Ergebnis wir Ihnen nach Abschluss der erforderlichen Arbeiten unaufgefordert zur Kenntnis bringen werden. Hinsichtlich des gewünschten Termins bitten wir um Verständnis dafür, dass eine verbindliche Zusage zum gegenwärtigen Zeitpunkt nicht erfolgen kann.

Für Rückfragen stehen wir Ihnen jederzeit gerne zur Verfügung und verbleiben

mit freundlichen Grüßen`,
  },
  {
    language: "en",
    form: "casual",
    subject: "quick one",
    text: `Hey {first}!!

Great news, your spare part finally showed up 🎉 Sorry it took forever, things have been totally crazy over here. We'll ship it first thing tomorrow so you're back up and running in no time.

By the way, you've got to see our new model. It's a total game changer and honestly the best thing on the market, guaranteed. The discount ends tonight, so let me know ASAP and I'll lock it in for you!

Cheers`,
  },
  {
    language: "en",
    form: "formal",
    subject: "Your recent enquiry",
    text: `Dear Sir or Madam,

With reference to your esteemed enquiry, we hereby acknowledge receipt of the same and beg to inform you that the matter described therein has been forwarded to the department concerned, whose findings will be communicated to you in due course upon completion of the necessary investigations. It is regrettably not possible to commit to the requested date at the present time.

Should any further information be required, please do not hesitate to contact the undersigned.

Yours faithfully,`,
  },
];

const NAME_TITLES = /^(dr|prof|dipl|ing|mag|mr|mrs|ms|herr|frau)\.?$/i;

/** The example to load for `customer` (null: none chosen) at the `turn`-th click: the least fitting one comes first. */
export function exampleFor(customer, language, turn) {
  const wanted = customer?.language === "de" || customer?.language === "en" ? customer.language : language;
  const both = EXAMPLES.filter((example) => example.language === wanted);
  const isFirstWorse = both[0].form !== customer?.address_form;
  const example = both[(turn + (isFirstWorse ? 0 : 1)) % both.length];
  const names = (customer?.name ?? "").split(/\s+/).filter((name) => name && !NAME_TITLES.test(name));
  const text = example.text.replace(" {first}", names.length > 0 ? ` ${names[0]}` : "");
  return { subject: example.subject, text };
}
