type Told = Readonly<Record<string, unknown>>;

/** What is kept of a column where there are so many that all of them could not be told. */
const mostNeeded = ["name", "type", "not_null", "masked"];

/** Bytes that are kept for saying what is left out; and the fewest that are worth filling besides. */
const reserve = 2048;
const least = 1024;

/**
 * A description as it fits into an answer. First goes what is told of columns beside their types; then, of what is longest, its end.
 * `left_out` says so. A table may have 1,600 columns, and a view's definition be a megabyte. As it is where next to nothing would fit.
 */
export function shortenedDescription(description: Told, bytes: number): Told {
  const room = bytes - reserve;
  if (room < least || sizeOf(description) <= room) return description;
  const { columns } = description;
  const brief = Array.isArray(columns) ? { ...description, columns: columns.map(briefly) } : description;
  const shown: Record<string, unknown> = { ...brief };
  while (sizeOf(shown) > room) {
    const [longest = "", value] = Object.entries(shown).sort(([, a], [, b]) => sizeOf(b) - sizeOf(a))[0] ?? [];
    const kept = Math.floor((lengthOf(value) * 3) / 4);
    if (kept === 0) delete shown[longest];
    // No half of a character is left at the end.
    else if (typeof value === "string") shown[longest] = value.slice(0, kept).replace(/[\uD800-\uDBFF]$/, "");
    else if (Array.isArray(value)) shown[longest] = value.slice(0, kept);
  }
  return { ...shown, left_out: [...leftOut(description, brief, shown)].join("; ") };
}

function briefly(column: Told): Told {
  return Object.fromEntries(mostNeeded.filter((key) => column[key] !== undefined).map((key) => [key, column[key]]));
}

function* leftOut(description: Told, brief: Told, shown: Told): Generator<string> {
  if (brief !== description)
    yield "of columns all but name and type: pg_query of information_schema.columns tells the rest";
  for (const [key, whole] of Object.entries(brief)) {
    const part = shown[key];
    if (part === whole) continue;
    const unit = typeof whole === "string" ? "characters" : "items";
    yield `${key}: told are the first ${lengthOf(part)} of ${lengthOf(whole)} ${unit}`;
  }
}

function lengthOf(value: unknown): number {
  return typeof value === "string" || Array.isArray(value) ? value.length : 0;
}

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? "");
}
