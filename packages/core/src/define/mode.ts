import type * as z from "zod";
import type { Finding } from "../doctor/finding.ts";
import type { OpenContext } from "./connector.ts";

/** Something that a connector's program does instead of serving, asked for by a flag, and told of as `--doctor` tells. */
export interface Mode<Options extends z.ZodObject = z.ZodObject> {
  /** The key of the connector's option that asks for it: a boolean that is `flagOnly`. */
  readonly option: keyof z.output<Options> & string;
  /**
   * Each finding is printed as soon as it is yielded; the exit code is 1 where one is a problem. What is otherwise required
   * may be missing from the options, and `verify` has not been asked: throw `UsageError` for what cannot work. When the
   * context's signal aborts, the person wants it to end: clean up, and throw the signal's reason.
   */
  run(options: Partial<z.output<Options>>, context: OpenContext): AsyncIterable<Finding>;
}
