import { configurationOf } from "../hosts/configuration.ts";
import type { Host } from "../hosts/host.ts";
import { hosts } from "../hosts/hosts.ts";
import { ask } from "./ask.ts";

/** Asks for which hosts; those that were found are chosen already. */
export async function askHosts(found: readonly Host[], project: string | undefined): Promise<readonly Host[]> {
  const offers = hosts.flatMap((host) => {
    const file = configurationOf(host, project)?.file;
    return file === undefined
      ? []
      : [{ value: host.id, label: host.title, hint: found.includes(host) ? file : "not found here" }];
  });
  const chosen = await ask.several(
    "For which hosts?",
    offers,
    true,
    found.map(({ id }) => id),
  );
  return hosts.filter(({ id }) => chosen.includes(id));
}
