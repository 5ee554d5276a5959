import assert from "node:assert/strict";
import { test } from "node:test";

const { permissionFor, serverAddress } = await import(`${process.env.EINKLANG_ADDON}/server.js`);

test("an address is taken as people type it", () => {
  assert.equal(serverAddress(" https://Coach.Example.org/ "), "https://coach.example.org");
  assert.equal(serverAddress("coach.example.org"), "https://coach.example.org");
  assert.equal(serverAddress("https://example.org/einklang/try"), "https://example.org/einklang");
  assert.equal(serverAddress("https://example.org:8443/panel/"), "https://example.org:8443");
  assert.equal(serverAddress("localhost:8765"), "http://localhost:8765");
  assert.equal(serverAddress("http://127.0.0.1:8765/try"), "http://127.0.0.1:8765");
  assert.equal(serverAddress("http://[::1]:8765"), "http://[::1]:8765");
});

test("drafts go to no address that others can read on the way, or that is none", () => {
  for (const typed of [
    "http://coach.example.org",
    "http://127.0.0.1.example.org",
    "http://localhost.example.org",
    "ftp://example.org",
    "javascript:alert(1)",
    "https://user:secret@example.org",
    "two words",
    "",
    "https://",
  ]) {
    assert.equal(serverAddress(typed), null, typed);
  }
});

test("leave is asked for one origin only", () => {
  assert.deepEqual(permissionFor("https://coach.example.org:8443/einklang"), { origins: ["https://coach.example.org/*"] });
  assert.deepEqual(permissionFor("http://[::1]:8765"), { origins: ["http://[::1]/*"] });
});
