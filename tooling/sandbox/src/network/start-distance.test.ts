import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { expect, it } from "vitest";
import { startDistance } from "./start-distance.ts";

it("carries all that is sent, in order, after the time of both ways and of the connection, and ends with the connection", async () => {
  const echo = createServer((socket) => socket.pipe(socket)).listen(0, "127.0.0.1");
  await once(echo, "listening");
  await using distance = await startDistance((echo.address() as AddressInfo).port, 5);
  const client = connect({ port: distance.port, host: "127.0.0.1" });
  const sent = Array.from({ length: 200 }, (_, number) => `${number} ${"x".repeat(number * 10)}\n`);
  const began = performance.now();
  for (const line of sent) client.write(line);
  client.end();
  const received: string[] = [];
  for await (const chunk of client.setEncoding("utf8")) received.push(chunk);
  expect(received.join("")).toBe(sent.join(""));
  // A timer may fire a millisecond early by this clock.
  expect(performance.now() - began).toBeGreaterThan(17);
  echo.close();
});
