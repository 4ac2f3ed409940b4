import type { Gate } from "../limits/gate.ts";
import type { Call } from "./call.ts";
import type { Stage } from "./stage.ts";
import { whenCancelled } from "./when-cancelled.ts";

/**
 * Refuses calls above the rate, and lets so many run at once; further ones wait their turn within their own time limit.
 * Both count for each principal alone, and once more for a tool that has limits of its own.
 */
export const limit: Stage = async (call, next) => {
  const { rateLimit, gates, toolLimits } = call.runtime;
  const own = toolLimits.get(call.operation.name);
  // An answer continues a call that was counted when it came; `resume` counts what is none.
  if (call.memory === undefined) {
    if (rateLimit !== undefined) await rateLimit.take(call.principal);
    if (own?.rateLimit !== undefined) await own.rateLimit.take(call.principal);
  }
  // Its own first: who waits for one tool keeps no other call of the same caller out.
  if (own?.gates !== undefined) return inside(own.gates.of(call.principal), call, () => through(call, gates, next));
  return through(call, gates, next);
};

function through(call: Call, gates: Call["runtime"]["gates"], next: Parameters<Stage>[1]): ReturnType<Stage> {
  return inside(gates.of(call.principal), call, next);
}

async function inside(gate: Gate, call: Call, next: Parameters<Stage>[1]): ReturnType<Stage> {
  if (!gate.tryEnter()) await gate.wait((listener) => whenCancelled(call, listener));
  try {
    return await next();
  } finally {
    if (call.unfinished === undefined) gate.leave();
    else void leaveLate(gate, call, call.unfinished);
  }
}

/**
 * A tool that does not heed its signal goes on after its call was ended, and the system behind with it: its place is taken
 * until then. One that never ends must not take the place for good; it is given up after the time of one more call.
 */
async function leaveLate(
  gate: Gate,
  { operation, reference, runtime }: Call,
  unfinished: Promise<void>,
): Promise<void> {
  const began = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const givenUp = new Promise<"goes on">((resolve) => {
    timer = setTimeout(resolve, runtime.timeout, "goes on");
    timer.unref();
  });
  const outcome = await Promise.race([unfinished.then(() => "ended" as const), givenUp]);
  clearTimeout(timer);
  gate.leave();
  const ms = Math.round(performance.now() - began);
  runtime.log.write("warn", { event: "late", [operation.kind]: operation.name, reference, work: outcome, ms });
}
