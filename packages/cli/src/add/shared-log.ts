import type { Host } from "../hosts/host.ts";
import type { Choice } from "./choice.ts";

/** What is to be known where several hosts would start servers with one audit log; undefined where none is shared. */
export function sharedLog(choices: readonly Choice[], hosts: readonly Pick<Host, "title">[]): string | undefined {
  const logs = choices.flatMap(({ args }) => logsIn(args).flatMap((log) => hosts.map(() => log)));
  const shared = logs.find((log, index) => logs.indexOf(log) < index);
  if (shared === undefined) return undefined;
  return `${shared} takes one server at a time: while one host's runs, those of the others do not start. Add each with an --audit-log of its own where they are used at once.`;
}

function logsIn(args: readonly string[]): readonly string[] {
  return args.flatMap((argument, index) => {
    if (argument === "--audit-log") return args[index + 1] ?? [];
    return argument.startsWith("--audit-log=") ? argument.slice("--audit-log=".length) : [];
  });
}
