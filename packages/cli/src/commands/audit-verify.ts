import { statSync } from "node:fs";
import { type AuditVerdict, UsageError, verifyAudit } from "@drawbridge/core";
import type { Command } from "../command-line/command.ts";

/** Says whether an audit log is whole, and names the first line that is not as it was written. */
export const auditVerify: Command = {
  name: "audit verify",
  operands: "<file>",
  description: "Check the chain of an audit log, and name the first line that was changed, moved or taken out",
  flags: [],
  examples: [["drawbridge audit verify audit.jsonl", "see whether it is whole"]],
  async run({ operands: [file, ...more] }) {
    if (file === undefined || more.length > 0) {
      throw new UsageError("audit verify takes one file, the one that a server was given with --audit-log");
    }
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat?.isFile() === false) throw new UsageError(`${file} is not a file`);
    const verdict = await verifyAudit(file);
    // Of a file that is gone its head can still tell, and those that were put aside.
    if (stat === undefined && verdict.lines === 0 && verdict.broken === undefined && verdict.head === "not there") {
      throw new UsageError(`${file} does not exist`);
    }
    const { isWhole, text } = told(file, verdict);
    process.stdout.write(text);
    return isWhole ? 0 : 1;
  },
};

function told(file: string, { lines, broken, head }: AuditVerdict): { isWhole: boolean; text: string } {
  if (broken !== undefined) {
    const text = `broken: ${broken.file}, line ${broken.line}: ${broken.problem}\n${lines} lines before it hold.\n`;
    return { isWhole: false, text };
  }
  if (head === "lines are missing at the end") {
    const text = `incomplete: ${lines} lines hold, and ${file}.head knows of more: lines were cut from the end.\n`;
    return { isWhole: false, text };
  }
  const asked =
    head === "agrees"
      ? `and ${file}.head agrees`
      : `${file}.head is not there, so that lines cut from the end would go unseen`;
  return { isWhole: true, text: `whole: ${lines} lines hold, ${asked}.\n` };
}
