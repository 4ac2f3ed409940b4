import { Server } from "@modelcontextprotocol/server";
import type { ConnectorError } from "../errors/connector-error.ts";
import type { Caller } from "../http/authentication/caller.ts";
import type { Call } from "../pipeline/call.ts";
import { pass } from "../pipeline/pipeline.ts";
import { bindSubscriptions } from "../subscriptions/bind-subscriptions.ts";
import type { Subscriber } from "../subscriptions/subscriber.ts";
import { answerPlainCalls } from "./answer-plain-calls.ts";
import { answerValidator } from "./answer-validator.ts";
import { bindCompletion } from "./bind-completion.ts";
import { bindPrompts } from "./bind-prompts.ts";
import { bindResources } from "./bind-resources.ts";
import { bindTools } from "./bind-tools.ts";
import type { CallOperation } from "./call-operation.ts";
import { callReference } from "./call-reference.ts";
import { canAsk } from "./can-ask.ts";
import { hostLog } from "./host-log.ts";
import { hostsAnswerIn } from "./hosts-answer-in.ts";
import { hostsError } from "./hosts-error.ts";
import type { PlainCalls } from "./plain-calls.ts";
import type { Prepared } from "./prepared.ts";
import { progressReporter } from "./progress-reporter.ts";
import type { RequestContext } from "./request-context.ts";
import type { Runtime } from "./runtime.ts";
import { tracedRequestOf } from "./traced-request-of.ts";

/**
 * A prepared connector bound to one connection. Cheap: everything is prepared.
 *
 * @param callerOf who makes a request; throws where nobody was found out
 * @param subscriber undefined where nothing can be subscribed to
 * @param plainCalls which it then answers, of a host of an earlier revision
 */
export function bindServer(
  prepared: Prepared,
  runtime: Runtime,
  callerOf: (context: RequestContext) => Caller,
  subscriber: Subscriber | undefined,
  plainCalls?: PlainCalls,
): Server {
  const { identity, instructions, resources, promptCompletions } = prepared;
  const completes =
    resources.some(({ completions }) => completions.size > 0) ||
    [...promptCompletions.values()].some(({ size }) => size > 0);
  const server = new Server(identity, {
    capabilities: {
      tools: {},
      logging: {},
      ...(resources.length === 0 ? {} : { resources: news(resources, subscriber) }),
      ...(prepared.prompts.size === 0 ? {} : { prompts: {} }),
      ...(completes ? { completions: {} } : {}),
    },
    ...(instructions === undefined ? {} : { instructions }),
    jsonSchemaValidator: answerValidator,
  });
  const call: CallOperation = (operation, input, context) => {
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
      ...(context.cancellation && { cancellation: context.cancellation }),
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
  const { cursors, redactor } = runtime;
  bindTools(server, prepared, { call, callerOf, redactor });
  plainCalls?.answerBy(answerPlainCalls(server, prepared, call));
  const listing = subscriber === undefined ? async () => {} : bindSubscriptions(server, subscriber);
  if (resources.length > 0) bindResources(server, prepared, { call, callerOf, cursors, redactor, listing });
  if (prepared.prompts.size > 0) bindPrompts(server, prepared, call, redactor);
  if (completes) bindCompletion(server, prepared, call);
  return server;
}

/** What hosts can be told of resources. */
function news(resources: Prepared["resources"], subscriber: Subscriber | undefined) {
  if (subscriber === undefined) return {};
  return {
    ...(resources.some(({ watch }) => watch !== undefined) ? { subscribe: true } : {}),
    ...(subscriber.hasLists ? { listChanged: true } : {}),
  };
}
