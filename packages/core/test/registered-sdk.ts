import { context, metrics, propagation, trace } from "@opentelemetry/api";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
  type SpanProcessor,
  type TracerConfig,
} from "@opentelemetry/sdk-trace-node";

interface Measurement {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly count: number;
  readonly boundaries: readonly number[];
}

/** An OpenTelemetry SDK that keeps what it is given, registered as a person's would be. */
export class RegisteredSdk {
  readonly #spans = new InMemorySpanExporter();
  readonly #metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  readonly #reader = new PeriodicExportingMetricReader({ exporter: this.#metrics, exportIntervalMillis: 3_600_000 });
  readonly #meters = new MeterProvider({ readers: [this.#reader] });

  /** @param processors beside the one that keeps */
  constructor(config: TracerConfig = {}, processors: readonly SpanProcessor[] = []) {
    const spanProcessors = [new SimpleSpanProcessor(this.#spans), ...processors];
    new NodeTracerProvider({ ...config, spanProcessors }).register();
    metrics.setGlobalMeterProvider(this.#meters);
  }

  /** Those that ended, in that order. */
  get spans(): readonly ReadableSpan[] {
    return this.#spans.getFinishedSpans();
  }

  /** What the histogram of calls holds, one entry for each set of attributes. */
  async measurements(): Promise<readonly Measurement[]> {
    await this.#reader.forceFlush();
    const all =
      this.#metrics
        .getMetrics()
        .at(-1)
        ?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
    const found = all.find(({ descriptor }) => descriptor.name === "mcp.server.operation.duration");
    return (found?.dataPoints ?? []).map(({ attributes, value }) => {
      const { count, buckets } = value as { count: number; buckets: { boundaries: number[] } };
      return { attributes, count, boundaries: buckets.boundaries };
    });
  }

  /** All that was exported, as text to search in. */
  async exported(): Promise<string> {
    const spans = this.spans.map((span) => {
      const { name, attributes, status, events, links } = span;
      return { name, attributes, status, events, links, state: span.spanContext().traceState?.serialize() };
    });
    return JSON.stringify([spans, await this.measurements()]);
  }

  unregister(): void {
    for (const api of [trace, metrics, context, propagation]) api.disable();
  }
}
