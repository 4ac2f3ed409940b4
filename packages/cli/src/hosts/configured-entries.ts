import { existsSync } from "node:fs";
import { Failure } from "../command-line/failure.ts";
import type { ServerEntry } from "../entries/server-entry.ts";
import { readTarget } from "../files/target-file.ts";
import { FormatError } from "../formats/format-error.ts";
import { type Configuration, configurationOf } from "./configuration.ts";
import { hosts } from "./hosts.ts";
import { type Machine, thisMachine } from "./machine.ts";

/** What one configuration says of the servers that its host starts. */
export interface Configured {
  readonly configuration: Configuration;
  readonly entries: ReadonlyMap<string, ServerEntry>;
  /** Why nothing can be told of it. */
  readonly problem?: string;
}

/**
 * What every configuration that there is says, the person's own or a project's. One that cannot be read is told of as such.
 *
 * @param project the project's folder
 */
export function configuredEntries(project?: string, machine: Machine = thisMachine()): readonly Configured[] {
  return hosts.flatMap((host) => {
    const configuration = configurationOf(host, project, machine);
    return configuration === undefined || !existsSync(configuration.file) ? [] : [read(configuration)];
  });
}

function read(configuration: Configuration): Configured {
  const { file, format } = configuration;
  try {
    return { configuration, entries: format.read(readTarget(file).text ?? "") };
  } catch (error) {
    if (!(error instanceof Failure || error instanceof FormatError)) throw error;
    const problem = error instanceof FormatError ? `${file}: ${error.message}` : error.message;
    return { configuration, entries: new Map(), problem };
  }
}
