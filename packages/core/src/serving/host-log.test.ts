import type { ServerContext } from "@modelcontextprotocol/server";
import { describe, expect, it } from "vitest";
import { hostLog } from "./host-log.ts";

function logOf(delivery = async () => {}) {
  const lines: Array<readonly [string, string]> = [];
  const log = (level: string, text: string) => {
    lines.push([level, text]);
    return delivery();
  };
  return { lines, tell: hostLog({ mcpReq: { log } } as unknown as ServerContext) };
}

describe("hostLog", () => {
  it("sends a line with its level", () => {
    const { lines, tell } = logOf();
    tell("warning", "Half of it is missing.");
    expect(lines).toEqual([["warning", "Half of it is missing."]]);
  });

  it("sends the first 64 lines of a call, and cuts long ones", () => {
    const { lines, tell } = logOf();
    for (let line = 0; line < 1000; line += 1) tell("info", "x".repeat(10_000));
    expect(lines).toHaveLength(64);
    expect(lines[0]?.[1]).toBe(`${"x".repeat(4096)} … (cut)`);
  });

  it("does not fail a call because the host is gone", async () => {
    const { tell } = logOf(async () => {
      throw new Error("closed");
    });
    expect(() => tell("info", "Hello?")).not.toThrow();
    await new Promise((resolve) => setImmediate(resolve));
  });
});
