/**
 * The API through which the person's SDK is reached: the package's default export, which bundlers, Node and Vitest agree on.
 * It is handed around, since it is loaded only where there is an SDK.
 */
export type OpenTelemetryApi = Pick<
  typeof import("@opentelemetry/api"),
  "context" | "metrics" | "propagation" | "trace"
>;
