import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { callOf, operationOf, runtimeOf, textReply } from "../../test/call-of.ts";
import { MemoryLog } from "../../test/memory-log.ts";
import { SmallDisk } from "../../test/small-disk.ts";
import type { AuditLine } from "../audit/audit-line.ts";
import { AuditLog } from "../audit/audit-log.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import { fenceBytes } from "../fence/nonce-fence.ts";
import { pass } from "./pipeline.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "record-"));
  file = join(folder, "audit.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true }));

const writing = { lowestEffect: "write" } as const;
const lines = () =>
  readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as AuditLine);

describe("the audit log of calls", () => {
  it("has a started line of a write before it runs, and an ended line before it is answered", async () => {
    const audit = new AuditLog(file, { sync: false });
    const operation = operationOf(async () => {
      expect(lines().map(({ event }) => event)).toEqual(["started"]);
      return textReply("done");
    }, writing);
    await pass(callOf(operation, runtimeOf({ audit }), { input: { name: "a" } }));
    expect(lines()).toMatchObject([
      { event: "started", operation: "tool shelf_read", effect: "write", principal: "local" },
      { event: "ended", outcome: "succeeded", bytes: "done".length + fenceBytes },
    ]);
    expect(new Set(lines().map((line) => [line.call, line.arguments].join())).size).toBe(1);
    audit.close();
  });

  it("has the line of a call whose arguments are nested too deep to be looked at", async () => {
    const audit = new AuditLog(file, { sync: false });
    const operation = operationOf(async () => textReply("done"));
    const input = JSON.parse(`${"[".repeat(200_000)}${"]".repeat(200_000)}`);
    await expect(pass(callOf(operation, runtimeOf({ audit }), { input }))).rejects.toMatchObject({
      code: "invalid_input",
    });
    expect(lines()).toMatchObject([{ event: "ended", outcome: "invalid", arguments: "" }]);
    audit.close();
  });

  it("has one line of a read, and one of whatever is refused, fails or is called wrongly", async () => {
    const audit = new AuditLog(file, { sync: false });
    const runtime = runtimeOf({ audit, access: "read" });
    const failing = operationOf(async () => {
      throw new ConnectorError("not_found", "Gone.");
    });
    await pass(
      callOf(
        operationOf(async () => textReply("a")),
        runtime,
      ),
    );
    await pass(callOf(failing, runtime)).catch(() => {});
    await pass(
      callOf(
        operationOf(async () => textReply("a"), writing),
        runtime,
      ),
    ).catch(() => {});
    expect(lines().map(({ event, outcome, code }) => [event, outcome, code])).toEqual([
      ["ended", "succeeded", undefined],
      ["ended", "failed", "not_found"],
      ["ended", "refused", "refused"],
    ]);
    audit.close();
  });

  it("holds nothing of arguments and answers but a digest and a size", async () => {
    const audit = new AuditLog(file, { sync: false });
    const call = callOf(
      operationOf(async () => textReply("whispered answer")),
      runtimeOf({ audit }),
      { input: { name: "whispered argument" } },
    );
    await pass(call);
    expect(readFileSync(file, "utf8")).not.toContain("whispered");
    expect(lines()[0]?.arguments).toMatch(/^[0-9a-f]{64}$/);
    audit.close();
  });
});

describe("an audit log on a full disk", () => {
  let disk: SmallDisk | undefined;
  afterEach(() => disk?.takeOut());

  const reading = operationOf(async () => textReply("read"));

  it("lets nothing be changed, and lets be read", async () => {
    const audit = new AuditLog(file, { sync: false });
    const log = new MemoryLog();
    const runtime = runtimeOf({ audit, log });
    let ran = false;
    const change = operationOf(async () => {
      ran = true;
      return textReply("changed");
    }, writing);
    disk = new SmallDisk(0);
    await expect(pass(callOf(change, runtime))).rejects.toMatchObject({ code: "unavailable" });
    expect(ran).toBe(false);
    expect(await pass(callOf(reading, runtime))).toMatchObject({ kind: "content" });
    expect(JSON.stringify(log)).toContain("could not be recorded");
    audit.close();
  });

  it("records how a change ended that was begun while there was room", async () => {
    const audit = new AuditLog(file, { sync: false });
    const change = operationOf(async () => {
      disk = new SmallDisk(0);
      return textReply("changed");
    }, writing);
    expect(await pass(callOf(change, runtimeOf({ audit })))).toMatchObject({ kind: "content" });
    expect(lines().map(({ event, outcome }) => [event, outcome])).toEqual([
      ["started", undefined],
      ["ended", "succeeded"],
    ]);
    audit.close();
  });

  it("answers that a change was made whose end could not be recorded, and not to make it again", async () => {
    const audit = new AuditLog(file, { sync: false });
    const log = new MemoryLog();
    const change = operationOf(async () => {
      disk = new SmallDisk(-1_000_000);
      return textReply("changed");
    }, writing);
    await expect(pass(callOf(change, runtimeOf({ audit, log })))).rejects.toMatchObject({
      code: "internal",
      retryable: false,
      message: expect.stringContaining("This was done, and must not be done again"),
    });
    expect(lines().map(({ event }) => event)).toEqual(["started"]);
    expect(log.calls).toMatchObject([{ outcome: "succeeded", effect: "write" }]);
    audit.close();
  });
});
