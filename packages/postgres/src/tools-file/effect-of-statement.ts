import { ConnectorError, type Effect } from "@drawbridge/core";
import { assertMayRun } from "../executing/assert-may-run.ts";
import { statementEffect } from "../executing/statement-effect.ts";
import { changesRows } from "../explaining/changes-rows.ts";
import { namesUsed } from "../policy/names-used.ts";
import type { ParsedStatement } from "../policy/parse-statement.ts";
import { readableKinds } from "../policy/readable-kinds.ts";

const reading: ReadonlySet<string> = new Set(["SelectStmt", "ExplainStmt", "VariableShowStmt"]);

/**
 * What a statement does, as far as its text tells. Throws a `Refusal` for one that is never run, and for one that looks as if it
 * read and may do more; and `invalid_input` where its front matter says another effect.
 *
 * @param said `effect` of its front matter. A SELECT that calls what changes something is run as a change if that says so
 */
export function effectOfStatement(statement: ParsedStatement, said: Effect | undefined): Effect {
  const looksHarmless = reading.has(statement.kind) && !changesRows(statement);
  const effect = looksHarmless && (said ?? "read") === "read" ? readEffect(statement) : changeEffect(statement);
  if (said === undefined || said === effect) return effect;
  throw new ConnectorError(
    "invalid_input",
    `effect says ${said}, and the statement's is ${effect}: write effect: ${effect}`,
  );
}

function readEffect(statement: ParsedStatement): Effect {
  namesUsed(statement, readableKinds);
  return "read";
}

function changeEffect(statement: ParsedStatement): Effect {
  assertMayRun(statement);
  return statementEffect(statement);
}
