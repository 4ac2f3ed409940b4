import type { OpenQuestions } from "../asking/open-questions.ts";
import type { SuspendedCalls } from "../asking/suspended-calls.ts";
import type { AuditLog } from "../audit/audit-log.ts";
import type { Access } from "../effects/access.ts";
import type { Effect } from "../effects/effect.ts";
import type { Gates } from "../limits/gates.ts";
import type { RateLimit } from "../limits/rate-limit.ts";
import type { RunningCalls } from "../limits/running-calls.ts";
import type { Log } from "../logging/log.ts";
import type { CursorSeal } from "../paging/cursor-seal.ts";
import type { Redactor } from "../redaction/redactor.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";

/** What one running connector holds for its calls: the person's grants and limits, and the services of the stages. */
export interface Runtime {
  readonly access: Access;
  /** From which effect on a person is asked; without one, never. */
  readonly confirmation: { readonly threshold: Effect | undefined };
  /** Milliseconds that a call may take. */
  readonly timeout: number;
  readonly maxResultBytes: number;
  readonly gates: Gates;
  /** By the name of the tool, of those that have limits of their own. */
  readonly toolLimits: ReadonlyMap<string, { readonly gates?: Gates; readonly rateLimit?: RateLimit }>;
  /** Undefined when the person set none. */
  readonly rateLimit: RateLimit | undefined;
  readonly redactor: Redactor;
  readonly cursors: CursorSeal;
  readonly suspended: SuspendedCalls;
  readonly questions: OpenQuestions;
  readonly log: Log;
  /** Undefined when the person asked for none. */
  readonly audit: AuditLog | undefined;
  /** Undefined when the person brought no OpenTelemetry SDK. */
  readonly telemetry: Telemetry | undefined;
  readonly running: RunningCalls;
  /** Aborted when the server stops: no call begins after. */
  readonly stopping: AbortSignal;
  /** Resolves when the host has taken what was sent; absent where many are served by one process. */
  readonly room?: () => Promise<void>;
  /** Whether `--tools` and the connector's own options leave a tool in. */
  toolFilter(name: string): boolean;
  /** How a person switches a tool on that is left out. */
  switchOf(name: string): string;
  /** The connector's client; opened by the first that asks. */
  client(): Promise<unknown>;
}
