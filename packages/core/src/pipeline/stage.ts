import type { Call } from "./call.ts";
import type { Reply } from "./reply.ts";

/** One stage of the pipeline: may refuse the call by throwing, refine it, or change the reply on its way out. */
export type Stage = (call: Call, next: () => Promise<Reply>) => Promise<Reply>;
