import { UsageError } from "@drawbridge/core";
import type { Call } from "../command-line/call.ts";
import { findSource } from "../connectors/find-source.ts";
import { readReference } from "../connectors/read-reference.ts";
import type { ProgramCommand } from "../connectors/run-program.ts";
import { startCommand } from "../connectors/start-command.ts";
import { launchEnvironment } from "../entries/launch-environment.ts";
import { LockStore } from "../locks/lock-store.ts";

/** The server to look at: one that listens, or one to start. */
export type ServerTarget =
  | { readonly kind: "http"; readonly url: URL; readonly headers: Readonly<Record<string, string>> }
  | {
      readonly kind: "command";
      readonly start: ProgramCommand;
      readonly environment: Readonly<Record<string, string>>;
    };

/**
 * The server that a command line names: a URL; a command behind `--`; a connector, with its options behind `--`; or one that
 * was added, by the name that hosts call it, as they start it. Throws `UsageError`, or `Failure`.
 */
export async function serverTarget(call: Call): Promise<ServerTarget> {
  const [operand, ...more] = call.operands;
  if (more.length > 0) throw new UsageError("inspect takes one server; what it is started with stands behind --");
  if (operand === undefined) return commandTarget(call.rest);
  if (/^https?:\/\//i.test(operand)) return { kind: "http", url: urlOf(operand), headers: headersOf(call) };
  const lock = call.rest.length > 0 ? undefined : new LockStore().all().find(({ name }) => name === operand);
  if (lock !== undefined) {
    const { environment } = launchEnvironment(lock.env);
    return { kind: "command", start: startCommand(lock.source, lock.args), environment };
  }
  const { source } = await findSource(readReference(operand));
  return { kind: "command", start: startCommand(source, call.rest), environment: {} };
}

function commandTarget([command, ...args]: readonly string[]): ServerTarget {
  if (command === undefined) throw new UsageError("name a connector or a URL, or write a command behind --");
  return { kind: "command", start: { command, args }, environment: {} };
}

function urlOf(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw new UsageError(`${JSON.stringify(text)} is no URL`);
  }
}

/** Secrets come from variables: the command line is shown to every user of the machine. */
function headersOf(call: Call): Record<string, string> {
  const variable = call.text("token-env");
  const token = variable === undefined ? undefined : process.env[variable];
  if (variable !== undefined && !token)
    throw new UsageError(`--token-env names the variable ${variable}, which is not set`);
  const headers = call.texts("header").map((header) => {
    const [, name = "", value = ""] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):\s*(.*)$/.exec(header) ?? [];
    if (name === "") throw new UsageError("--header takes <name>: <value>");
    return [name, value] as const;
  });
  return { ...Object.fromEntries(headers), ...(token && { authorization: `Bearer ${token}` }) };
}
