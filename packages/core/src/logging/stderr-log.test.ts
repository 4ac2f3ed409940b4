import { describe, expect, it } from "vitest";
import { Redactor } from "../redaction/redactor.ts";
import type { LogLevel } from "./log.ts";
import { StderrLog } from "./stderr-log.ts";

const levels: readonly LogLevel[] = ["fatal", "error", "warn", "info", "debug", "trace"];
const logAt = (level: LogLevel | "silent") =>
  new StderrLog({ name: "shelf", level, format: "json", redactor: new Redactor() });

describe("StderrLog", () => {
  it.each(levels.map((level, index) => [level, levels.slice(0, index + 1)] as const))(
    "at level %s writes only %j",
    (level, enabled) => {
      const log = logAt(level);
      expect(levels.filter((candidate) => log.enabled(candidate))).toEqual(enabled);
    },
  );

  it("writes nothing when it is silent", () => {
    const log = logAt("silent");
    expect(levels.filter((level) => log.enabled(level))).toEqual([]);
  });

  it("is flushed at once when nothing was written", async () => {
    await expect(logAt("trace").flush()).resolves.toBeUndefined();
    const quiet = logAt("error");
    quiet.write("info", { event: "test" });
    await expect(quiet.flush()).resolves.toBeUndefined();
  });
});
