import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RawServer } from "../process/raw-server.ts";
import type { Contract } from "./contract.ts";

/** The server's process: what it writes, what it survives, how it ends. */
export function describeProcess({ connector, cli, start, calls }: Contract): void {
  const readTool = connector.tools.find(({ effect }) => effect === "read") ?? connector.tools[0];
  const call = { name: readTool?.name, arguments: calls[readTool?.name ?? ""]?.[0] };

  const started = async () => {
    const server = new RawServer(cli, start);
    await server.initialize();
    return server;
  };

  describe("its process", () => {
    it("writes nothing but JSON-RPC to stdout", async () => {
      const server = await started();
      await server.request("tools/list", {});
      await server.request("tools/call", call);
      server.endInput();
      await server.exited;
      for (const line of server.lines) expect(JSON.parse(line)).toMatchObject({ jsonrpc: "2.0" });
    });

    it("finishes what it was asked before it ends with its input, and leaves with 0", async () => {
      const server = await started();
      const answered = server.request("tools/call", call);
      server.endInput();
      expect(await answered).toHaveProperty("result");
      expect(await server.exited).toBe(0);
    });

    it.each(["SIGTERM", "SIGINT"] as const)("ends well at %s", async (signal) => {
      const server = await started();
      server.kill(signal);
      expect(await server.exited).toBe(0);
    });

    it("survives lines that are no messages, and answers the next one", async () => {
      const server = await started();
      const junk = fc.oneof(
        fc.string(),
        fc.json(),
        fc.constant('{"jsonrpc":"2.0","id":{},"method":"tools/list"}'),
        fc.constant('{"jsonrpc":"2.0","id":7,"method":"tools/call","params":[]}'),
        fc.constant("[".repeat(100_000)),
      );
      for (const line of fc.sample(junk, 300)) server.write(`${line.replaceAll("\n", " ")}\n`);
      server.write(Buffer.from([0xff, 0xfe, 0x00, 0x0a]));
      expect(await server.request("tools/call", call)).toHaveProperty("result");
      server.endInput();
      await server.exited;
    });

    it("answers a message that is too long with an error, and goes on", async () => {
      const server = await started();
      server.write(`{"jsonrpc":"2.0","id":9,"method":"tools/list","params":{"x":"${"a".repeat(9 * 1024 * 1024)}"}}\n`);
      expect(await server.request("tools/call", call)).toHaveProperty("result");
      expect(server.lines.some((line) => line.includes("bytes"))).toBe(true);
      server.endInput();
      await server.exited;
    });
  });
}
