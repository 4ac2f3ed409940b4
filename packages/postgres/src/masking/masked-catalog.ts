import type { BatchStep } from "../database/batch.ts";
import { textArray } from "../values/text-array.ts";
import type { MaskSpec } from "./mask-spec.ts";
import { maskedCatalogQuery } from "./masked-catalog-query.ts";
import type { MaskKind } from "./trace.ts";

/** A masked column, where it is. `relation` is a number as text. */
export interface PlacedMask {
  readonly relation: string;
  readonly number: number;
  readonly kind: MaskKind;
  readonly label: string;
}

/** A relation with its columns in their order. */
export interface RelationColumns {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly number: number }[];
}

/** What leads to masked columns. */
export interface MaskedCatalog {
  /** At which this was seen, as in `CatalogState`. */
  readonly snapshot: string | null;
  readonly columns: readonly PlacedMask[];
  /** Which of the columns that are asked for there are, as `schema.table.column`. */
  readonly found: readonly string[];
  /** Those that hold them, views of those, and what else those views read. */
  readonly relations: readonly (RelationColumns & {
    /** Whether it holds masked columns, or is a view of one that does. */
    readonly leads: boolean;
    /** Whether it is a view with an operator that reads masked columns: what it shows of that is not told apart. */
    readonly calls: boolean;
    /** Of a view, with every name in full. */
    readonly definition: string | null;
  })[];
  /** Functions that are written in a language of which the source is kept. */
  readonly functions: readonly SourceFunction[];
}

/** A function and its source. */
export interface SourceFunction {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  readonly language: string;
  readonly source: string;
}

/** The statement that asks for it; its one value is read by `readMaskedCatalog`. The path must be `pg_catalog` alone. */
/** @param readers functions that read masked columns */
export function maskedCatalogStep(
  specs: readonly MaskSpec[],
  before: readonly PlacedMask[],
  readers: readonly string[] = [],
): BatchStep {
  const lists = [
    specs.map(({ schema }) => schema),
    specs.map(({ relation }) => relation),
    specs.map(({ column }) => column),
    specs.map(({ kind }) => kind),
    before.map(({ relation }) => relation),
    before.map(({ number }) => String(number)),
    before.map(({ kind }) => kind),
    readers,
  ];
  return { text: maskedCatalogQuery, values: lists.map(textArray) };
}

export function readMaskedCatalog(json: string): MaskedCatalog {
  const read = JSON.parse(json) as { [Key in keyof MaskedCatalog]: MaskedCatalog[Key] | null };
  return {
    snapshot: read.snapshot ?? null,
    columns: read.columns ?? [],
    found: read.found ?? [],
    relations: (read.relations ?? []).map((relation) => ({ ...relation, columns: relation.columns ?? [] })),
    functions: read.functions ?? [],
  };
}
