import { Client } from "@modelcontextprotocol/client";
import type { Place } from "../places/place.ts";
import type { AnswerPerson, Host, ListedTool, NameRoots } from "./host.ts";
import { promptText } from "./prompt-text.ts";
import { suggestions } from "./suggestions.ts";
import { toolAnswer } from "./tool-answer.ts";
import { UpdateListeners } from "./update-listeners.ts";

/** A host on the 2.x SDK, pinned to one protocol revision. */
export async function sdk2Host(
  place: Place,
  revision: "2026-07-28" | "2025-11-25",
  person?: AnswerPerson,
  roots?: NameRoots,
): Promise<Host> {
  const connection = await place.connect();
  const mode = revision === "2026-07-28" ? { pin: revision } : ("legacy" as const);
  const client = new Client(
    { name: "drawbridge-testkit", version: "1.0.0" },
    {
      versionNegotiation: { mode },
      capabilities: { ...(person && { elicitation: { form: {} } }), ...(roots && { roots: { listChanged: true } }) },
    },
  );
  if (person) client.setRequestHandler("elicitation/create", async ({ params }) => person(params.message) as never);
  if (roots) client.setRequestHandler("roots/list", async () => ({ roots: [...(await roots())] }));
  const updates = new UpdateListeners();
  client.setNotificationHandler("notifications/resources/updated", ({ params }) => updates.tell(params.uri));
  await client.connect(connection.transport);
  return {
    server: client.getServerVersion() ?? { name: "", version: "" },
    listTools: async () => (await client.listTools()).tools as readonly ListedTool[],
    async callTool(name, input = {}, { signal, onProgress } = {}) {
      const options = { ...(signal && { signal }), ...(onProgress && { onprogress: onProgress }) };
      return toolAnswer(await client.callTool({ name, arguments: input }, options));
    },
    listResources: async () => (await client.listResources()).resources,
    listResourceTemplates: async () => (await client.listResourceTemplates()).resourceTemplates,
    readResource: async (uri) => (await client.readResource({ uri })).contents[0] ?? {},
    async subscribe(uri, onUpdate) {
      const remove = updates.add(uri, onUpdate);
      const close = await (revision === "2026-07-28" ? listen(client, uri) : subscribe(client, uri));
      return {
        async close() {
          remove();
          await close();
        },
      };
    },
    async followResourceList(onChange) {
      client.setNotificationHandler("notifications/resources/list_changed", () => onChange());
      const listening = revision === "2026-07-28" ? await client.listen({ resourcesListChanged: true }) : undefined;
      return {
        async close() {
          client.removeNotificationHandler("notifications/resources/list_changed");
          await listening?.close();
        },
      };
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

async function listen(client: Client, uri: string): Promise<() => Promise<void>> {
  const subscription = await client.listen({ resourceSubscriptions: [uri] });
  if (subscription.honoredFilter.resourceSubscriptions?.includes(uri)) return () => subscription.close();
  await subscription.close();
  throw new Error(`The server did not agree to tell of ${uri}`);
}

async function subscribe(client: Client, uri: string): Promise<() => Promise<void>> {
  await client.subscribeResource({ uri });
  return async () => void (await client.unsubscribeResource({ uri }));
}
