import { ProtocolError, ProtocolErrorCode, Server, type ServerContext } from "@modelcontextprotocol/server";
import type { ConnectorError } from "../errors/connector-error.ts";
import { publicError } from "../errors/public-error.ts";
import type { Caller } from "../http/authentication/caller.ts";
import { nearest } from "../options/nearest.ts";
import type { Call } from "../pipeline/call.ts";
import type { Operation } from "../pipeline/operation.ts";
import { pass } from "../pipeline/pipeline.ts";
import type { ListReply, PromptReply, RecordReply, Reply, ResourceReply } from "../pipeline/reply.ts";
import { bindSubscriptions } from "../subscriptions/bind-subscriptions.ts";
import type { Subscriber } from "../subscriptions/subscriber.ts";
import { answerValidator } from "./answer-validator.ts";
import { callReference } from "./call-reference.ts";
import { canAsk } from "./can-ask.ts";
import { contentBlock } from "./content-block.ts";
import { hostLog } from "./host-log.ts";
import { hostsAnswerIn } from "./hosts-answer-in.ts";
import { hostsError } from "./hosts-error.ts";
import type { Prepared, PreparedResource } from "./prepared.ts";
import { progressReporter } from "./progress-reporter.ts";
import { protocolError } from "./protocol-error.ts";
import { question } from "./question.ts";
import { resourceAt } from "./resource-at.ts";
import { ResourcePages } from "./resource-pages.ts";
import type { Runtime } from "./runtime.ts";
import { toolError } from "./tool-error.ts";
import { toolResult } from "./tool-result.ts";
import { tracedRequestOf } from "./traced-request-of.ts";

/**
 * A prepared connector bound to one connection. Cheap: everything is prepared.
 *
 * @param callerOf who makes a request; throws where nobody was found out
 * @param subscriber undefined where nothing can be subscribed to
 */
export function bindServer(
  prepared: Prepared,
  runtime: Runtime,
  callerOf: (context: ServerContext) => Caller,
  subscriber: Subscriber | undefined,
): Server {
  const { identity, instructions, resources } = prepared;
  const completes = resources.some(({ completions }) => completions.size > 0);
  const server = new Server(identity, {
    capabilities: {
      tools: {},
      logging: {},
      ...(resources.length === 0 ? {} : { resources: subscriber === undefined ? {} : { subscribe: true } }),
      ...(prepared.prompts.size === 0 ? {} : { prompts: {} }),
      ...(completes ? { completions: {} } : {}),
    },
    ...(instructions === undefined ? {} : { instructions }),
    jsonSchemaValidator: answerValidator,
  });
  const call = (operation: Operation, input: unknown, context: ServerContext): Promise<Reply> => {
    const { principal, access, requestId } = callerOf(context);
    const made: Call = {
      runtime,
      operation,
      principal,
      access,
      sent: input,
      input,
      reference: callReference(),
      requestId,
      arrived: performance.now(),
      effect: operation.lowestEffect,
      signal: () => context.mcpReq.signal,
      progress: progressReporter(context),
      tellHost: hostLog(context),
      canAsk: (kind) => canAsk(server, context, kind),
      answer: hostsAnswerIn(context),
      request: runtime.telemetry === undefined ? undefined : tracedRequestOf(server, context),
    };
    return pass(made).catch((error: ConnectorError) => {
      const { hostsFault } = made;
      const isTold = hostsFault === "state" || context.mcpReq.envelope !== undefined;
      throw hostsFault !== undefined && isTold ? hostsError(hostsFault, error) : error;
    });
  };
  bindTools(server, prepared, callerOf, call);
  const { cursors, redactor } = runtime;
  if (resources.length > 0) bindResources(server, prepared, { call, callerOf, cursors, redactor });
  if (subscriber !== undefined) bindSubscriptions(server, subscriber);
  if (prepared.prompts.size > 0) bindPrompts(server, prepared, call);
  if (completes) bindCompletion(server, resources, call);
  return server;
}

