import { expect, it } from "vitest";
import type { Change } from "../results.ts";
import { editWords } from "./edit-words.ts";

const change = (kind: Change["kind"], name: string, nodeType = "FRAME"): Change => ({
  node: "1:2",
  kind,
  name,
  nodeType,
});

it("names the first of many, and tells what was done to the others", () => {
  const made = ["Settings", "Header", "List"].map((name) => change("created", name));
  expect(editWords({ changes: [...made, change("removed", "Old", "TEXT")] })).toBe(
    "Made the frame “Settings” and 2 more, removed the text “Old”.",
  );
});

it("names both of two, on one line, however long their names are", () => {
  const changes = [change("changed", "a\nb"), change("changed", "x".repeat(100), "COMPONENT_SET")];
  expect(editWords({ changes })).toBe(`Changed the frame “a b” and the component set “${"x".repeat(39)}…”.`);
});

it("says so where nothing changed, or more than is told", () => {
  expect(editWords({ changes: [] })).toBe("Changed nothing.");
  expect(editWords({ changes: [change("created", "A")], moreChanges: 7 })).toBe(
    "Made the frame “A”, and 7 further changes.",
  );
});
