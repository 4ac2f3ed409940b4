import type { BatchStep } from "../database/batch.ts";
import type { Database } from "../database/database.ts";
import { type ParsedStatement, parseStatement } from "../policy/parse-statement.ts";
import { rowsBefore } from "./rows-before.ts";

/** A statement that is run, as it was admitted. */
export interface AdmittedStep extends BatchStep {
  readonly statement: ParsedStatement;
}

/** What a dry run runs. All of it is admitted before, for which another connection is asked. */
export interface DryRunSteps {
  /** Shows rows as they are; undefined where none are changed that are there. */
  readonly sample: AdmittedStep | undefined;
  /** The change itself. */
  readonly plain: AdmittedStep;
  /** The change in a form that also gives its rows, where it has one. */
  readonly withRows: AdmittedStep;
}

const changesRows: ReadonlySet<string> = new Set(["InsertStmt", "UpdateStmt", "DeleteStmt"]);

/**
 * @param main the change
 * @param most how many rows a sample has
 */
export async function dryRunSteps(
  main: AdmittedStep,
  most: number,
  database: Database,
  signal: AbortSignal,
): Promise<DryRunSteps> {
  const admitted = async (text: string, values = main.values): Promise<AdmittedStep> => {
    const statement = await database.policy.admitPlanned(await parseStatement(text), signal);
    return { text, statement, ...(values === undefined ? {} : { values }) };
  };
  const sample = await rowsBefore(main.statement, most);
  return {
    sample:
      sample === undefined
        ? undefined
        : await admitted(
            sample.text,
            sample.parameters.map((number) => main.values?.[number - 1] ?? null),
          ),
    plain: main,
    // A line of its own: the statement may end in a comment.
    withRows: lacksReturning(main) ? await admitted(`${main.text}\nRETURNING *`) : main,
  };
}

/** RETURNING stands at the end of a statement, if at all. */
function lacksReturning({ statement: { kind, node } }: AdmittedStep): boolean {
  return changesRows.has(kind) && node.returningList === undefined && node.returningClause === undefined;
}
