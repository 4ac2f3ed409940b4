import { describe, expect, it } from "vitest";
import { duration } from "./duration.ts";

describe("duration", () => {
  it.each([
    ["500ms", 500],
    ["55s", 55_000],
    ["2m", 120_000],
    ["1.5h", 5_400_000],
    ["24h", 86_400_000],
    ["1ms", 1],
  ])("reads %s", (text, milliseconds) => {
    expect(duration.parse(text)).toBe(milliseconds);
  });

  it.each([
    "",
    "55",
    "soon",
    "-1s",
    "0s",
    "0.1ms",
    "25h",
    "1d",
    "1 s",
    "1s ",
    "1S",
    "1e3s",
    "Infinitys",
    "9".repeat(99),
  ])("refuses %j", (text) => {
    expect(duration.safeParse(text).success).toBe(false);
  });
});
