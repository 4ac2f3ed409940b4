import type { Contract } from "../contract.ts";
import { highestEffectOf } from "./highest-effect-of.ts";

/** Whether any tool of a connector can change the system behind it. */
export function changesAnything({ connector }: Contract): boolean {
  return connector.tools.some((tool) => highestEffectOf(tool) !== "read");
}
