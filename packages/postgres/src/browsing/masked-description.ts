import type { Database } from "../database/database.ts";

/** What is known of a relation. */
export interface Description {
  readonly schema: string;
  readonly name: string;
  readonly columns?: readonly { readonly name: string; readonly type: string }[];
  readonly partitions?: readonly string[];
  readonly [key: string]: unknown;
}

/** A description that says which columns are masked, and nothing of their values: neither statistics nor bounds of partitions. */
export async function maskedDescription(
  description: Description,
  { masks }: Database,
  signal: AbortSignal,
): Promise<Record<string, unknown>> {
  const { schema, name, columns, partitions } = description;
  const masked = await masks?.columnsOf(schema, name, signal);
  if (masked === undefined || masked.size === 0) return description;
  const shown = columns?.map((column) => {
    const kind = masked.get(column.name);
    if (kind === undefined) return column;
    const { null_fraction, distinct, average_bytes, ...rest } = column as Record<string, unknown>;
    return { ...rest, masked: kind };
  });
  return {
    ...description,
    columns: shown,
    ...(partitions === undefined
      ? {}
      : { partitions: partitions.map((one) => one.replace(/ (?:FOR VALUES|DEFAULT).*$/s, "")) }),
  };
}
