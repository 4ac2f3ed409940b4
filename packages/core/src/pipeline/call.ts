import type { CallMemory } from "../asking/call-memory.ts";
import type { HostsAnswer } from "../asking/hosts-answer.ts";
import type { Cancellation } from "../cancelling/cancellation.ts";
import type { LateAbort } from "../cancelling/late-abort.ts";
import type { HostLogLevel } from "../define/host-log-level.ts";
import type { Question } from "../define/question.ts";
import type { Access } from "../effects/access.ts";
import type { Effect } from "../effects/effect.ts";
import type { Runtime } from "../serving/runtime.ts";
import type { TracedRequest } from "../telemetry/traced-request.ts";
import type { Operation } from "./operation.ts";

/** One call on its way through the pipeline. Stages replace what they refine. */
export interface Call {
  readonly runtime: Runtime;
  readonly operation: Operation;
  readonly principal: string;
  /** The most that may be done for this caller: what the server was granted, or less. */
  readonly access: Access;
  /** Names this call in the log and in an `internal` error; a call made again with its host's answer keeps its name. */
  reference: string;
  /** Of the HTTP request that makes the call, by which a proxy's log has it. */
  readonly requestId?: string | undefined;
  /** When it came, by `performance.now()`: its time limit counts from there, whatever it waits for. */
  readonly arrived: number;
  /** The arguments as the host sent them, which JSON can say. What is bound to a call is bound to these. */
  readonly sent: unknown;
  /** As sent; after the stage `validate`, as the schema read it. */
  input: unknown;
  /** The operation's lowest effect; after the stage `validate`, this call's own. */
  effect: Effect;
  /** Only to tell what would happen; known after the stage `validate`. */
  dryRun?: boolean;
  /** Of the plan that a person approved; known after the stage `confirm`. */
  approvedState?: string | undefined;
  /** The host's cancellation; after the stage `deadline`, also the time limit and the server's stop. */
  signal: () => AbortSignal;
  /** The host's cancellation, where it can be told without a signal. */
  readonly cancellation?: LateAbort;
  /** What ends it, in the stages below `deadline`. */
  ending?: Cancellation | undefined;
  /** Work that goes on although the call was ended: resolves when it is over. Its place is not free before. */
  unfinished?: Promise<void>;
  /** SHA-256 of the arguments as they were sent, where an audit log wants it. */
  digest?: string;
  /** Of the answer; known once the stage `budget` has measured it. */
  bytes?: number;
  /** Whether the host says that it can be asked such a question. */
  readonly canAsk: (kind: Question["kind"]) => boolean;
  /** What the host sent back, when this is a call made again after it was asked. */
  readonly answer: HostsAnswer | undefined;
  /** Of the rounds before this one; known after the stage `resume`. */
  memory?: CallMemory;
  /** All that the host has answered; known after the stage `ask`, where the operation asks. */
  answers?: Readonly<Record<string, unknown>>;
  /** What the operation made of the answers. */
  asked?: unknown;
  /** Why the call fails, where it is its host that did wrong or cannot do enough: what it sent back, or what it lacks. */
  hostsFault?: "state" | Question["kind"] | undefined;
  /** Undefined where nobody traces. */
  readonly request?: TracedRequest | undefined;
  readonly progress: (done: number, total?: number, message?: string) => void;
  /** Absent where the host keeps no log. */
  readonly tellHost?: (level: HostLogLevel, text: string) => void;
}
