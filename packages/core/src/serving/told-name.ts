import { makeVisible } from "../fence/make-visible.ts";
import type { Runtime } from "./runtime.ts";

const longest = 64;
const mostLookedThrough = 64 * 1024;

/** A name that a host made up, as an error may repeat it. */
export function toldName(name: string, redactor: Runtime["redactor"]): string {
  // Shortened afterwards: nobody would know the rest of a secret that was cut through.
  const clean = redactor.text(name.slice(0, mostLookedThrough)).slice(0, longest);
  return JSON.stringify(makeVisible(clean));
}
