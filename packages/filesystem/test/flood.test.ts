import { RawServer } from "@drawbridge/testkit";
import fc from "fast-check";
import { expect, it } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { junkMessages } from "./stand/junk-messages.ts";
import { residentMebibytes } from "./stand/resident-mebibytes.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const lines = 100_000;
const batch = 2000;

it("100,000 malformed messages leave the server answering, and its memory steady", async () => {
  const server = new RawServer(builtCli, { argv: ["--log-level", "silent", temporaryFolder()] });
  await server.initialize();
  const sample = fc.sample(junkMessages, batch).map((line) => line.replaceAll("\n", " "));
  let settled = 0;
  for (let sent = 0; sent < lines; sent += batch) {
    server.write(`${sample.join("\n")}\n`);
    expect(await server.request("tools/list", {})).toHaveProperty("result");
    // The first tenth fills what is filled once: compiled code, caches.
    if (sent === lines / 10) settled = residentMebibytes(server.pid);
  }
  expect(residentMebibytes(server.pid)).toBeLessThan(settled + 64);
  server.endInput();
  expect(await server.exited).toBe(0);
}, 120_000);
