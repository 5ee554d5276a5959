// The token for the panel: fetched from Roundcube when it is needed, and again ahead of its end.

((einklang) => {
  "use strict";

  const RENEW_AT = 0.8; // of its life, so that the panel never meets an expired one
  const PAUSES = [0, 2_000, 10_000, 30_000]; // ms before the next one, while fresh ones are refused (a revoked key)
  const LIVED = 60_000; // ms; one that was good for so long was not refused for being wrong

  /** `fetchToken()` gives `{ token, seconds }`, or an object without them; `renewed()` is told of one fetched ahead of time. */
  einklang.createTokens = ({ fetchToken, renewed, clock }) => {
    let token = "";
    let timer = null;
    let fetchedAt = -Infinity;
    let refused = 0;
    let running = null;

    async function fetchAnother(pause) {
      clock.clearTimeout(timer);
      if (pause > 0) await new Promise((resolve) => clock.setTimeout(resolve, pause));
      const answer = await fetchToken();
      if (!answer.token) return false;
      token = answer.token;
      fetchedAt = clock.now();
      timer = clock.setTimeout(() => another(0).then((is) => is && renewed()), 1000 * RENEW_AT * answer.seconds);
      return true;
    }

    const another = (pause) => (running ??= fetchAnother(pause).finally(() => (running = null)));

    return {
      now: () => token,
      /** Sees to a token; `isRefused`: the one at hand is no longer accepted. True if there is one worth trying. */
      async provide({ isRefused = false } = {}) {
        if (token !== "" && !isRefused) return true;
        if (clock.now() - fetchedAt > LIVED) refused = 0;
        const pause = token === "" ? 0 : PAUSES[Math.min(refused, PAUSES.length - 1)];
        if (isRefused) refused += 1;
        return another(pause);
      },
    };
  };

  /** Asks Roundcube, with its own proof that the question comes from its page. */
  einklang.fetchToken = (rcmail) =>
    fetch(rcmail.url("plugin.einklang.token"), {
      method: "POST",
      headers: { "X-Roundcube-Request": rcmail.env.request_token, "X-Requested-With": "XMLHttpRequest" },
      body: new URLSearchParams({ _remote: "1" }),
      cache: "no-store",
      redirect: "error",
    })
      .then((response) => response.json())
      .catch(() => ({})); // Roundcube is away or its session has ended: writing goes on without advice
})((globalThis.einklang ??= {}));
