import type { Attributes, Context, Histogram, Span, SpanContext, SpanStatusCode, Tracer } from "@opentelemetry/api";
import type { ConnectorError } from "../errors/connector-error.ts";
import { publicError } from "../errors/public-error.ts";
import type { Log } from "../logging/log.ts";
import type { Call } from "../pipeline/call.ts";
import type { Reply } from "../pipeline/reply.ts";
import { AskedSpans } from "./asked-spans.ts";
import { callAttributes } from "./call-attributes.ts";
import { inputAttributes, resultAttributes } from "./content-attributes.ts";
import { failureAttributes } from "./failure-attributes.ts";
import { flushProvider } from "./flush-provider.ts";
import type { OpenTelemetryApi } from "./open-telemetry-api.ts";
import { shownContent } from "./shown-content.ts";
import { startSpan } from "./start-span.ts";
import type { TraceScope } from "./trace-scope.ts";
import type { TracedCall } from "./traced-call.ts";
import type { TracedRequest } from "./traced-request.ts";

const failed: SpanStatusCode.ERROR = 2;

/** Stands in for one that could not be made; the zeros are the W3C's. */
const noSpan: SpanContext = { traceId: "0".repeat(32), spanId: "0".repeat(16), traceFlags: 0 };

/** Seconds; the boundaries that the conventions advise. */
const boundaries = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300];

/** Milliseconds that the end of the server waits for a collector. */
const patience = 1000;

/**
 * One span and one measurement for each call, by the semantic conventions for MCP, handed to the SDK that the person
 * brought. Whatever that throws is no failure of a call; the first time it is logged.
 */
export class Telemetry {
  readonly #api: OpenTelemetryApi;
  readonly #scope: TraceScope;
  readonly #log: Log;
  readonly #tracer: Tracer;
  readonly #duration: Histogram;
  readonly #asked = new AskedSpans();
  #complained = false;

  constructor(api: OpenTelemetryApi, scope: TraceScope, log: Log) {
    const { metrics, trace } = api;
    this.#api = api;
    this.#scope = scope;
    this.#log = log;
    this.#tracer = trace.getTracer(scope.name, scope.version);
    this.#duration = metrics.getMeter(scope.name, scope.version).createHistogram("mcp.server.operation.duration", {
      description: "Duration of calls, from the arrival of the request until its answer is ready",
      unit: "s",
      advice: { explicitBucketBoundaries: boundaries },
    });
  }

  /** Runs a call inside its span. */
  async observe(call: Call, next: () => Promise<Reply>): Promise<Reply> {
    const { request } = call;
    if (request === undefined) return next();
    const traced = this.#begin(call, request);
    try {
      const reply = await this.#inside(traced.within, async () => next());
      this.#attempt(() => this.#answered(call, traced, reply));
      return reply;
    } catch (error) {
      this.#attempt(() => this.#failed(call, traced, publicError(error, call.reference)));
      throw error;
    } finally {
      this.#attempt(() => traced.span.end());
    }
  }

  /** Has what the SDK still holds sent before the process ends; waits no longer than a second. */
  flush(): Promise<void> {
    const { metrics, trace } = this.#api;
    const flushes = [trace.getTracerProvider(), metrics.getMeterProvider()].map(flushProvider);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patience);
      void Promise.allSettled(flushes).then(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #begin(call: Call, request: TracedRequest): TracedCall {
    const traced = this.#attempt(() => startSpan(this.#api, this.#tracer, call, request)) ?? {
      span: this.#api.trace.wrapSpanContext(noSpan),
      within: undefined,
      attributes: callAttributes(call.operation, request),
    };
    this.#attempt(() => this.#show(traced.span, () => inputAttributes(call)));
    return traced;
  }

  /** Runs the call once, whatever the person's context manager does. */
  #inside(within: Context | undefined, run: () => Promise<Reply>): Promise<Reply> {
    if (within === undefined) return run();
    let answer: Promise<Reply> | undefined;
    this.#attempt(() =>
      this.#api.context.with(within, () => {
        answer = run();
      }),
    );
    return answer ?? run();
  }

  #answered(call: Call, { span, within, attributes }: TracedCall, reply: Reply): void {
    if (reply.kind === "question") {
      // The call goes on when the person has answered, and is measured then.
      span.setAttribute("drawbridge.asked", true);
      this.#asked.add(call.reference, span.spanContext());
    } else {
      this.#measure(call, attributes, within);
    }
    this.#describe(call, span);
    this.#show(span, () => resultAttributes(call, reply));
  }

  #failed(call: Call, { span, within, attributes }: TracedCall, error: ConnectorError): void {
    const failure = failureAttributes(call.operation, error);
    this.#measure(call, { ...attributes, ...failure }, within);
    span.setAttributes(failure);
    if ("error.type" in failure) {
      const message = this.#scope.content ? shownContent(error.message, call.runtime.redactor) : error.code;
      span.setStatus({ code: failed, message });
    }
    this.#describe(call, span);
  }

  #measure({ arrived }: Call, attributes: Attributes, within: Context | undefined): void {
    this.#attempt(() => this.#duration.record((performance.now() - arrived) / 1000, attributes, within));
  }

  /** What is known at the end: the log and the audit log have the same call under the same reference. */
  #describe({ effect, reference, answer }: Call, span: Span): void {
    span.setAttributes({ "drawbridge.effect": effect, "drawbridge.reference": reference });
    const asked = answer === undefined ? undefined : this.#asked.take(reference);
    if (asked !== undefined) span.addLink({ context: asked });
  }

  #show(span: Span, content: () => Attributes): void {
    if (this.#scope.content && span.isRecording()) span.setAttributes(content());
  }

  #attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      const problem = "a call is not traced whole";
      if (!this.#complained) this.#log.write("warn", { event: "telemetry", problem, err: error });
      this.#complained = true;
      return undefined;
    }
  }
}
