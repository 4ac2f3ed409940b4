import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("process/write-log.mjs", import.meta.url));

function start(...argv: string[]): ChildProcess {
  return spawn(process.execPath, [script, ...argv], { stdio: ["ignore", "pipe", "pipe"] });
}

async function linesOf(...argv: string[]): Promise<string[]> {
  const child = start(...argv);
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  child.stdout?.resume();
  await once(child, "close");
  return text.split("\n").filter((line) => line !== "");
}

describe.concurrent("StderrLog in a process of its own", () => {
  it("writes one JSON object a line, in the order of the events, with the time of each", async () => {
    const lines = (await linesOf("debug", "json", "3", "hello")).map((line) => JSON.parse(line));
    expect(lines).toHaveLength(10);
    expect(lines[0]).toMatchObject({ name: "shelf", event: "test", text: "hello", line: 0, time: expect.any(Number) });
    expect(lines.map(({ line }) => line)).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, undefined]);
  });

  it("writes an error with its stack", async () => {
    const [line = ""] = await linesOf("error", "json", "0", "x");
    expect(JSON.parse(line)).toMatchObject({
      err: { message: "refused x", stack: expect.stringContaining("write-log") },
    });
  });

  it("leaves out what is below its level", async () => {
    expect(await linesOf("info", "json", "1", "x")).toHaveLength(3);
    expect(await linesOf("silent", "json", "1", "x")).toEqual([]);
  });

  it.each(["json", "pretty"])("lets no secret out as %s, in whatever field", async (format) => {
    const text = (await linesOf("debug", format, "2", "the key is open-sesame")).join("\n");
    expect(text).toMatch(/⟦redacted configured secret [0-9a-f]{8}⟧/);
    expect(text).not.toContain("open-sesame");
  });

  it("writes nothing to the other stream, which is the protocol's", async () => {
    const child = start("debug", "json", "3", "x");
    let text = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      text += chunk;
    });
    child.stderr?.resume();
    await once(child, "close");
    expect(text).toBe("");
  });

  it("keeps no more than a megabyte that nobody reads, and drops the rest", async () => {
    const child = start("debug", "json", "20000", "x".repeat(100), "report");
    let kept = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      kept += chunk;
    });
    await once(child, "exit");
    expect(Number(kept)).toBeGreaterThan(900_000);
    expect(Number(kept)).toBeLessThan(1_100_000);
  });

  it("does not keep the process when nobody reads what it writes", async () => {
    const child = start("debug", "json", "20000", "x".repeat(100));
    child.stdout?.resume();
    const [code] = (await once(child, "exit")) as [number | null];
    expect(code).toBe(0);
  });
});
