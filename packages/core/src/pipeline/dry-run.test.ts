import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { allowed, callOf, runtimeOf } from "../../test/call-of.ts";
import { AuditLog } from "../audit/audit-log.ts";
import { defineTool } from "../define/define-tool.ts";
import { prepareTool } from "../serving/prepare-tool.ts";
import { pass } from "./pipeline.ts";

const notes = new Map([["monday", "bread"]]);

const burn = defineTool({
  name: "shelf_burn",
  title: "Burn",
  description: "Burns a note.",
  effect: "destroy",
  input: z.object({ name: z.string() }),
  plan: async (input) => ({ summary: `Burns ${JSON.stringify(input)}: ${notes.get(input.name)}`, stateDigest: "s1" }),
  dryRun: "plan",
  async run({ name }) {
    notes.delete(name);
    return { parts: [{ text: "burnt" }] };
  },
});

const count = defineTool({
  name: "shelf_count",
  title: "Count up",
  description: "Adds to a counter.",
  effect: "write",
  input: z.object({ by: z.int() }),
  output: z.object({ total: z.number(), done: z.boolean() }),
  dryRun: async ({ by }) => ({ total: by, done: false }),
  run: async ({ by }) => ({ total: by, done: true }),
});

const asked = { confirmation: { threshold: "write" } } as const;
const call = (tool: typeof burn, input: object, changes: Parameters<typeof runtimeOf>[0] = asked) =>
  pass(callOf(prepareTool(tool).operation, runtimeOf(changes), { input }));

describe("a dry run", () => {
  it("answers with the tool's plan, asks nobody and changes nothing", async () => {
    expect(await call(burn, { name: "monday", dry_run: true })).toMatchObject({
      kind: "content",
      facts: { dry_run: true, state: "s1" },
      parts: [{ text: 'Burns {"name":"monday"}: bread' }],
    });
    expect(notes.has("monday")).toBe(true);
  });

  it("answers as the tool's own dry run does, in the shape of the tool's answers", async () => {
    expect(await call(count, { by: 3, dry_run: true })).toMatchObject({ record: { total: 3, done: false } });
  });

  it("leaves a call without the flag to be confirmed as ever", async () => {
    await expect(call(burn, { name: "monday" })).rejects.toMatchObject({ code: "needs_confirmation" });
    await expect(call(burn, { name: "monday", dry_run: false })).rejects.toMatchObject({ code: "needs_confirmation" });
    await expect(call(count, { by: 1 })).rejects.toMatchObject({ code: "needs_confirmation" });
  });

  it("asks nobody what the real call would have to know: its plan is handed undefined", async () => {
    const { ask: _, ...burning } = burn;
    const asking = defineTool({
      ...(burning as object),
      input: z.object({ name: z.string() }),
      ask: async (__: object, { ask }: { ask(questions: object): unknown }) => ask({}),
      plan: async (__: object, ___: object, asked: unknown) => ({ summary: String(asked), stateDigest: "s1" }),
    } as never);
    expect(await call(asking as never, { name: "monday", dry_run: true })).toMatchObject({
      parts: [{ text: "undefined" }],
    });
  });

  it("needs the grant of the real call", async () => {
    await expect(call(burn, { name: "monday", dry_run: true }, { access: "write" })).rejects.toMatchObject({
      code: "refused",
    });
  });

  it("is no argument of a tool that has none", async () => {
    const plain = defineTool({ ...burn, dryRun: undefined, input: z.object({ name: z.string() }) } as never);
    await expect(call(plain, { name: "monday", dry_run: true })).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("is told apart in the audit log", async () => {
    const folder = mkdtempSync(join(tmpdir(), "dry-run-"));
    const file = join(folder, "audit.jsonl");
    const audit = new AuditLog(file, { sync: false });
    await call(count, { by: 1, dry_run: true }, { audit });
    await call(count, { by: 1 }, { audit });
    audit.close();
    const lines = readFileSync(file, "utf8").trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).dryRun)).toEqual([true, true, undefined, undefined]);
    rmSync(folder, { recursive: true });
  });

  it("with a plan is refused at the definition of a tool that has no plan or answers records", () => {
    expect(() => defineTool({ ...burn, plan: undefined } as never)).toThrow("must have one");
    expect(() => defineTool({ ...burn, output: z.object({}) } as never)).toThrow("must have one");
  });
});

describe("the state that a person approved", () => {
  it("is handed to the tool, to compare behind its lock", async () => {
    let seen: unknown;
    const replace = defineTool({
      name: "shelf_replace",
      title: "Replace",
      description: "Replaces.",
      effect: "destroy",
      input: z.object({}),
      plan: async () => ({ summary: "Replaces all", stateDigest: "before" }),
      async run(_, { approvedState }) {
        seen = approvedState;
        return { parts: [{ text: "done" }] };
      },
    });
    const { operation } = prepareTool(replace);
    const runtime = runtimeOf(asked);
    const question = await pass(callOf(operation, runtime, { canAsk: () => true }));
    if (question.kind !== "question") throw new Error("Nobody was asked");
    const answer = allowed(question.state);
    await pass(callOf(operation, runtime, { canAsk: () => true, answer }));
    expect(seen).toBe("before");
  });
});
