import type { Call } from "./call.ts";

/** One flag of a command. */
export interface Flag {
  /** Without its dashes. */
  readonly name: string;
  /** How its value is written; undefined for one that takes none. */
  readonly placeholder?: string;
  /** One line for `--help`. */
  readonly description: string;
  readonly repeatable?: boolean;
}

/** One command of `drawbridge`. */
export interface Command {
  /** The words that call it: `audit verify`. */
  readonly name: string;
  /** What follows them, as `--help` writes it. */
  readonly operands: string;
  /** One line for `--help`. */
  readonly description: string;
  readonly flags: readonly Flag[];
  /** Command lines, each with what it does. */
  readonly examples: ReadonlyArray<readonly [commandLine: string, meaning: string]>;
  /** What may follow `--`, in words; undefined where nothing may. */
  readonly rest?: string;
  /** Resolves with the exit code: 0 well, 1 not. Throws `UsageError` where it is called wrongly. */
  run(call: Call): Promise<number>;
}
