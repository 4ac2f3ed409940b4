import type { PlanMessage } from "@drawbridge/figma/bridge";
import { type Operation, operationKinds, operationSchema } from "@drawbridge/figma/operations";
import { Problem } from "../problem.ts";

/** Operations of a plan, checked. @throws Problem that names the first that this plugin does not know or that is not well formed */
export function operationsOf({ operations }: PlanMessage): Operation[] {
  return operations.map((given, operation) => {
    const { op: kind } = given;
    if (!operationKinds.some((known) => known === kind)) {
      throw new Problem("unknown", `This plugin knows no operation ${JSON.stringify(kind) ?? "without op"}`, {
        operation,
        mend: `It knows ${operationKinds.join(", ")}. An older plugin is imported anew from where --plugin says.`,
      });
    }
    const parsed = operationSchema.safeParse(given);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const path = issue?.path.join(".") ?? "";
    throw new Problem("invalid", `${path === "" ? "" : `${path}: `}${issue?.message ?? "not well formed"}`, {
      operation,
    });
  });
}
