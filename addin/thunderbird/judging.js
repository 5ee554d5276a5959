// Asking the server about a draft, without a panel.

import { createApi } from "./panel/api.js";
import { verdictOf } from "./panel/score.js";
import { questionAbout } from "./draft.js";
import { pairing, sessionToken } from "./server.js";

/** The server's answer to a question about a draft; a refused session is renewed once. Throws a Problem. */
export async function assess(question, signal) {
  const known = await pairing();
  let token = await sessionToken();
  const api = createApi({ base: `${known.address}/`, token: () => token, fetch: (...request) => fetch(...request) });
  try {
    return await api.assess(question, signal);
  } catch (problem) {
    if (problem.kind !== "expired") throw problem;
    token = await sessionToken({ renew: true });
    return api.assess(question, signal);
  }
}

const hintsOf = (answer) => answer.suggestions ?? [];

/** The verdict on an answer, as the panel gives it. */
export const verdictOn = (answer) => verdictOf({ answer, hints: hintsOf(answer) });

/** The verdict where nothing can be said, and why not. */
export const unsure = (why) => verdictOf({ answer: null, hints: [] }, why);

/** The verdict on a draft within `limit` ms; it never throws and never takes longer. */
export async function judge(draft, limit) {
  const stop = new AbortController();
  const slow = new Promise((resolve) => {
    setTimeout(() => {
      stop.abort();
      resolve(unsure("slow"));
    }, limit);
  });
  const asked = assess(questionAbout(draft), stop.signal).then(verdictOn, (problem) => unsure(problem.kind ?? "refused"));
  return Promise.race([asked, slow]);
}
