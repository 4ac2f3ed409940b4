import type { UsageFacts } from "../catalog/usage-facts.ts";

/** The type of rows that have no type of their own. */
const record = "2249";

/**
 * Whether a value of one type may be taken where another is wanted, though no cast is written (PostgreSQL manual, 10.3). Yes
 * where it cannot be told. Types are numbers; undefined is not known.
 */
export function mayBecome(from: string | undefined, to: string | undefined, facts: UsageFacts): boolean {
  if (from === undefined || to === undefined || from === to) return true;
  // There is no operand on that side.
  if (from === "0" || to === "0") return false;
  const [source, target] = [from, to].map((type) => baseOf(type, facts));
  if (source === undefined || target === undefined || source.oid === target.oid) return true;
  if (target.kind === "p" || facts.implicit.includes(`${source.oid}:${target.oid}`)) return true;
  const isRow = source.kind === "c" || source.oid === record;
  if (isRow && target.kind === "c") return true;
  return source.element !== "0" && target.element !== "0" && mayBecome(source.element, target.element, facts);
}

function baseOf(type: string, { kinds }: UsageFacts): UsageFacts["kinds"][number] | undefined {
  let found = kinds.find(({ oid }) => oid === type);
  while (found?.kind === "d") {
    const { base } = found;
    found = kinds.find(({ oid }) => oid === base);
  }
  return found;
}
