import { Server } from "@modelcontextprotocol/server";
import * as z from "zod";
import { echoTools } from "./echo-tools.ts";

const tools = echoTools.map(({ name, title, description, input, output }) => ({
  name,
  title,
  description,
  inputSchema: z.toJSONSchema(input, { io: "input" }) as { type: "object" },
  ...(output === undefined ? {} : { outputSchema: z.toJSONSchema(output) as { type: "object" } }),
  annotations: { readOnlyHint: true },
}));
const recordTools = new Set(tools.filter((tool) => "outputSchema" in tool).map(({ name }) => name));

/** A server of the echo tools on the SDK's low-level `Server`: the list made once, no input looked at. Nothing on the SDK does less. */
export function makeLowLevelServer(): Server {
  const server = new Server({ name: "echo", version: "0.0.0" }, { capabilities: { tools: {} } });
  server.setRequestHandler("tools/list", async () => ({ tools }));
  server.setRequestHandler("tools/call", async ({ params: { name, arguments: input = {} } }) =>
    recordTools.has(name)
      ? { content: [{ type: "text", text: JSON.stringify(input) }], structuredContent: input }
      : { content: [{ type: "text", text: String(input.text) }] },
  );
  return server;
}
