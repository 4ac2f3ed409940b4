import type { PlanMessage } from "@drawbridge/figma/bridge";
import type { Host } from "../host.ts";
import { Problem } from "../problem.ts";
import { hashOf } from "./apply-plan.ts";
import { pageOf } from "./prepare.ts";

/** @throws Problem where a subtree is not what it was when the plan's maker read it */
export async function assertMatches(host: Host, { ifMatch }: PlanMessage): Promise<void> {
  const changed: { node: string; hash: string }[] = [];
  for (const { node: id, hash } of ifMatch ?? []) {
    const node = await host.getNodeByIdAsync(id);
    if (!node || node.type === "DOCUMENT") {
      throw new Problem("conflict", `${id} was removed since it was read`, { mend: "Read the file again." });
    }
    await pageOf(node)?.loadAsync();
    const now = await hashOf(node);
    if (now !== hash) changed.push({ node: id, hash: now });
  }
  if (changed.length === 0) return;
  throw new Problem("conflict", `${changed.map(({ node }) => node).join(", ")} changed since it was read`, {
    changed,
    mend: "Read it again, and plan on what is there now.",
  });
}
