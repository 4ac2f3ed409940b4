import { createServer } from "node:http";
import { toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler } from "@modelcontextprotocol/server";
import { makeLowLevelServer } from "./make-low-level-server.ts";

/** Serves the echo tools over HTTP on the SDK's low-level `Server`, one for each request; the port is the first argument. */
export function serve(): void {
  const handler = toNodeHandler(createMcpHandler(makeLowLevelServer));
  createServer((request, response) => void handler(request as never, response)).listen(
    Number(process.argv[2]),
    "127.0.0.1",
  );
}
