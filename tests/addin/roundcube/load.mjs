// The plugin's scripts are plain ones that share a name; loaded here in the order that a page loads them.

for (const name of ["spans", "written", "addresses", "gate", "tokens"]) {
  await import(`../../../addin/roundcube/js/${name}.js`);
}
export const { written, placeOf, addressesIn, createGate, createTokens, spans } = globalThis.einklang;
