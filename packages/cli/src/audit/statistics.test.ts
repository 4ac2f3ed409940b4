import type { AuditLine } from "@drawbridge/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Statistics } from "./statistics.ts";

const line = (more: Partial<AuditLine>): AuditLine => ({
  ...{
    seq: 1,
    time: "",
    prev: "",
    hash: "",
    call: "a",
    principal: "local",
    operation: "tool x",
    effect: "read" as const,
  },
  ...{ arguments: "", event: "ended" as const, outcome: "succeeded" as const, duration: 1, bytes: 0 },
  ...more,
});

describe("the statistics of an audit log", () => {
  it("tell durations within three hundredths, whatever they are", () => {
    const durations = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(durations, (all) => {
        const statistics = new Statistics();
        for (const duration of all) statistics.add(line({ duration }));
        const sorted = all.toSorted((one, other) => one - other);
        const [result] = statistics.results();
        for (const [share, told] of [
          [0.5, result?.duration.median ?? 0],
          [0.95, result?.duration.p95 ?? 0],
        ] as const) {
          const exact = sorted[Math.ceil(all.length * share) - 1] ?? 0;
          expect(Math.abs(told / exact - 1)).toBeLessThan(0.031);
        }
        expect(result?.duration.max).toBe(sorted.at(-1));
      }),
      { numRuns: 50 },
    );
  });

  it("keep principals and operations apart, and tell what was cut off", () => {
    const statistics = new Statistics();
    statistics.add(line({ event: "started", call: "1" }));
    statistics.add(line({ call: "1" }));
    statistics.add(line({ event: "started", call: "2", principal: "ada" }));
    statistics.add(line({ call: "3", operation: "tool y", outcome: "refused", code: "rate_limited" }));
    expect(statistics.results()).toEqual([
      expect.objectContaining({ operation: "tool x", principal: "local", calls: 1, cutOff: 0 }),
      expect.objectContaining({ operation: "tool y", outcomes: { refused: 1 }, codes: { rate_limited: 1 } }),
      expect.objectContaining({ operation: "tool x", principal: "ada", calls: 0, cutOff: 1 }),
    ]);
  });
});
