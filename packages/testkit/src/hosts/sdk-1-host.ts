import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import {
  ElicitRequestSchema,
  ListRootsRequestSchema,
  ResourceListChangedNotificationSchema,
  ResourceUpdatedNotificationSchema,
} from "@modelcontextprotocol/sdk/types.js";
import type { Connection, Place } from "../places/place.ts";
import type { AnswerPerson, Host, ListedTool, NameRoots } from "./host.ts";
import { promptText } from "./prompt-text.ts";
import { suggestions } from "./suggestions.ts";
import { toolAnswer } from "./tool-answer.ts";
import { UpdateListeners } from "./update-listeners.ts";

/** A host on the 1.x SDK, as most that people run today. */
export async function sdk1Host(place: Place, person?: AnswerPerson, roots?: NameRoots): Promise<Host> {
  const connection = await place.connect();
  const client = new Client(
    { name: "drawbridge-testkit", version: "1.0.0" },
    { capabilities: { ...(person && { elicitation: {} }), ...(roots && { roots: { listChanged: true } }) } },
  );
  if (person) client.setRequestHandler(ElicitRequestSchema, async ({ params }) => person(params.message) as never);
  if (roots) client.setRequestHandler(ListRootsRequestSchema, async () => ({ roots: [...(await roots())] }));
  const updates = new UpdateListeners();
  client.setNotificationHandler(ResourceUpdatedNotificationSchema, ({ params }) => updates.tell(params.uri));
  await client.connect(transportOf(connection));
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
    async followResourceList(onChange) {
      client.setNotificationHandler(ResourceListChangedNotificationSchema, () => onChange());
      return { close: async () => client.removeNotificationHandler("notifications/resources/list_changed") };
    },
    listPrompts: async () => (await client.listPrompts()).prompts,
    getPrompt: async (prompt, input = {}) => promptText(await client.getPrompt({ name: prompt, arguments: input })),
    rootsChanged: () => client.sendRootsListChanged(),
    complete: (uri, ...asked) => suggestions(client, { type: "ref/resource", uri }, ...asked),
    completePrompt: (prompt, ...asked) => suggestions(client, { type: "ref/prompt", name: prompt }, ...asked),
    async close() {
      await client.close();
      await connection.close();
    },
  };
}

/** Over HTTP the SDK's own: how it keeps a session is part of what a host is. Elsewhere both SDKs mean the same by one. */
function transportOf({ transport, address }: Connection): Transport {
  if (address === undefined) return transport as unknown as Transport;
  return new StreamableHTTPClientTransport(address.url, { requestInit: { headers: address.headers } }) as Transport;
}
