import type { Context, TextMapGetter } from "@opentelemetry/api";
import type { Redactor } from "../redaction/redactor.ts";
import type { OpenTelemetryApi } from "./open-telemetry-api.ts";

/** What the protocol reserves in `_meta` for a trace's context (SEP-414). */
const reserved: readonly string[] = ["traceparent", "tracestate", "baggage"];

/** The W3C's bound for the longest of them. */
const longest = 8192;

/**
 * The context that the host made its request in, as the person's propagators read it from `_meta`; what is malformed
 * they pass over. A tracestate is exported with every span, so that one with a secret in it is passed over too.
 */
export function parentContext(
  { context, propagation }: OpenTelemetryApi,
  meta: Readonly<Record<string, unknown>> = {},
  { text: redacted }: Redactor,
): Context {
  const getter: TextMapGetter<typeof meta> = {
    keys: () => [...reserved],
    get(carrier, key) {
      const value = reserved.includes(key) && Object.hasOwn(carrier, key) ? carrier[key] : undefined;
      if (typeof value !== "string" || value.length > longest || redacted(value) !== value) return undefined;
      return value;
    },
  };
  return propagation.extract(context.active(), meta, getter);
}
