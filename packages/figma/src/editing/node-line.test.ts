import { expect, it } from "vitest";
import { nodeLine } from "./node-line.ts";

it("tells a node in one line, whatever its name has in it", () => {
  const box = { x: 40.128, y: -8, width: 320, height: 200 };
  const node = { id: "12:34", name: "Card\n“1”", type: "FRAME", path: ["Page 1", "Screen"], box, children: 1 };
  expect(nodeLine(node)).toBe('FRAME 12:34 "Card\\n“1”" 320×200 at 40.13,-8 in Page 1 › Screen, 1 child');
});

it("leaves out what is not known", () => {
  expect(nodeLine({ id: "0:1", name: "Page 1", type: "PAGE", path: [] })).toBe('PAGE 0:1 "Page 1"');
});
