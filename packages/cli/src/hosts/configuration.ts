import { existsSync } from "node:fs";
import type { Format } from "../formats/format.ts";
import type { Host } from "./host.ts";
import { type Machine, thisMachine } from "./machine.ts";

/** One file that decides which servers a host starts. */
export interface Configuration {
  readonly host: Host;
  readonly file: string;
  readonly format: Format;
}

/**
 * The configuration of a host: the person's own, or that of a project; undefined where the host knows none of a project.
 *
 * @param project the project's folder
 */
export function configurationOf(
  host: Host,
  project?: string,
  machine: Machine = thisMachine(),
): Configuration | undefined {
  if (project === undefined) {
    const files = host.files(machine);
    return { host, file: files.find((file) => existsSync(file)) ?? files[0], format: host.format };
  }
  const file = host.projectFile?.(project);
  return file === undefined ? undefined : { host, file, format: host.format };
}
