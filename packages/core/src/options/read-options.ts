import type * as z from "zod";
import { examineOptions } from "./examine-options.ts";
import type { Environment } from "./read-environment.ts";
import { soundOptions } from "./sound-options.ts";
import type { standardOptions } from "./standard-options.ts";

/** What a person asked for: core's options, the connector's own, and which secrets were given. */
export interface ReadOptions<Own extends z.ZodObject> {
  readonly standard: z.output<typeof standardOptions>;
  readonly own: z.output<Own>;
  /** Values that must never leave the process. */
  readonly secrets: readonly string[];
}

/** Reads flags, then environment, then `--config`, then defaults. Throws `UsageError` for anything it cannot take. */
export async function readOptions<Own extends z.ZodObject>(
  own: Own,
  argv: readonly string[],
  environment: Environment,
): Promise<ReadOptions<Own>> {
  return soundOptions(await examineOptions(own, argv, environment));
}
