import { maskPattern } from "./mask-pattern.ts";
import type { MaskKind } from "./trace.ts";

/** A column to mask, as a person names it. */
export interface MaskSpec {
  readonly schema: string;
  readonly relation: string;
  readonly column: string;
  readonly kind: MaskKind;
}

/** Reads what `maskPattern` admits. */
export function maskSpec(written: string): MaskSpec {
  const [, schema, relation, column, kind = "hash"] = maskPattern.exec(written) ?? [];
  if (schema === undefined || relation === undefined || column === undefined) throw new Error(`no mask: ${written}`);
  return { schema: bare(schema), relation: bare(relation), column: bare(column), kind: kind as MaskKind };
}

function bare(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}
