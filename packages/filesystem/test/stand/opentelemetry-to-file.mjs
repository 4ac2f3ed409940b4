// Loaded with --import, as a person's SDK is: writes spans and metrics as JSON lines to the file that OTEL_FILE names. It
// holds all of them until it is flushed.
import { appendFileSync } from "node:fs";
import { metrics } from "@opentelemetry/api";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";

const hour = 3_600_000;
const write = (line) => appendFileSync(process.env.OTEL_FILE, `${JSON.stringify(line)}\n`);
const success = { code: 0 };

const spanExporter = {
  export(spans, done) {
    for (const { name, attributes, status, parentSpanContext, instrumentationScope: scope } of spans) {
      write({ span: name, attributes, status, parent: parentSpanContext?.spanId, scope: scope.name });
    }
    done(success);
  },
  shutdown: async () => {},
};

const metricExporter = {
  export({ scopeMetrics }, done) {
    for (const { descriptor, dataPoints } of scopeMetrics.flatMap((scope) => scope.metrics)) {
      for (const { attributes, value } of dataPoints)
        write({ metric: descriptor.name, attributes, count: value.count });
    }
    done(success);
  },
  forceFlush: async () => {},
  shutdown: async () => {},
};

const spanProcessors = [new BatchSpanProcessor(spanExporter, { scheduledDelayMillis: hour })];
new NodeTracerProvider({ spanProcessors }).register();
const reader = new PeriodicExportingMetricReader({ exporter: metricExporter, exportIntervalMillis: hour });
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
