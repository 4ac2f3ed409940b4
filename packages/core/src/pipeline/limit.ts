import type { Stage } from "./stage.ts";

/** Lets so many calls run at once; further ones wait their turn, as long as a call may take. */
export const limit: Stage = async (call, next) => {
  const leave = await call.runtime.gate.enter(call.signal);
  try {
    return await next();
  } finally {
    leave();
  }
};
