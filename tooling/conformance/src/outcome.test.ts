import { describe, expect, it } from "vitest";
import type { Check } from "./check.ts";
import { outcomeOf } from "./outcome.ts";

const good: Check = { id: "a", status: "SUCCESS" };
const bad: Check = { id: "b", status: "FAILURE", errorMessage: "It is wrong" };

describe("the outcome of a scenario", () => {
  it("is well where its checks are", () => {
    expect(outcomeOf("ping", [good, { id: "c", status: "SKIPPED" }])).toMatchObject({ passed: true, remarks: [] });
  });

  it("is a failure with one check that failed, and says which", () => {
    expect(outcomeOf("ping", [good, bad])).toMatchObject({ passed: false, remarks: ["failure b: It is wrong"] });
  });

  it("is a failure where nothing was looked at, or everything is excused", () => {
    expect(outcomeOf("ping", []).passed).toBe(false);
    expect(outcomeOf("ping", [bad], () => true).passed).toBe(false);
  });

  it("passes over what is excused, beside what is well", () => {
    expect(outcomeOf("ping", [good, bad], ({ id }) => id === "b")).toMatchObject({ passed: true, remarks: [] });
  });

  it("tells of a warning, which is no failure", () => {
    const warning: Check = { id: "c", status: "WARNING", errorMessage: "It could be better" };
    expect(outcomeOf("ping", [good, warning])).toMatchObject({
      passed: true,
      remarks: ["warning c: It could be better"],
    });
  });
});
