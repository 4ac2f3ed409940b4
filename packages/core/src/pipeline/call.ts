import type { PersonsAnswer } from "../approval/persons-answer.ts";
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
  /** Names this call in the log and in an `internal` error; a call made again with a person's answer keeps its name. */
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
  /** Work that goes on although the call was ended: resolves when it is over. Its place is not free before. */
  unfinished?: Promise<void>;
  /** SHA-256 of the arguments as they were sent, where an audit log wants it. */
  digest?: string;
  /** Of the answer; known once the stage `budget` has measured it. */
  bytes?: number;
  /** Whether the host can ask its person. */
  readonly canAsk: boolean;
  /** The person's answer, when this is a call made again with it. */
  readonly answer: PersonsAnswer | undefined;
  /** Undefined where nobody traces. */
  readonly request?: TracedRequest | undefined;
  readonly progress: (done: number, total?: number, message?: string) => void;
}
