import { McpServer } from "@modelcontextprotocol/server";
import { echoTools } from "./echo-tools.ts";

/** A server of the echo tools on the SDK's `McpServer`, as its own guides write one. */
export function makeSdkServer(): McpServer {
  const server = new McpServer({ name: "echo", version: "0.0.0" });
  for (const { name, title, description, input, output } of echoTools) {
    const shown = { title, description, inputSchema: input, annotations: { readOnlyHint: true } };
    if (output === undefined) {
      server.registerTool(name, shown, async ({ text }) => ({ content: [{ type: "text", text: String(text) }] }));
    } else {
      server.registerTool(name, { ...shown, outputSchema: output }, async (record) => ({
        content: [{ type: "text", text: JSON.stringify(record) }],
        structuredContent: record,
      }));
    }
  }
  return server;
}
