import { compileGlob } from "@drawbridge/core";

/** Whether a name has a text in it, or, where the text has * or ?, is as it says; slashes part names as they part paths. Case is not minded. */
export function nameMatcher(wanted: string): (name: string) => boolean {
  if (/[*?]/.test(wanted)) {
    const matches = compileGlob(wanted, { ignoreCase: true });
    return (name) => matches(name.split("/"));
  }
  const folded = wanted.toLowerCase();
  return (name) => name.toLowerCase().includes(folded);
}
