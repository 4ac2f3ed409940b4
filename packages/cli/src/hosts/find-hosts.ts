import { existsSync } from "node:fs";
import { nearest, UsageError } from "@drawbridge/core";
import type { Host } from "./host.ts";
import { hosts } from "./hosts.ts";
import { type Machine, thisMachine } from "./machine.ts";

/** The hosts that are installed on the machine. */
export function installedHosts(machine: Machine = thisMachine()): readonly Host[] {
  return hosts.filter((host) => host.traces(machine).some((trace) => existsSync(trace)));
}

/** The hosts by the names that somebody wrote. Throws `UsageError` for one that there is not, with the nearest. */
export function namedHosts(names: readonly string[]): readonly Host[] {
  return [...new Set(names)].map((name) => {
    const host = hosts.find(({ id }) => id === name);
    if (host !== undefined) return host;
    const ids = hosts.map(({ id }) => id);
    const meant = nearest(name, ids);
    throw new UsageError(
      `there is no host ${JSON.stringify(name)}; ${meant === undefined ? `known are ${ids.join(", ")}` : `did you mean ${meant}?`}`,
    );
  });
}
