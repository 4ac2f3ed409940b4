/** Node's crypto, loaded when it is first needed: it would add 4 ms to every start, and no list of tools needs it. */
export function nodeCrypto(): typeof import("node:crypto") {
  return process.getBuiltinModule("node:crypto");
}
