import type { Definitions } from "./definitions.ts";

/** What a bundled program was built with, as its build wrote it down; `bundle-connector` defines it. Source has none. */
declare const DRAWBRIDGE_DEFINITIONS: string | undefined;

/** The definitions that a bundled program was built with, from the program itself; undefined for what runs from source. */
export function builtDefinitions(): Definitions | undefined {
  return typeof DRAWBRIDGE_DEFINITIONS === "undefined" ? undefined : JSON.parse(DRAWBRIDGE_DEFINITIONS);
}
