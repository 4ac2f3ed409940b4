import type { Listing } from "../serving/prepared.ts";

/**
 * Everything that a connector declares to hosts before any call, in the protocol's words, before access and options take
 * any of it away.
 */
export interface Definitions {
  /** Of this format. */
  readonly version: 1;
  readonly connector: string;
  readonly title: string;
  readonly instructions: string | null;
  readonly tools: readonly Listing[];
  readonly resources: readonly Listing[];
  readonly prompts: readonly Listing[];
}
