import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AuditLog } from "../src/audit/audit-log.ts";
import { ConnectorError } from "../src/errors/connector-error.ts";
import { pass } from "../src/pipeline/pipeline.ts";
import type { Reply } from "../src/pipeline/reply.ts";
import { Redactor } from "../src/redaction/redactor.ts";
import { callContext } from "../src/serving/call-context.ts";
import { callOf, operationOf, runtimeOf } from "./call-of.ts";
import { Served } from "./served.ts";

const canary = "canary/7f+flies=south";
const forms = [
  canary,
  encodeURIComponent(canary),
  Buffer.from(canary).toString("base64"),
  Buffer.from(`user:${canary}`).toString("base64"),
  JSON.stringify(canary).slice(1, -1),
];
const song = forms.join(" ");

/** None of the forms, nor what is left of one that was cut. */
function expectNoCanary(value: unknown): void {
  const text = JSON.stringify(value);
  for (const form of forms) expect(text).not.toContain(form.slice(8, 20));
}

let served: Served;
beforeEach(async () => {
  served = await Served.start(["--access", "full", "--confirm", "never"], { SHELF_KEY: canary });
  served.shelf.notes.set("song", song);
  served.shelf.notes.set(song, "");
});
afterEach(() => served.close());

describe("a configured secret reaches no", () => {
  it("text", async () => {
    const answer = await served.call("shelf_read", { name: "song" });
    expectNoCanary(answer);
    expect(answer.text.match(/⟦redacted /g)).toHaveLength(forms.length);
  });

  it("name of a tool or prompt that there is not", async () => {
    for (const name of [...forms, `${"x".repeat(50)}${canary}`]) {
      const { error } = await served.request("tools/call", { name, arguments: {} });
      expect(error?.message).toContain("There is no tool");
      expectNoCanary(error);
      const { error: other } = await served.request("prompts/get", { name });
      expect(other?.message).toContain("There is no prompt");
      expectNoCanary(other);
    }
  });

  it("record", async () => {
    const answer = await served.call("shelf_list");
    expectNoCanary(answer);
    expect(answer.structured?.names).toContain("song");
  });

  it("error, foreseen or not, nor what is logged of it", async () => {
    expectNoCanary(await served.call("shelf_fail", { detail: song }));
    const failing = operationOf(async () => {
      throw new ConnectorError("unavailable", `No way to ${song}`, { internal: song });
    });
    const error = await pass(callOf(failing, runtimeOf({ redactor: new Redactor([canary]) }))).catch(
      (caught) => caught,
    );
    expectNoCanary(error.message);
    expect(error.message).toContain("No way to ⟦redacted ");
  });

  it("refusal of arguments", async () => {
    expectNoCanary(await served.call("shelf_read", { [song]: 1 }));
    expectNoCanary(await served.call("shelf_read", { name: song.repeat(9) }));
  });

  it.each([
    ["resources/read", { uri: "shelf://song" }],
    ["resources/list", {}],
    ["prompts/get", { name: "review", arguments: { name: "song" } }],
    [
      "completion/complete",
      { ref: { type: "ref/resource", uri: "shelf://{name}" }, argument: { name: "name", value: "c" } },
    ],
  ])("answer to %s", async (method, params) => {
    const { result } = await served.request(method, params);
    expectNoCanary(result);
    expect(JSON.stringify(result)).toContain("⟦redacted ");
  });

  it("question to a person", async () => {
    const runtime = runtimeOf({ redactor: new Redactor([canary]), confirmation: { threshold: "destroy" } });
    const burning = operationOf(async () => ({ kind: "content", facts: {}, parts: [] }), { lowestEffect: "destroy" });
    const question = await pass(callOf(burning, runtime, { canAsk: () => true, input: { name: song } }));
    expect(question).toMatchObject({
      kind: "question",
      questions: { allow: { message: expect.stringContaining("⟦redacted ") } },
    });
    expectNoCanary((question as Reply & { kind: "question" }).questions);
  });

  it("progress that is told on the way", async () => {
    const told: unknown[] = [];
    const runtime = runtimeOf({ redactor: new Redactor([canary]) });
    const call = callOf(
      operationOf(async () => ({ kind: "content", facts: {}, parts: [] })),
      runtime,
      { progress: (...report) => told.push(report) },
    );
    (await callContext(call)).progress(1, 2, `Reading ${song}\u001b[2J`);
    expect(told).toEqual([[1, 2, expect.stringMatching(/^Reading ⟦redacted .*⟦U\+001B⟧\[2J$/)]]);
    expectNoCanary(told);
  });

  it("line for the host's log", async () => {
    const told: unknown[] = [];
    const runtime = runtimeOf({ redactor: new Redactor([canary]) });
    const call = callOf(
      operationOf(async () => ({ kind: "content", facts: {}, parts: [] })),
      runtime,
      { tellHost: (...line) => told.push(line) },
    );
    (await callContext(call)).tellHost("info", `Reading ${song}\u001b[2J`);
    expect(told).toEqual([["info", expect.stringMatching(/^Reading ⟦redacted .*⟦U\+001B⟧\[2J$/)]]);
    expectNoCanary(told);
  });

  it("line of the audit log", async () => {
    const folder = mkdtempSync(join(tmpdir(), "canary-"));
    const file = join(folder, "audit.jsonl");
    const audit = new AuditLog(file, { sync: false });
    const runtime = runtimeOf({ audit, redactor: new Redactor([canary]) });
    const answering = operationOf(async () => ({ kind: "content", facts: { song }, parts: [{ text: song }] }));
    await pass(callOf(answering, runtime, { input: { name: song } }));
    const failing = operationOf(async () => {
      throw new Error(song);
    });
    await pass(callOf(failing, runtime, { input: { name: song } })).catch(() => {});
    audit.close();
    const log = readFileSync(file, "utf8");
    expect(log.trim().split("\n")).toHaveLength(2);
    expectNoCanary(log);
    rmSync(folder, { recursive: true });
  });
});
