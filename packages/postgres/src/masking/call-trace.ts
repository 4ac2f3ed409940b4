import type { ParseNode } from "../policy/parse-statement.ts";
import { list, writtenName } from "../policy/written-call.ts";
import { unread } from "./column-trace.ts";
import { expressionsTrace, expressionTrace } from "./expression-trace.ts";
import type { Scope } from "./scope.ts";
import { isComparable, isMasked, madeOf, type Trace, untouched } from "./trace.ts";

/**
 * Functions that give a value for every value, with no error, and NULL for NULL alone: whether they fail, or what they are, tells
 * nothing. What they make is shown as NULL.
 */
const total =
  /^(lower|upper|initcap|length|char_length|character_length|octet_length|bit_length|btrim|ltrim|rtrim|reverse|md5|concat|concat_ws|quote_ident|quote_literal|quote_nullable|to_jsonb?|row_to_json|array_to_json|json_build_array|jsonb_build_array|left|right|min|max|any_value|array_agg|string_agg|jsonb?_agg|mode|first_value|last_value|lag|lead|nth_value)$/;

/** Those that are so for the values of a column, but not for what can be made of them. */
const totalOfWhole = /^(sum|avg|stddev\w*|var\w*|variance)$/;

/** What the result of a call tells of masked columns. */
export function callTrace(node: ParseNode, scope: Scope): Trace {
  const { tracing } = scope;
  const written = writtenName(node.funcname);
  assertClauses(node, scope);
  const traces = list(node.args).map((argument) => expressionTrace(argument, scope));
  const made = madeOf(traces);
  if (tracing.known.readsMasked(written)) {
    return tracing.refuse(
      madeOf([made, { from: [unread], isWhole: false }]),
      `calls ${written.name}(), which reads masked columns`,
    );
  }
  if (!isMasked(made)) return untouched;
  if (node.agg_distinct === true && !traces.every(isComparable)) return tracing.refuse(made, "compares it");
  if (!tracing.known.isForeignToUsers(written)) return tracing.refuse(made, `calls ${written.name}() with it`);
  const hides = made.from.some(({ kind }) => kind === "null");
  if (written.name === "count") return hides ? tracing.refuse(made, "counts it") : untouched;
  const areWhole = traces.every((trace) => trace.isWhole || !isMasked(trace));
  const isTotal = total.test(written.name) && !mayFail(written.name, traces);
  if (isTotal || (totalOfWhole.test(written.name) && areWhole)) return made;
  return tracing.refuse(made, `calls ${written.name}() with it`);
}

/** nth_value() wants a number above zero, and length() of bytes and an encoding what is text in it. */
function mayFail(name: string, [, second]: readonly Trace[]): boolean {
  return second !== undefined && ((name === "nth_value" && isMasked(second)) || name === "length");
}

/** What decides over which rows, and in which order, a call works. */
function assertClauses({ agg_order, agg_filter, over, agg_within_group }: ParseNode, scope: Scope): void {
  const { tracing } = scope;
  if (agg_filter !== undefined) tracing.refuse(expressionTrace(agg_filter as ParseNode, scope), "chooses rows by it");
  tracing.refuse(expressionsTrace([agg_order], scope), agg_within_group === true ? "ranks by it" : "orders by it");
  if (over !== undefined) assertWindow(over as ParseNode, scope);
}

/** Refuses a window that is ordered by masked columns, or parted by what may not be compared. */
export function assertWindow({ partitionClause, orderClause, startOffset, endOffset }: ParseNode, scope: Scope): void {
  for (const part of list(partitionClause)) assertGrouped(part, scope);
  scope.tracing.refuse(expressionsTrace([orderClause, startOffset, endOffset], scope), "orders by it");
}

/** Refuses to group by what may not be compared. */
export function assertGrouped(node: ParseNode, scope: Scope): void {
  const trace = expressionTrace(node, scope);
  if (!isComparable(trace)) scope.tracing.refuse(trace, "groups by it");
}
