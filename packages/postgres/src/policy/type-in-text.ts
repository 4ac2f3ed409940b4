import { nameAt } from "../errors/name-at.ts";
import type { ParseNode } from "./parse-statement.ts";
import type { WrittenCall } from "./written-call.ts";

/** Functions that read a value by a type whose name is text. */
const takers = /^pg_input_(is_valid|error_info)$/;

/** The parts of the name of a type that a call gives as text; none where they are not told, undefined where it gives none. */
export function typeInText({ name, arguments: [, type] }: WrittenCall): readonly string[] | undefined {
  if (!takers.test(name)) return undefined;
  const { sval } = (type?.A_Const ?? {}) as { sval?: ParseNode };
  return nameAt(String(sval?.sval ?? "").trimStart(), 1);
}
