// Says that it is ready, is told of a moment, opens an audit log then, and tells whether it could. Appends a few lines and lets go
// of it when told to.
import { once } from "node:events";
import { AuditLog } from "../../dist/index.js";

const [, , file] = process.argv;
process.stdout.write("ready\n");
const [moment] = await once(process.stdin, "data");
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
