import { connect } from "node:net";
import { HttpProcess } from "@drawbridge/testkit";
import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { junkMessages } from "./stand/junk-messages.ts";
import { residentMebibytes } from "./stand/resident-mebibytes.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const requests = 100_000;
const lanes = 4;

/** Behind one another on a connection: more would show what so many hold while they wait, not what is left of them. */
const batch = 125;

/** A request whose HTTP is well, so that the connection goes on, and whose headers and body need not be. */
const junkRequests = fc
  .record({
    body: junkMessages,
    method: fc.constantFrom("POST", "POST", "POST", "GET", "DELETE"),
    type: fc.constantFrom("application/json", "application/json", "text/plain", ""),
    extra: fc.constantFrom(
      "",
      "Mcp-Session-Id: made-up\r\n",
      "Mcp-Protocol-Version: 2026-07-28\r\n",
      "Accept: x/y\r\n",
    ),
  })
  .map(({ body, method, type, extra }) => {
    const length = `Content-Length: ${Buffer.byteLength(body)}`;
    return `${method} /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\n${extra}${length}\r\n\r\n${body}`;
  });

/** Sends requests one behind the other on a connection; resolves with how many were answered. */
function send(port: number, sent: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    let answered = 0;
    let rest = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(sent.join("")));
    socket.setEncoding("latin1").on("data", (text: string) => {
      // A status line may come in two pieces.
      const pieces = (rest + text).split("HTTP/1.1 ");
      answered += pieces.length - 1;
      rest = pieces.at(-1)?.slice(-8) ?? "";
      if (answered >= sent.length) socket.end();
    });
    socket.once("close", () => resolve(answered));
    socket.once("error", reject);
  });
}

it("100,000 malformed requests leave the server answering each, and its memory steady", async () => {
  // With room to spare V8 lets garbage lie, and what is kept could not be told from it.
  const environment = { NODE_OPTIONS: "--max-old-space-size=64" };
  const server = await HttpProcess.start(builtCli, { argv: [temporaryFolder()], environment });
  onTestFinished(() => server.kill("SIGKILL"));
  const port = Number(server.url.port);
  const sample = fc.sample(junkRequests, batch * 20);
  let settled = 0;
  for (let sent = 0; sent < requests; sent += batch * lanes) {
    const slices = Array.from({ length: lanes }, (_, lane) => (sent / lanes + lane * batch * 5) % sample.length);
    const answered = await Promise.all(slices.map((start) => send(port, sample.slice(start, start + batch))));
    expect(answered).toEqual(slices.map(() => batch));
    // The first third fills what is filled once: compiled code, caches, the heap's room for garbage.
    if (sent < requests / 3) settled = Math.max(settled, residentMebibytes(server.pid));
  }
  expect(residentMebibytes(server.pid)).toBeLessThan(settled + 64);
  expect((await fetch(new URL("/readyz", server.url))).status).toBe(200);
  server.kill();
  expect(await server.exited).toBe(0);
}, 180_000);
