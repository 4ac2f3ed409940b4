import type { Log } from "../logging/log.ts";
import { readPackage } from "../serving/read-package.ts";
import type { OpenTelemetryApi } from "./open-telemetry-api.ts";
import { Telemetry } from "./telemetry.ts";

/** Where all copies of the API 1.x look for what an SDK registered. */
const registry = Symbol.for("opentelemetry.js.api.1");

interface Registered {
  /** Of the copy that the SDK registered with. */
  readonly version?: string;
  readonly trace?: unknown;
  readonly metrics?: unknown;
}

/**
 * What watches the calls of a connector, if the person brought an OpenTelemetry SDK before the server starts; else nothing
 * is loaded.
 *
 * @param manifest the package.json of the connector, by which its spans are named
 * @param content whether the person asked to see what is in the calls
 */
export async function openTelemetry(manifest: URL, content: boolean, log: Log): Promise<Telemetry | undefined> {
  const registered = (globalThis as Record<symbol, unknown>)[registry] as Registered | undefined;
  if (registered?.trace === undefined && registered?.metrics === undefined) return undefined;
  try {
    const { default: api } = await import("@opentelemetry/api");
    const { name, version } = readPackage(manifest);
    if (reaches(api, registered)) return new Telemetry(api, { name, version, content }, log);
    const problem = `nothing is traced: the SDK's @opentelemetry/api ${registered.version} is older than this server's`;
    log.write("warn", { event: "telemetry", problem });
  } catch (error) {
    log.write("warn", { event: "telemetry", problem: "nothing is traced: the SDK failed", err: error });
  }
  return undefined;
}

/** A copy does not take what one of an older minor version registered. */
function reaches({ trace, metrics }: OpenTelemetryApi, registered: Registered): boolean {
  return trace.getTracerProvider() === registered.trace || metrics.getMeterProvider() === registered.metrics;
}
