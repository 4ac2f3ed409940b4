import { createServer } from "node:http";
import { toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler } from "@modelcontextprotocol/server";
import { makeSdkServer } from "./make-sdk-server.ts";

/** Serves the echo tools over HTTP on the SDK's `McpServer`, as its own guides do; the port is the first argument. */
export function serve(): void {
  const handler = toNodeHandler(createMcpHandler(makeSdkServer));
  createServer((request, response) => void handler(request as never, response)).listen(
    Number(process.argv[2]),
    "127.0.0.1",
  );
}
