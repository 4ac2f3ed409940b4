import { DefinitionsError } from "../definitions/definitions-error.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { Log } from "../logging/log.ts";
import { UsageError } from "../options/usage-error.ts";
import { Redactor } from "../redaction/redactor.ts";
import { callReference } from "../serving/call-reference.ts";

/** What is known once the options are read, and not before. */
export interface Known {
  readonly redactor: Redactor;
  readonly log: Log;
}

/** How a start that failed ends. */
export interface StartFailure {
  /** One line for the person. */
  readonly text: string;
  readonly exitCode: 1 | 2;
}

/**
 * What is said of an error that kept the server from starting, and how the process ends. Of one that nobody foresaw only
 * the message is said and, in the log, where it was thrown: its other properties may hold what it was given, as
 * `new URL(key)` does. Before the options are read nobody knows all secrets: then not even the message.
 *
 * @param environment secrets of the environment, which are known before
 */
export function startFailure(
  command: string,
  error: unknown,
  known: Known | undefined,
  environment: readonly string[],
): StartFailure {
  const { text: clean } = known?.redactor ?? new Redactor(environment);
  if (error instanceof UsageError) return { text: `${clean(error.message)} (see ${command} --help)`, exitCode: 2 };
  if (error instanceof DefinitionsError || ConnectorError.is(error)) return { text: clean(error.message), exitCode: 1 };
  const reference = callReference();
  const { name, message, stack } = error instanceof Error ? error : new Error("what was thrown is no error");
  known?.log.write("fatal", { event: "start", reference, err: { message, stack } });
  const said = known === undefined ? `${name} while the options were read` : `${name}: ${clean(message)}`;
  return { text: `cannot start: ${said} (reference ${reference})`, exitCode: 1 };
}
