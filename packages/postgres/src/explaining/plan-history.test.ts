import { describe, expect, it } from "vitest";
import { PlanHistory } from "./plan-history.ts";
import type { PlanSight } from "./plan-sight.ts";

const sight: PlanSight = { nodes: [], indexes: [], cost: 1, rows: 1, milliseconds: 5, digest: "", at: 0 };
const key = { principal: "ann", fingerprint: "f", isGeneric: false };

describe("PlanHistory", () => {
  it("gives the plan before, and keeps the last time that was measured", () => {
    const history = new PlanHistory();
    expect(history.remember(key, sight)).toBeUndefined();
    expect(history.remember(key, { ...sight, cost: 2, milliseconds: undefined })).toEqual(sight);
    expect(history.remember(key, sight)).toEqual({ ...sight, cost: 2 });
  });

  it.each([
    ["to somebody else", { principal: "bob" }],
    ["of another statement", { fingerprint: "g" }],
    ["for certain values, where the plan is for any", { isGeneric: true }],
  ])("gives none %s", (_, other) => {
    const history = new PlanHistory();
    history.remember(key, sight);
    expect(history.remember({ ...key, ...other }, sight)).toBeUndefined();
  });

  it("forgets what was not looked at for longest, and holds no more than it may", () => {
    const history = new PlanHistory();
    history.remember(key, sight);
    for (let n = 0; n < 499; n += 1) history.remember({ ...key, fingerprint: `${n}` }, sight);
    expect(history.remember(key, sight)).toBeDefined();
    history.remember({ ...key, fingerprint: "one more" }, sight);
    expect([history.remember({ ...key, fingerprint: "0" }, sight), history.remember(key, sight)]).toEqual([
      undefined,
      sight,
    ]);
  });
});