/** Of an address that could not be read, told again with the error. */
const longestTold = 2048;

type CallOperation = (operation: Operation, input: unknown, context: ServerContext) => Promise<Reply>;

function bindTools(
  server: Server,
  { tools, toolListings, provenance }: Prepared,
  callerOf: (context: ServerContext) => Caller,
  call: CallOperation,
): void {
  server.setRequestHandler("tools/list", (_, context) => ({ tools: toolListings(callerOf(context).access) as never }));
  server.setRequestHandler("tools/call", async ({ params }, context) => {
    const operation = tools.get(params.name);
    if (operation === undefined) {
      throw unknownTool(params.name, [...tools.keys()]);
    }
    try {
      const reply = await call(operation, params.arguments, context);
      return reply.kind === "question" ? question(reply) : toolResult(reply as RecordReply, provenance);
    } catch (error) {
      if (error instanceof ProtocolError) throw error;
      return toolError(publicError(error, "none"));
    }
  });
}

interface ResourceServices {
  readonly call: CallOperation;
  readonly callerOf: (context: ServerContext) => Caller;
  readonly cursors: Runtime["cursors"];
  readonly redactor: Runtime["redactor"];
}

/** The protocol has an error for it, which the model may never see; the host's log will. */
function unknownTool(name: string, known: readonly string[]): ProtocolError {
  const called = name.slice(0, 64);
  const meant = nearest(called, known);
  const hint = meant === undefined ? "" : `; did you mean ${meant}?`;
  return new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no tool ${JSON.stringify(called)}${hint}`);
}

function bindResources(
  server: Server,
  { resources, provenance }: Prepared,
  { call, callerOf, cursors, redactor }: ResourceServices,
): void {
  const families = resources.filter(({ isTemplate }) => isTemplate);
  const templates = { resourceTemplates: families.map(({ listing }) => listing) as never };
  server.setRequestHandler("resources/templates/list", () => templates);
  const pages = new ResourcePages(resources, cursors);
  server.setRequestHandler("resources/list", ({ params }, context) => {
    const { principal } = callerOf(context);
    const list = async (operation: Operation, offset: number) => (await call(operation, offset, context)) as ListReply;
    return inProtocol(pages.read(params?.cursor, principal, list)) as never;
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

function bindPrompts(server: Server, { prompts, promptListings, provenance }: Prepared, call: CallOperation): void {
  const listed = { prompts: promptListings as never };
  server.setRequestHandler("prompts/list", () => listed);
  server.setRequestHandler("prompts/get", async ({ params }, context) => {
    const operation = prompts.get(params.name);
    if (operation === undefined) {
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        `There is no prompt ${JSON.stringify(params.name.slice(0, 64))}`,
      );
    }
    const reply = await inProtocol(call(operation, params.arguments, context));
    if (reply.kind === "question") return question(reply);
    const messages = (reply as PromptReply).messages.map(({ role = "user", ...part }) => ({
      role,
      content: contentBlock(part, provenance),
    }));
    return { messages };
  });
}

function bindCompletion(server: Server, resources: readonly PreparedResource[], call: CallOperation): void {
  server.setRequestHandler("completion/complete", async ({ params: { ref, argument } }, context) => {
    const uri = ref.type === "ref/resource" ? ref.uri : undefined;
    const operation = resources.find(({ uriTemplate }) => uriTemplate === uri)?.completions.get(argument.name);
    if (operation === undefined) return { completion: { values: [] } };
    const { items, left = 0 } = (await inProtocol(call(operation, argument.value, context))) as ListReply;
    return { completion: { values: items as string[], total: items.length + left, hasMore: left > 0 } };
  });
}

/** @param about what the host asked for, told it again with an error */
async function inProtocol<Answer>(reply: Promise<Answer>, about?: { readonly uri: string }): Promise<Answer> {
  try {
    return await reply;
  } catch (error) {
    throw error instanceof ProtocolError ? error : protocolError(publicError(error, "none"), about);
  }
}
