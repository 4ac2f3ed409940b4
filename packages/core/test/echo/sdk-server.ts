import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { makeSdkServer } from "./make-sdk-server.ts";

/** Serves the echo tools on the SDK's `McpServer`, as its own guides write a server. */
export function serve(): void {
  serveStdio(makeSdkServer);
}
