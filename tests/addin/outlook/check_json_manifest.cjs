// Microsoft's own check of a unified manifest, and of its German words by their schema; without any network.
// node check_json_manifest.cjs manifest.json de.json; run in the folder with node_modules
"use strict";

const net = require("node:net");
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");

const load = createRequire(join(process.cwd(), "x.js"));
const blocked = () => {
  throw new Error("the check asked the network");
};
net.Socket.prototype.connect = blocked;
globalThis.fetch = blocked;

async function main([manifest, german]) {
  const { isValid, report } = await load("office-addin-manifest").validateManifest(manifest);
  console.log(JSON.stringify(report?.errors ?? []));
  const schemas = join(process.cwd(), "node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.24");
  const schema = JSON.parse(readFileSync(join(schemas, "MicrosoftTeams.Localization.schema.json"), "utf8"));
  const words = JSON.parse(readFileSync(german, "utf8"));
  const patterns = { ...schema.properties, ...Object.fromEntries(Object.entries(schema.patternProperties ?? {})) };
  const unknown = Object.entries(words).filter(([key, value]) => key !== "$schema" && !fits(key, value, patterns));
  console.log(JSON.stringify(unknown));
  process.exitCode = isValid && unknown.length === 0 ? 0 : 1;
}

/** Whether a schema knows the place of a word and takes its length. */
function fits(key, value, patterns) {
  const rule = patterns[key] ?? Object.entries(patterns).find(([each]) => each.startsWith("^") && new RegExp(each).test(key))?.[1];
  return rule !== undefined && value.length <= (rule.maxLength ?? Infinity);
}

main(process.argv.slice(2)).catch((problem) => {
  console.log(problem.message);
  process.exitCode = 1;
});
