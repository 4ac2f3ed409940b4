/** Node's crypto, loaded when it is first needed: it would add 4 ms to every start, and no list of tools needs it. */
export function nodeCrypto(): typeof import("node:crypto") {
  loaded ??= process.getBuiltinModule("node:crypto");
  return loaded;
}

let loaded: typeof import("node:crypto") | undefined;
