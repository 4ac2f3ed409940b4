import type { Stage } from "./stage.ts";

/** The tool, resource or prompt itself. */
export const run: Stage = (call) => call.operation.invoke(call);
