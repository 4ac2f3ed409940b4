import type { OptionDescription } from "./option-description.ts";
import type { UsageError } from "./usage-error.ts";

/** Something that was given and cannot be taken, or is needed and was not given. */
export interface OptionProblem {
  readonly error: UsageError;
  /** Where it has to be put right; `nowhere` for what was not given at all. */
  readonly source: "command line" | "environment" | "file" | "nowhere";
  /** Undefined where it is not one option's. */
  readonly option: OptionDescription | undefined;
}
