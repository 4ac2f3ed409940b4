import { Server } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { sampleText } from "../samples/sample-text.ts";

// The least server that the SDK allows: one tool on the low-level Server, nothing validated, nothing read. What a connector takes
// beyond this is what it could save.

const tools = [
  {
    name: "echo",
    description: "Answers a text of so many bytes",
    inputSchema: { type: "object" as const, properties: { bytes: { type: "integer" } }, required: ["bytes"] },
  },
];
const texts = new Map<number, string>();

serveStdio(() => {
  const server = new Server({ name: "echo", version: "0.0.0" }, { capabilities: { tools: {} } });
  server.setRequestHandler("tools/list", async () => ({ tools }));
  server.setRequestHandler("tools/call", async ({ params }) => {
    const bytes = Number(params.arguments?.bytes);
    const text = texts.get(bytes) ?? sampleText(bytes);
    texts.set(bytes, text);
    return { content: [{ type: "text", text }] };
  });
  return server;
});
