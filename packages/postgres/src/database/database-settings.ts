import type { DefinitionChanges } from "../masking/definition-changes.ts";
import type { MaskSpec } from "../masking/mask-spec.ts";

/** How statements are run in a database. */
export interface DatabaseSettings {
  /** What it is called here. */
  readonly name: string;
  readonly poolSize: number;
  /** Milliseconds. */
  readonly statementTimeout: number;
  readonly role: string | undefined;
  /** The most rows of one answer. */
  readonly maxRows: number;
  /** `schema.name` of volatile functions that the person vouches for. */
  readonly allowedFunctions: ReadonlySet<string>;
  /** Columns whose values are masked. */
  readonly masks?: readonly MaskSpec[];
  /** What hashes of masked values are made with. */
  readonly maskKey?: string | undefined;
  /** What is changed from here, by this name of the database or by another. */
  readonly changes?: DefinitionChanges;
  /** The schemas that are served; all of them where there are none here. */
  readonly schemas?: readonly string[];
}
