/** The request that makes a call, as far as a trace tells of it. */
export interface TracedRequest {
  readonly method: string;
  /** Chosen by the host. */
  readonly id: string | number;
  /** Of the protocol. */
  readonly revision: string | undefined;
  /** Of a session over HTTP. */
  readonly sessionId: string | undefined;
  readonly transport: "pipe" | "tcp";
  /** The request's `_meta`, in which a host names the trace that it is in. */
  readonly meta: Readonly<Record<string, unknown>> | undefined;
}
