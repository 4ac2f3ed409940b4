import type { Connector } from "@drawbridge/core";
import type { StartOptions } from "../places/in-process.ts";

/** What the suite must know of a connector to test it. */
export interface Contract {
  readonly connector: Connector;
  /** The built command, `dist/cli.js`. */
  readonly cli: string;
  /** How to start it against a real system, made by the test; all tools granted. */
  readonly start: StartOptions;
  /** How to start it against a system that cannot be used, where there is such a thing. */
  readonly unreachable?: StartOptions;
  /** For each tool at least one call that must succeed against that system. */
  readonly calls: Readonly<Record<string, ReadonlyArray<Readonly<Record<string, unknown>>>>>;
  /** For each prompt a set of arguments that it takes. */
  readonly prompts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Where a resource has `watch`: an address of it, and what changes in the system what stands there. */
  readonly subscription?: { readonly uri: string; change(): void | Promise<void> };
  /** Most bytes of the tool list: every session pays for it. */
  readonly toolListBytes: number;
}
