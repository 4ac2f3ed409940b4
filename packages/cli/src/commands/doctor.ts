import { findingText, Redactor } from "@drawbridge/core";
import { coloured } from "../command-line/coloured.ts";
import type { Command } from "../command-line/command.ts";
import { Failure } from "../command-line/failure.ts";
import { print } from "../command-line/print.ts";
import { connectorFindings } from "../doctor/connector-findings.ts";
import type { Found } from "../doctor/found.ts";
import { hostFindings } from "../doctor/host-findings.ts";
import { machineFindings } from "../doctor/machine-findings.ts";
import { configuredEntries } from "../hosts/configured-entries.ts";
import type { Lock } from "../locks/lock.ts";
import { LockStore } from "../locks/lock-store.ts";

/** Looks at everything between a host and the systems behind its connectors. */
export const doctor: Command = {
  name: "doctor",
  operands: "",
  description: "Look for what is wrong between your hosts and the systems behind connectors, with remedies",
  flags: [
    { name: "project", description: "Look at the configuration of the project in this folder, not at your own" },
    { name: "json", description: "As JSON" },
  ],
  examples: [["drawbridge doctor", "see what is well and what is not"]],
  async run(call) {
    const project = call.has("project") ? process.cwd() : undefined;
    const found: Found[] = [];
    for await (const finding of findings(project)) {
      found.push(finding);
      if (!call.has("json")) print(textOf(finding));
    }
    const problems = found.filter(({ level }) => level === "problem").length;
    if (call.has("json")) print(`${JSON.stringify(found, null, 2)}\n`);
    else
      print(`\n${problems === 0 ? coloured("green", "Nothing is broken.") : coloured("red", `${problems} broken.`)}\n`);
    return problems === 0 ? 0 : 1;
  },
};

async function* findings(project: string | undefined): AsyncGenerator<Found> {
  yield* machineFindings();
  const configured = configuredEntries(project);
  yield* hostFindings(configured);
  const locks: Lock[] = [];
  try {
    locks.push(...new LockStore().all());
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    yield {
      of: "the locks",
      level: "problem",
      title: error.message,
      remedy: "Delete that file, and add its connector again",
    };
  }
  yield* connectorFindings(configured, locks, project);
}

function textOf({ of, ...finding }: Found): string {
  const colour = process.stdout.isTTY === true && !process.env.NO_COLOR;
  const isSelfTold = finding.title.includes(of) || of.startsWith("the ") || of === "hosts";
  const title = isSelfTold ? finding.title : `${of}: ${finding.title}`;
  return findingText({ ...finding, title }, { redactor: new Redactor([]), colour });
}
