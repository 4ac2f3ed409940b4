import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { callOf, operationOf, runtimeOf, textReply } from "../../test/call-of.ts";
import { MemoryLog } from "../../test/memory-log.ts";
import { Served } from "../../test/served.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { ErrorCode } from "../errors/error-code.ts";
import { pass } from "./pipeline.ts";

let served: Served;
beforeEach(async () => {
  served = await Served.start(["--access", "full"]);
});
afterEach(() => served.close());

describe("the stage record", () => {
  it("writes one line for a call, with who, what and how it ended", async () => {
    await served.call("shelf_read", { name: "monday" });
    expect(served.log.calls).toEqual([
      {
        level: "info",
        event: "call",
        tool: "shelf_read",
        principal: "local",
        effect: "read",
        outcome: "succeeded",
        ms: expect.any(Number),
        reference: expect.stringMatching(/^\w+-\w+$/),
      },
    ]);
  });

  it.each([
    ["invalid", "shelf_read", { nmae: "x" }],
    ["refused", "shelf_burn", { name: "monday" }],
    ["failed", "shelf_fail", {}],
    ["refused", "shelf_flood", { letters: 100_000 }],
  ])("writes one line with the outcome %s for %s %j", async (outcome, tool, input) => {
    await served.call(tool, input);
    expect(served.log.calls).toMatchObject([{ tool, outcome }]);
  });

  it("records the effect of this very call, not the tool's lowest", async () => {
    await served.call("shelf_put", { name: "a", text: "b" });
    await served.call("shelf_put", { name: "a", text: "b", replace: true });
    expect(served.log.calls.map(({ effect }) => effect)).toEqual(["write", "destroy"]);
  });

  it("records resources, lists, completions and prompts as what they are", async () => {
    await served.request("resources/read", { uri: "shelf://monday" });
    await served.request("resources/list");
    await served.request("prompts/get", { name: "review", arguments: { name: "monday" } });
    const ref = { type: "ref/resource", uri: "shelf://{name}" };
    await served.request("completion/complete", { ref, argument: { name: "name", value: "m" } });
    expect(served.log.calls).toMatchObject([
      { resource: "note" },
      { list: "note" },
      { prompt: "review" },
      { completion: "note.name" },
    ]);
  });

  it("keeps what a foreign error says for the log, under the reference that the caller is given", async () => {
    const { text, meta } = await served.call("shelf_fail", { detail: "the third board" });
    const [line] = served.log.calls;
    expect(meta.code).toBe("internal");
    expect(text).not.toContain("fell");
    expect(text).toContain(String(line?.reference));
    expect(line).toMatchObject({ level: "error", err: { message: "the shelf fell on the third board" } });
  });

  it("writes nothing of arguments and results", async () => {
    await served.call("shelf_put", { name: "argument-a", text: "argument-b" });
    await served.call("shelf_read", { name: "argument-a" });
    await served.call("shelf_read", { "argument-c": 1 });
    expect(JSON.stringify(served.log.events)).not.toContain("argument-");
  });

  it("gives every call a reference of its own", async () => {
    await Promise.all(Array.from({ length: 20 }, () => served.call("shelf_read", { name: "monday" })));
    expect(new Set(served.log.calls.map(({ reference }) => reference)).size).toBe(20);
  });

  it("writes the line of a failure's internal message, which the caller does not see", async () => {
    const log = new MemoryLog();
    const failing = operationOf(async () => {
      throw new ConnectorError("unavailable", "The system is away.", { internal: "10.0.0.3 refused" });
    });
    await expect(pass(callOf(failing, runtimeOf({ log })))).rejects.not.toHaveProperty(
      "message",
      expect.stringContaining("10.0.0.3"),
    );
    expect(log.calls).toMatchObject([{ code: "unavailable", internal: "10.0.0.3 refused" }]);
  });

  it.each<[ErrorCode, string]>([
    ["invalid_input", "invalid"],
    ["cancelled", "cancelled"],
    ["refused", "refused"],
    ["needs_confirmation", "refused"],
    ["rate_limited", "refused"],
    ["not_found", "failed"],
    ["conflict", "failed"],
    ["timeout", "failed"],
    ["unavailable", "failed"],
    ["unauthorized", "failed"],
    ["internal", "failed"],
  ])("calls the outcome of %s %s", async (code, outcome) => {
    const log = new MemoryLog();
    const failing = operationOf(async () => {
      throw new ConnectorError(code, "no");
    });
    await expect(pass(callOf(failing, runtimeOf({ log })))).rejects.toMatchObject({ code });
    expect(log.calls).toMatchObject([{ outcome, level: code === "internal" ? "error" : "info" }]);
  });

  it("does not fail a call whose line nobody wants", async () => {
    class QuietLog extends MemoryLog {
      override enabled(): boolean {
        return false;
      }
    }
    const log = new QuietLog();
    await pass(
      callOf(
        operationOf(async () => textReply("done")),
        runtimeOf({ log }),
      ),
    );
    expect(log.events).toEqual([]);
  });
});
