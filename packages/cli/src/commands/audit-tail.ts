import { statSync } from "node:fs";
import { parseAuditLine, UsageError } from "@drawbridge/core";
import { assertLog } from "../audit/assert-log.ts";
import { auditLines } from "../audit/audit-lines.ts";
import { followLog } from "../audit/follow-log.ts";
import { lineText } from "../audit/line-text.ts";
import type { Command } from "../command-line/command.ts";
import { print } from "../command-line/print.ts";
import { wholeNumber } from "../command-line/whole-number.ts";

/** Shows the latest calls of an audit log, and those that come. */
export const auditTail: Command = {
  name: "audit tail",
  operands: "<file>",
  description: "Show the latest calls of an audit log, and follow those that come",
  flags: [
    {
      name: "lines",
      placeholder: "<n>",
      description: "How many of those that are there are shown first; 10 without it",
    },
    { name: "no-follow", description: "End after those" },
    { name: "json", description: "Lines as they stand in the file" },
  ],
  examples: [["drawbridge audit tail audit.jsonl", "watch what hosts call"]],
  async run(call) {
    const file = assertLog(call.operands, "audit tail");
    const most = wholeNumber("--lines", call.text("lines") ?? "10", 0, 100_000);
    const shown = (line: Parameters<typeof lineText>[0]) =>
      call.has("json") ? `${JSON.stringify(line)}\n` : lineText(line);
    // Before they are read, so that none is missed that comes meanwhile; such a one is shown twice at worst.
    const { size } = statSync(file);
    const latest: string[] = [];
    let last = 0;
    for await (const line of auditLines(file)) {
      latest.push(shown(line));
      last = line.seq;
      if (latest.length > most) latest.shift();
    }
    // Nothing of a log would ever come in it.
    if (last === 0 && size > 0) throw new UsageError(`${file} is no audit log: no line of it is one of a log`);
    print(latest.join(""));
    if (call.has("no-follow")) return 0;
    const stopping = new AbortController();
    for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stopping.abort());
    // Nobody reads any more, as behind `head`.
    process.stdout.once("error", () => stopping.abort());
    for await (const text of followLog(file, size, stopping.signal)) {
      const line = parseAuditLine(text);
      if (line?.seq === undefined || line.seq <= last || line.event === undefined || line.operation === undefined)
        continue;
      last = line.seq;
      print(shown(line as Parameters<typeof lineText>[0]));
    }
    return 0;
  },
};
