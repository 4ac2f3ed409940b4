import { expect, it } from "vitest";
import { keptPlan } from "./kept-plan.ts";

const around = [{ text: "BEGIN READ ONLY", keptFor: "" }];
const state = { path: "{pg_catalog}", snapshot: "7:7:", isBuiltIn: true };

function planOf(text: string, values: readonly string[] = []) {
  return { before: around, main: { text, values }, after: around, rows: 1, bytes: 1, mayBeStopped: true };
}

it("keeps a statement for as long as nothing is committed", () => {
  expect(keptPlan(planOf("SELECT 1"), state, false)?.main.keptFor).toBe("7:7:");
});

it.each([
  ["with values", planOf("SELECT $1", ["a"])],
  ["that says today", planOf("SELECT 'Today'::date")],
  ["that says it by an escape", planOf("SELECT E'tod\\x61y'::date")],
  ["that says it by an escape of its own", planOf("SELECT U&'tod!0061y' UESCAPE '!'::date")],
  ["that says it on two lines", planOf("SELECT 'to'\n  'day'::date")],
])("does not keep one %s, but what stands around it", (_, plan) => {
  const kept = keptPlan(plan, state, false);
  expect(kept?.main.keptFor).toBeUndefined();
  expect(kept?.before[0]?.keptFor).toBe("");
});

it.each([
  ["runs what somebody made", { ...state, isBuiltIn: false }],
  ["may have been judged before something was committed", { ...state, snapshot: null }],
  ["is not told of", undefined],
])("keeps nothing where the statement %s", (_, given) => {
  expect(keptPlan(planOf("SELECT 1"), given, false)).toBeUndefined();
});

it("clears before it ends the transaction, and nothing where nothing outlives it", () => {
  const plan = { ...planOf("SELECT 1"), after: [{ text: "ROLLBACK" }, { text: "SELECT pg_advisory_unlock_all()" }] };
  const after = (outlives: boolean) => keptPlan(plan, state, outlives)?.after.map(({ text }) => text);
  expect(after(true)).toEqual(["SELECT pg_advisory_unlock_all()", "ROLLBACK"]);
  expect(after(false)).toEqual(["ROLLBACK"]);
});
