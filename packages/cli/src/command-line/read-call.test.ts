import { describe, expect, it } from "vitest";
import type { Command } from "./command.ts";
import { oldNode } from "./old-node.ts";
import { readCall } from "./read-call.ts";

const command: Command = {
  name: "sweep",
  operands: "<room>",
  description: "Sweep",
  rest: "Options of the broom",
  flags: [
    { name: "broom", placeholder: "<name>", description: "Which" },
    { name: "under", placeholder: "<names>", description: "What", repeatable: true },
    { name: "dry-run", description: "Do not" },
  ],
  examples: [],
  run: async () => 0,
};

describe("a command as it was called", () => {
  it("has operands, flags in both ways of writing them, and what stands behind --", () => {
    const call = readCall(command, [
      "hall",
      "--broom=old",
      "--under",
      "a,b",
      "--under",
      "c",
      "--dry-run",
      "--",
      "--x",
      "--",
      "y",
    ]);
    expect(call.operands).toEqual(["hall"]);
    expect(call.text("broom")).toBe("old");
    expect(call.list("under")).toEqual(["a", "b", "c"]);
    expect(call.texts("under")).toEqual(["a,b", "c"]);
    expect([call.has("dry-run"), call.has("broom"), call.has("other")]).toEqual([true, true, false]);
    expect(call.rest).toEqual(["--x", "--", "y"]);
  });

  it.each([
    [["--brom", "x"], "unknown option --brom; did you mean --broom?"],
    [["--zzzzzz"], "unknown option --zzzzzz"],
    [["--broom"], "--broom needs a value: --broom <name>"],
    [["--broom", "--dry-run"], "one that begins with a dash is written --broom=--dry-run"],
    [["--dry-run=yes"], "--dry-run takes no value"],
    [["--broom", "a", "--broom", "b"], "--broom is given twice"],
  ])("is refused as %j", (words, problem) => expect(() => readCall(command, words)).toThrow(problem));

  it("takes nothing behind -- where the command does not", () => {
    const { rest: _rest, ...strict } = command;
    expect(() => readCall(strict, ["--", "x"])).toThrow("sweep takes nothing behind --");
  });

  it("takes no operand where the command has none", () => {
    expect(() => readCall({ ...command, operands: "" }, ["hall"])).toThrow('sweep takes no "hall"');
  });
});

describe("an old Node", () => {
  it.each(["18.20.4", "20.18.3"])("%s is told of in one line", (version) => {
    expect(oldNode(version)).toMatch(
      new RegExp(`^this is Node ${version}, and Drawbridge needs 20\\.19 or later: .+$`),
    );
  });

  it.each(["20.19.0", "22.0.0", "26.1.0"])("%s is none", (version) => expect(oldNode(version)).toBeUndefined());
});
