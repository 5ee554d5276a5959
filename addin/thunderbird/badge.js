// The score on the button in the toolbar of a compose window.

import { levelOf } from "./panel/score.js";

const TONES = { good: "#0b6e65", fair: "#85570a", poor: "#a8323f" };
const CALM = "#55616b";

const UNSURE = new Set(["slow", "offline", "starting", "busy", "expired", "refused", "unknown"]);

/** Text, colour and tooltip for a verdict (as in addin/messages.md); `say` looks up a message in the user's language. */
export function badgeFor(verdict, say) {
  if (verdict?.unsure) {
    const why = UNSURE.has(verdict.unsure) ? verdict.unsure : "offline";
    return { text: "–", color: CALM, title: say(`unsure_${why}`) };
  }
  if (typeof verdict?.score !== "number") return { text: "", color: CALM, title: say("title") };
  const whole = String(Math.round(verdict.score));
  const open = verdict.reasons?.length ?? 0;
  const title = say(open === 0 ? "title_score" : open === 1 ? "title_score_one" : "title_score_hints", [whole, String(open)]);
  return { text: whole, color: TONES[levelOf(verdict.score).tone], title };
}

/** Shows a verdict on the button of one compose window; a window that is gone is no trouble. */
export async function showBadge(tabId, verdict) {
  const { text, color, title } = badgeFor(verdict, (key, values) => browser.i18n.getMessage(key, values));
  await Promise.all([
    messenger.composeAction.setBadgeText({ tabId, text }),
    messenger.composeAction.setBadgeBackgroundColor({ tabId, color }),
    messenger.composeAction.setTitle({ tabId, title }),
  ]).catch(() => {});
}
