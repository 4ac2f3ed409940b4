import type { Tool } from "../define/tool.ts";
import type { Runtime } from "../serving/runtime.ts";
import { Gates } from "./gates.ts";
import { RateLimit } from "./rate-limit.ts";

/** What holds tools to the limits that they declare, for each principal alone. */
export function toolLimits(tools: readonly Tool<never>[], patience: number): Runtime["toolLimits"] {
  return new Map(
    tools.flatMap(({ name, limits }) => {
      if (limits === undefined) return [];
      const { atOnce, perMinute } = limits;
      const held = {
        ...(atOnce === undefined ? {} : { gates: new Gates(atOnce, patience) }),
        ...(perMinute === undefined ? {} : { rateLimit: new RateLimit(perMinute) }),
      };
      return [[name, held] as const];
    }),
  );
}
