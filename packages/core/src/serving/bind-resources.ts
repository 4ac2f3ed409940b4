import type { Server, ServerContext } from "@modelcontextprotocol/server";
import type { Caller } from "../http/authentication/caller.ts";
import type { Operation } from "../pipeline/operation.ts";
import type { ListReply, ResourceReply } from "../pipeline/reply.ts";
import type { CallOperation } from "./call-operation.ts";
import { inProtocol } from "./in-protocol.ts";
import type { Prepared } from "./prepared.ts";
import type { RequestContext } from "./request-context.ts";
import { resourceAt } from "./resource-at.ts";
import { ResourcePages } from "./resource-pages.ts";
import type { Runtime } from "./runtime.ts";

/** Of an address that could not be read, told again with the error. */
const longestTold = 2048;

interface ResourceServices {
  readonly call: CallOperation;
  readonly callerOf: (context: RequestContext) => Caller;
  readonly cursors: Runtime["cursors"];
  readonly redactor: Runtime["redactor"];
  /** Called before a list is given out. */
  readonly listing: (context: ServerContext) => Promise<void>;
}

/** Lists resources and their templates, and reads them. */
export function bindResources(
  server: Server,
  { resources, provenance }: Prepared,
  { call, callerOf, cursors, redactor, listing }: ResourceServices,
): void {
  const families = resources.filter(({ isTemplate }) => isTemplate);
  const templates = { resourceTemplates: families.map(({ listing }) => listing) as never };
  server.setRequestHandler("resources/templates/list", () => templates);
  const pages = new ResourcePages(resources, cursors);
  server.setRequestHandler("resources/list", async ({ params }, context) => {
    const { principal } = callerOf(context);
    const list = async (operation: Operation, offset: number) => (await call(operation, offset, context)) as ListReply;
    await listing(context);
    return (await inProtocol(pages.read(params?.cursor, principal, list))) as never;
  });
  server.setRequestHandler("resources/read", async ({ params }, context) => {
    const { read } = resourceAt(resources, params.uri);
    const about = { uri: redactor.text(params.uri.slice(0, longestTold)) };
    const reply = (await inProtocol(call(read, params.uri, context), about)) as ResourceReply;
    const { uri, mimeType, body, facts } = reply;
    const content = typeof body === "string" ? { text: body } : { blob: Buffer.from(body).toString("base64") };
    return {
      contents: [{ uri, ...(mimeType === undefined ? {} : { mimeType }), ...content, _meta: { ...facts, provenance } }],
    };
  });
}
