// Opens an audit log at a given moment, tells whether it could, appends a few lines and lets go of it when told to.
import { AuditLog } from "../../dist/index.js";

const [, , file, moment] = process.argv;
while (Date.now() < Number(moment)) {
  // All that wait for it try within the same millisecond.
}
try {
  const log = new AuditLog(file, { sync: false });
  process.stdout.write("held\n");
  process.stdin.once("data", () => {
    const call = { event: "ended", call: "c", principal: "local", operation: "tool x", effect: "read", arguments: "" };
    for (let line = 0; line < 3; line += 1) log.append(call);
    log.close();
    process.stdin.destroy();
  });
} catch (error) {
  process.stdout.write(`refused: ${error.message}\n`);
}
