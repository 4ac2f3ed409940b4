import { existsSync } from "node:fs";
import { verifyAudit } from "@drawbridge/core";
import type { Command } from "../command.ts";

/** Says whether an audit log is whole, and names the first line that is not as it was written. */
export const auditVerify: Command = {
  name: "audit verify",
  operands: "<file>",
  description: "Check the chain of an audit log, and name the first line that was changed, moved or taken out",
  async run(operands) {
    const [file] = operands;
    if (file === undefined || operands.length > 1) {
      console.error("drawbridge: audit verify takes one file, the one that a server was given with --audit-log");
      return 2;
    }
    if (!existsSync(file)) {
      console.error(`drawbridge: ${file} does not exist`);
      return 2;
    }
    const { lines, broken, head } = await verifyAudit(file);
    if (broken !== undefined) {
      process.stdout.write(
        `broken: ${broken.file}, line ${broken.line}: ${broken.problem}\n${lines} lines before it hold.\n`,
      );
      return 1;
    }
    if (head === "lines are missing at the end") {
      process.stdout.write(
        `incomplete: ${lines} lines hold, and ${file}.head knows of more: lines were cut from the end.\n`,
      );
      return 1;
    }
    const asked =
      head === "agrees"
        ? `and ${file}.head agrees`
        : `${file}.head is not there, so that lines cut from the end would go unseen`;
    process.stdout.write(`whole: ${lines} lines hold, ${asked}.\n`);
    return 0;
  },
};
