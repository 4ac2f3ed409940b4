import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { ElicitRequestSchema, ResourceUpdatedNotificationSchema } from "@modelcontextprotocol/sdk/types.js";
import type { Place } from "../places/place.ts";
import type { AnswerPerson, Host, ListedTool } from "./host.ts";
import { promptText } from "./prompt-text.ts";
import { toolAnswer } from "./tool-answer.ts";
import { UpdateListeners } from "./update-listeners.ts";

/** A host on the 1.x SDK, as most that people run today. */
export async function sdk1Host(place: Place, person?: AnswerPerson): Promise<Host> {
  const connection = await place.connect();
  const client = new Client(
    { name: "drawbridge-testkit", version: "1.0.0" },
    person && { capabilities: { elicitation: {} } },
  );
  if (person) client.setRequestHandler(ElicitRequestSchema, async ({ params }) => person(params.message) as never);
  const updates = new UpdateListeners();
  client.setNotificationHandler(ResourceUpdatedNotificationSchema, ({ params }) => updates.tell(params.uri));
  // The two SDKs declare the same transport, each in types of its own.
  await client.connect(connection.transport as unknown as Transport);
  const { name = "", version = "" } = client.getServerVersion() ?? {};
  return {
    server: { name, version },
    listTools: async () => (await client.listTools()).tools as readonly ListedTool[],
    async callTool(tool, input = {}, { signal, onProgress } = {}) {
      const options = { ...(signal && { signal }), ...(onProgress && { onprogress: onProgress }) };
      return toolAnswer(await client.callTool({ name: tool, arguments: input }, undefined, options as never));
    },
    listResources: async () => (await client.listResources()).resources,
    listResourceTemplates: async () => (await client.listResourceTemplates()).resourceTemplates,
    readResource: async (uri) => (await client.readResource({ uri })).contents[0] as never,
    async subscribe(uri, onUpdate) {
      const remove = updates.add(uri, onUpdate);
      await client.subscribeResource({ uri });
      return {
        async close() {
          remove();
          await client.unsubscribeResource({ uri });
        },
      };
    },
    listPrompts: async () => (await client.listPrompts()).prompts,
    getPrompt: async (prompt, input = {}) => promptText(await client.getPrompt({ name: prompt, arguments: input })),
    async complete(uri, variable, value) {
      const argument = { name: variable, value };
      const { completion } = await client.complete({ ref: { type: "ref/resource", uri }, argument });
      return completion.values;
    },
    async close() {
      await client.close();
      await connection.close();
    },
  };
}
