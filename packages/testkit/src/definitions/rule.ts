import type { Definitions } from "./definitions.ts";
import type { Finding } from "./finding.ts";

/** Finds one kind of poison. Linear in the length of the texts: what it reads may be hostile. */
export type Rule = (definitions: Definitions) => readonly Finding[];
