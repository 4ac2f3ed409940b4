import type { Documented } from "./documented.ts";
import { installLinks } from "./install-links.ts";
import { toolTable } from "./tool-table.ts";

/** One part of a README, and what writes it. */
interface Part {
  readonly name: "install links" | "tools";
  write(connector: Documented["connector"]): string;
}

/** The parts of each connector's README that are written from its declaration. */
export const parts: readonly Part[] = [
  { name: "install links", write: installLinks },
  { name: "tools", write: toolTable },
];
