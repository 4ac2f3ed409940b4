// Writes lines to the log of the built core, then ends: `node write-log.mjs <level> <format> <lines> <text>`.
// With a fifth argument, how many bytes of it nobody has taken goes to stdout.
import { writeSync } from "node:fs";
import { Redactor, StderrLog } from "../../dist/index.js";

const [, , level, format, lines, text, report] = process.argv;
const log = new StderrLog({ name: "shelf", level, format, redactor: new Redactor(["open-sesame"]) });
for (let line = 0; line < Number(lines); line += 1) {
  for (const weight of ["error", "info", "debug"]) log.write(weight, { event: "test", text, line });
}
log.write("error", { event: "test", err: new Error(`refused ${text}`) });
await log.flush();
if (report) writeSync(1, String(process.stderr.writableLength));
process.exit(0);
