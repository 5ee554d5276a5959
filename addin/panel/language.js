// Speaking German or English: sentences, numbers, dates.

export const LANGUAGES = ["de", "en"];

/** The first of `wishes` ("de-AT", "en", null ...) that is spoken here, else English. */
export function pickLanguage(...wishes) {
  for (const wish of wishes) {
    const code = String(wish ?? "").slice(0, 2).toLowerCase();
    if (LANGUAGES.includes(code)) return code;
  }
  return "en";
}

const MINUTE = 60_000;
const UNITS = [
  ["year", 365 * 24 * 60 * MINUTE],
  ["month", 30 * 24 * 60 * MINUTE],
  ["day", 24 * 60 * MINUTE],
  ["hour", 60 * MINUTE],
  ["minute", MINUTE],
];

/**
 * Says `texts` (one entry per language) in `language`; a key with `n` picks its form for one or many. Every number is rounded and
 * grouped ("1.234"): what is neither to be, as a year or a fraction, is given as text.
 */
export function createSpeaker(language, texts) {
  const plural = new Intl.PluralRules(language);
  const ago = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const day = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
  const rounded = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const signed = new Intl.NumberFormat(language, { maximumFractionDigits: 0, signDisplay: "exceptZero" });
  const precise = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
  const withMinus = (text) => text.replace("-", "−");
  const whole = (number) => withMinus(rounded.format(number));

  const say = (key, values = {}) => {
    const own = texts[language];
    const sentence = own[key] ?? own[`${key}_${plural.select(values.n)}`];
    return sentence.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? whole(values[name]) : values[name]));
  };
  const of = (both) => both?.[language] ?? both?.en ?? both?.de ?? "";
  return {
    language,
    say,
    /** The name of one of the server's codes; a code that a newer server has is shown as it is. */
    name: (family, code) => texts[language][`${family}_${code}`] ?? String(code),
    /** What the server said in both languages. */
    of,
    whole,
    points: (number) => withMinus(signed.format(number)),
    /** A measured value: a number, words in both languages, or a named form as it is. */
    value(value) {
      if (typeof value === "number") return withMinus(precise.format(value));
      return (typeof value === "object" ? of(value) : String(value)) || "–";
    },
    day: (iso) => day.format(new Date(iso)),
    since(iso, now) {
      const passed = now - new Date(iso).getTime();
      const [unit, length] = UNITS.find(([, size]) => passed >= size) ?? UNITS.at(-1);
      return ago.format(-Math.max(0, Math.floor(passed / length)), unit);
    },
  };
}
