import type { Contract } from "../contract.ts";
import type { Trial } from "../trial/trial.ts";

/** Something that a connector can get wrong and core cannot prevent, or that only a whole server shows to be right. */
export interface Check {
  /** Holds of a connector in which nothing is found. */
  readonly name: string;
  /** Whether the connector has anything to be looked at; without it, every one has. */
  appliesTo?(contract: Contract): boolean;
  /** What is wrong, a sentence for each. */
  find(trial: Trial): Promise<readonly string[]>;
}
