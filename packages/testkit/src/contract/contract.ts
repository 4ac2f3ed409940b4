import type { Connector } from "@drawbridge/core";
import type { StartOptions } from "../places/in-process.ts";

/** What the suite must know of a connector to test it. */
export interface Contract {
  readonly connector: Connector;
  /** The built command, `dist/cli.js`. */
  readonly cli: string;
  /** How to start it against a real system, made by the test; all tools granted. */
  readonly start: StartOptions;
  /** For each tool at least one call that must succeed against that system. */
  readonly calls: Readonly<Record<string, ReadonlyArray<Readonly<Record<string, unknown>>>>>;
  /** For each prompt a set of arguments that it takes. */
  readonly prompts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Most bytes of the tool list: every session pays for it. */
  readonly toolListBytes: number;
}
