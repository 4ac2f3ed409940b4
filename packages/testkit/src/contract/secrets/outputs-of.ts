import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StartOptions } from "../../places/in-process.ts";
import { RawServer } from "../../process/raw-server.ts";
import { runCommand } from "../../process/run-command.ts";
import type { Trial } from "../trial/trial.ts";
import { withFlags } from "../trial/with-flags.ts";

const modes = ["--check", "--doctor", "--list-tools"];

/** Everything that the command lets out when it is started so, by where it came out. */
export async function outputsOf(trial: Trial, start: StartOptions): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "contract-"));
  try {
    const asked = modes.map(async (mode): Promise<[string, string]> => {
      const { stdout, stderr } = await runCommand(trial.contract.cli, { ...start, argv: [mode, ...start.argv] });
      return [mode, stdout + stderr];
    });
    return new Map([...(await Promise.all(asked)), ...(await served(trial, start, join(folder, "audit.jsonl")))]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function served(trial: Trial, start: StartOptions, audit: string): Promise<readonly [string, string][]> {
  const flags = { "audit-log": audit, "log-level": "trace", confirm: "never" };
  const server = new RawServer(trial.contract.cli, withFlags(start, flags));
  // It may refuse to be started with a secret that is none; what it says of that is looked at all the same.
  await callEverything(trial, server).catch(() => {});
  server.endInput();
  await server.exited;
  return [
    ["an answer", server.lines.join("\n")],
    ["stderr", server.stderr],
    ["the audit log", textOf(audit)],
  ];
}

async function callEverything({ contract, connector, examples }: Trial, server: RawServer): Promise<void> {
  await server.initialize();
  for (const { tool, input } of examples) {
    await contract.restore?.("local");
    await server.request("tools/call", { name: tool.name, arguments: input });
  }
  for (const { name } of connector.prompts ?? []) {
    await server.request("prompts/get", { name, arguments: contract.prompts?.[name] ?? {} });
  }
  const { result } = await server.request("resources/list", {});
  for (const { uri } of ((result?.resources ?? []) as Array<{ uri: string }>).slice(0, 20)) {
    await server.request("resources/read", { uri });
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
