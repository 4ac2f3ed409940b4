import type { SpanKind, Tracer } from "@opentelemetry/api";
import type { Call } from "../pipeline/call.ts";
import { callAttributes } from "./call-attributes.ts";
import type { OpenTelemetryApi } from "./open-telemetry-api.ts";
import { parentContext } from "./parent-context.ts";
import type { TracedCall } from "./traced-call.ts";
import type { TracedRequest } from "./traced-request.ts";

const server: SpanKind.SERVER = 1;

/** Enough to find a request by; hosts count, or make up a UUID. */
const longestId = 64;

/** Begins the span of a call as a child of the host's, linked to the one of the transport, if that is traced as well. */
export function startSpan(api: OpenTelemetryApi, tracer: Tracer, call: Call, request: TracedRequest): TracedCall {
  const { context, trace } = api;
  const { operation, runtime } = call;
  const attributes = callAttributes(operation, request);
  const parent = parentContext(api, request.meta, runtime.redactor);
  const [transport, host] = [trace.getSpanContext(context.active()), trace.getSpanContext(parent)];
  const target = operation.kind === "tool" || operation.kind === "prompt" ? ` ${operation.name}` : "";
  const span = tracer.startSpan(
    `${request.method}${target}`,
    {
      kind: server,
      attributes: {
        ...attributes,
        "jsonrpc.request.id": runtime.redactor.text(`${request.id}`).slice(0, longestId),
        ...(request.sessionId === undefined ? {} : { "mcp.session.id": request.sessionId }),
      },
      links: transport === undefined || transport === host ? [] : [{ context: transport }],
    },
    parent,
  );
  return { span, within: trace.setSpan(parent, span), attributes };
}
