import type { Cancellation } from "../cancelling/cancellation.ts";
import type { Effect } from "../effects/effect.ts";
import type { Log } from "../logging/log.ts";
import type { HostLogLevel } from "./host-log-level.ts";

/** What every tool, resource and prompt is handed beside its input. */
export interface CallContext<Client> {
  /** The live handle to the system, opened on first use and shared by all calls. */
  readonly client: Client;
  /** Aborted when the host cancels, the time limit passes or the server stops. Pass it to everything that waits. */
  readonly signal: AbortSignal;
  /** Tells the same, for a call so small that a signal, which is made when it is first asked for, would be a good part of it. */
  readonly cancellation: Cancellation;
  /** Who calls: `local` on stdio, the authenticated subject over HTTP. Key whatever is kept for a caller by it. */
  readonly principal: string;
  /** Whether the person who runs the server, and what the caller came with, allow as much: for what the input alone does not tell. */
  admits(effect: Effect): boolean;
  readonly log: Log;
  /** Tells the host how far a long call has come; costs nothing when the host did not ask. */
  progress(done: number, total?: number, message?: string): void;
  /**
   * A line for the host's log, where it wants lines of this level: the first 64 of a call, each of at most 4096 characters.
   * What the person who runs the server should see belongs in `log`.
   */
  tellHost(level: HostLogLevel, text: string): void;
}
