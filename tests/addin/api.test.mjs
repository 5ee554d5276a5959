import assert from "node:assert/strict";
import { createServer } from "node:http";
import test from "node:test";

import { createApi } from "../../addin/panel/api.js";

/** A real server on loopback that answers as told, and remembers what it was asked. */
async function serve(answer) {
  const requests = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      requests.push({ method: request.method, url: request.url, headers: request.headers, body });
      answer(response, request);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${server.address().port}/einklang/`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { base, requests, close };
}

const json = (status, value) => (response) => {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(value));
};
const api = (base, more = {}) => createApi({ base, token: () => "t0k", fetch, ...more });
const kindOf = (promise) => promise.then(() => "answered", (problem) => problem.kind);

test("a question carries the token and stays below the server's path", async () => {
  const { base, requests, close } = await serve(json(200, { score: 80 }));
  const answer = await api(base).assess({ draft: { text: "Grüße 👍" } });
  await close();
  assert.equal(answer.score, 80);
  assert.equal(requests[0].url, "/einklang/api/v1/assessments");
  assert.equal(requests[0].headers.authorization, "Bearer t0k");
  assert.deepEqual(JSON.parse(requests[0].body), { draft: { text: "Grüße 👍" } });
});

test("an address cannot leave its place in the path", async () => {
  const { base, requests, close } = await serve(json(200, {}));
  await api(base).customer("../mailboxes?x#y");
  await api(base).customers("a&b=c");
  await close();
  assert.equal(requests[0].url, "/einklang/api/v1/customers/..%2Fmailboxes%3Fx%23y");
  assert.equal(new URL(requests[1].url, base).searchParams.get("q"), "a&b=c");
});

test("each status has its kind of problem, with the server's own sentence", async () => {
  const kinds = { 401: "expired", 404: "unknown", 422: "refused", 429: "busy", 500: "refused", 502: "offline", 503: "offline" };
  for (const [status, kind] of Object.entries(kinds)) {
    const { base, close } = await serve(json(Number(status), { detail: "So geht es nicht." }));
    const problem = await api(base).mailboxes().catch((caught) => caught);
    await close();
    assert.deepEqual([problem.kind, problem.status, problem.detail], [kind, Number(status), "So geht es nicht."]);
  }
});

test("a server that is asked too often says for how long it is to be left alone: at most a minute", async () => {
  for (const [said, wait] of [["7", 7_000], ["3600", 60_000], ["soon", 0], [undefined, 0]]) {
    const { base, close } = await serve((response) => {
      response.writeHead(429, said && { "Retry-After": said });
      response.end();
    });
    const problem = await api(base).mailboxes().catch((caught) => caught);
    await close();
    assert.deepEqual([problem.kind, problem.wait], ["busy", wait], said);
  }
});

test("a server that is away may be asked again at once", async () => {
  const { base, close } = await serve((response) => response.writeHead(503, { "Retry-After": "9" }).end());
  const problem = await api(base).mailboxes().catch((caught) => caught);
  await close();
  assert.equal(problem.wait, 0);
});

test("a server that loads its models is told apart from one that is away for another reason", async () => {
  for (const [title, kind] of [["Starting", "starting"], ["Database away", "offline"]]) {
    const { base, close } = await serve(json(503, { title, detail: "Gleich." }));
    assert.equal(await kindOf(api(base).mailboxes()), kind);
    await close();
  }
});

test("a page that is no JSON is a problem, not a crash", async () => {
  for (const status of [200, 500]) {
    const { base, close } = await serve((response) => {
      response.writeHead(status, { "Content-Type": "text/html" });
      response.end("<h1>proxy</h1>");
    });
    assert.equal(await kindOf(api(base).mailboxes()), "refused");
    await close();
  }
});

test("a server that is gone, hangs or breaks off is offline", async () => {
  const gone = await serve(json(200, {}));
  await gone.close();
  assert.equal(await kindOf(api(gone.base).mailboxes()), "offline");

  const hanging = await serve(() => {});
  assert.equal(await kindOf(api(hanging.base, { timeout: 50 }).mailboxes()), "offline");
  await hanging.close();

  const breaking = await serve((response) => response.destroy());
  assert.equal(await kindOf(api(breaking.base).mailboxes()), "offline");
  await breaking.close();
});

test("it is told which token the server took, and only then", async () => {
  const taken = [];
  const told = { accepted: (used) => taken.push(used) };
  const { base, close } = await serve((response, request) => json(request.method === "POST" ? 401 : 200, {})(response));
  assert.equal(await kindOf(api(base, told).assess({})), "expired");
  assert.deepEqual(taken, []);
  await api(base, told).mailboxes();
  await close();
  assert.deepEqual(taken, ["t0k"]);
});
