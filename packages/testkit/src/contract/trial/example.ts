import type { Connector, Effect } from "@drawbridge/core";

/** One call of the contract. */
export interface Example {
  readonly tool: Connector["tools"][number];
  readonly input: Readonly<Record<string, unknown>>;
  /** What this call does, by the tool's own word. */
  readonly effect: Effect;
  /** Whether it is only to tell what it would do. */
  readonly isDryRun: boolean;
  /** The call in words, for what is found of it. */
  readonly shown: string;
}
