import { endInTime } from "./end-in-time.ts";
import type { Stage } from "./stage.ts";

/** Ends a call at the host's cancellation, its time limit or the server's stop, whichever comes first, through one signal. */
export const deadline: Stage = (call, next) => endInTime(call, next);
