import { describe, expect, it } from "vitest";
import { compareLocks } from "./compare-locks.ts";
import type { DefinitionsLock } from "./definitions-lock.ts";

const lock: DefinitionsLock = {
  version: 1,
  connector: "shelf",
  title: "aa",
  instructions: "bb",
  tools: { shelf_read: "cc", shelf_put: "dd" },
  resources: { note: "ee" },
  prompts: { review: "ff" },
};
const none = { added: [], removed: [], changed: [] };

describe("compareLocks", () => {
  it("finds nothing between equal locks, in whatever order their entries stand", () => {
    expect(compareLocks(lock, { ...lock, tools: { shelf_put: "dd", shelf_read: "cc" } })).toEqual(none);
  });

  it.each<[string, Partial<DefinitionsLock>, object]>([
    ["a tool that came", { tools: { ...lock.tools, shelf_burn: "00" } }, { added: ["tool shelf_burn"] }],
    ["a tool that went", { tools: { shelf_read: "cc" } }, { removed: ["tool shelf_put"] }],
    ["a tool that changed", { tools: { ...lock.tools, shelf_read: "00" } }, { changed: ["tool shelf_read"] }],
    ["a resource that changed", { resources: { note: "00" } }, { changed: ["resource note"] }],
    ["a prompt that changed", { prompts: { review: "00" } }, { changed: ["prompt review"] }],
    ["instructions that changed", { instructions: "00" }, { changed: ["instructions"] }],
    ["instructions that went", { instructions: null }, { removed: ["instructions"] }],
    ["a title that changed", { title: "00" }, { changed: ["title"] }],
    ["another connector", { connector: "board" }, { changed: ["connector"] }],
    [
      "a name that was given to another kind",
      { resources: {}, prompts: { ...lock.prompts, note: "ee" } },
      { added: ["prompt note"], removed: ["resource note"] },
    ],
  ])("names %s", (_, change, difference) => {
    expect(compareLocks(lock, { ...lock, ...change })).toEqual({ ...none, ...difference });
  });

  it("names entries that are called like an object's own members", () => {
    const tools = JSON.parse('{"__proto__":"00","constructor":"11"}');
    expect(compareLocks({ ...lock, tools: {} }, { ...lock, tools })).toEqual({
      ...none,
      added: ["tool __proto__", "tool constructor"],
    });
  });
});
