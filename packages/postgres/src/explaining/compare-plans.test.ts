import { describe, expect, it } from "vitest";
import { comparePlans } from "./compare-plans.ts";
import type { PlanSight } from "./plan-sight.ts";

const before: PlanSight = {
  nodes: ["Index Scan using orders_customer on orders"],
  indexes: ["orders_customer"],
  cost: 8.4,
  rows: 3,
  milliseconds: undefined,
  digest: "",
  at: 0,
};
const scan = { nodes: ["Seq Scan on orders"], indexes: [] };

describe("comparePlans", () => {
  it("tells what is gone, what is new, and how much more it costs", () => {
    expect(comparePlans(before, { ...before, ...scan, cost: 1834 })).toEqual({
      verdict: "regressed",
      told: [
        "Its cost was 8.4 and is 1834, 218 times as much.",
        "The index orders_customer is no longer used.",
        "Nodes that are gone: Index Scan using orders_customer on orders. New: Seq Scan on orders.",
      ],
    });
  });

  it.each<[string, Partial<PlanSight>, Partial<PlanSight>, string]>([
    ["the same", {}, {}, "same"],
    ["the same for a cost that wavers", {}, { cost: 9.1 }, "same"],
    ["another for a cost that doubles under the same nodes", {}, { cost: 20 }, "changed"],
    ["another for other nodes that cost the same", {}, { ...scan, cost: 8.5 }, "changed"],
    ["better for other nodes that cost less", { ...scan, cost: 900 }, { cost: 8 }, "improved"],
    ["worse for one that takes longer", { milliseconds: 2 }, { milliseconds: 40 }, "regressed"],
    [
      "the same for one that takes longer by what a busy machine does",
      { milliseconds: 2 },
      { milliseconds: 7 },
      "same",
    ],
    [
      "better, whatever it costs, for what was measured",
      { milliseconds: 90 },
      { ...scan, cost: 99, milliseconds: 3 },
      "improved",
    ],
    ["worse by its cost where only one was measured", { milliseconds: 90 }, { ...scan, cost: 99 }, "regressed"],
  ])("calls a plan %s", (_, one, other, verdict) => {
    expect(comparePlans({ ...before, ...one }, { ...before, ...other }).verdict).toBe(verdict);
  });

  it("counts a node that is there twice", () => {
    const [node = ""] = before.nodes;
    expect(comparePlans(before, { ...before, nodes: [node, node] }).told.join()).toContain(`New: ${node}`);
  });
});
