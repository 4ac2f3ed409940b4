import { nodeCrypto } from "../digest/node-crypto.ts";

const header = /^[\w.-]{1,64}$/;

/** The request's name in the log and in its answer: the one that a proxy in front gave it, if it is sane, or a new one. */
export function requestId(given: string | string[] | undefined): string {
  return typeof given === "string" && header.test(given) ? given : nodeCrypto().randomUUID();
}
