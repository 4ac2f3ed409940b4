import { statSync } from "node:fs";
import { Redactor } from "@drawbridge/core";
import { readTarget } from "../files/target-file.ts";
import type { Configured } from "../hosts/configured-entries.ts";
import { installedHosts } from "../hosts/find-hosts.ts";
import type { Found } from "./found.ts";

/** Which hosts there are, and whether their configuration can be read, by them and by nobody else. */
export function* hostFindings(configured: readonly Configured[]): Generator<Found> {
  const hosts = installedHosts();
  if (hosts.length === 0) {
    yield {
      of: "hosts",
      level: "warning",
      title: "No AI host is found on this machine",
      remedy: "Install one; drawbridge add --help names those that are known",
    };
  }
  for (const host of hosts) {
    const own = configured.find(({ configuration }) => configuration.host === host);
    if (own === undefined)
      yield { of: host.title, level: "note", title: `${host.title} has no configuration for servers yet` };
  }
  for (const { configuration, entries, problem } of configured) {
    const { host, file } = configuration;
    const of = host.title;
    if (problem !== undefined) {
      yield {
        of,
        level: "problem",
        title: `${host.title} cannot use its configuration: ${problem}`,
        remedy: `Mend ${file} in an editor`,
      };
      continue;
    }
    yield {
      of,
      level: "ok",
      title: `${host.title} starts ${entries.size} ${entries.size === 1 ? "server" : "servers"} by ${file}`,
    };
    if (isOpen(file) && holdsSecret(file)) {
      yield {
        of,
        level: "warning",
        title: `${file} holds a secret in clear, and other users of this machine may read it`,
        remedy: `chmod 600 ${JSON.stringify(file)}, and move the secret to the keyring`,
      };
    }
  }
}

/** Windows has no such modes: Node makes them up. */
function isOpen(file: string): boolean {
  return process.platform !== "win32" && (statSync(file).mode & 0o044) !== 0;
}

function holdsSecret(file: string): boolean {
  const text = readTarget(file).text ?? "";
  return new Redactor([]).text(text) !== text;
}
