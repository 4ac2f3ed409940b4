import { describe, expect, it } from "vitest";
import { PluginStand } from "./plugin-stand.ts";

const card = [
  {
    op: "create",
    type: "FRAME",
    ref: "$card",
    props: { name: "Card", layout: { mode: "VERTICAL", gap: 8, padding: 16 }, fills: ["#ffffff"], corners: 12 },
  },
  {
    op: "create",
    type: "TEXT",
    parent: "$card",
    ref: "$title",
    props: { text: { characters: "Settings", size: 20, style: "Bold" } },
  },
  {
    op: "create",
    type: "RECTANGLE",
    parent: "$card",
    props: { height: 2, placement: { horizontal: "FILL" }, fills: ["#e5e5e5"] },
  },
];

describe("the plugin's built code in a simulated Figma", () => {
  it("says who it is when its window asks", async () => {
    const stand = new PluginStand({ name: "Settings", key: "abc" });
    stand.post({ type: "opened" });
    const { hello, settings } = await stand.heard("ready");
    expect(hello).toMatchObject({ file: { key: "abc", name: "Settings" }, editor: "figma", page: { id: "0:1" } });
    expect(hello.operations).toContain("create");
    expect(settings).toEqual({ askBeforeRemoving: true });
  });

  it("applies three operations as one step for undo", async () => {
    const stand = new PluginStand();
    const { ids, changes, roots } = await stand.applied(card);
    const [frame] = stand.person.currentPage.children;
    expect(frame).toMatchObject({
      name: "Card",
      type: "FRAME",
      id: ids.$card,
      layoutMode: "VERTICAL",
      cornerRadius: 12,
    });
    expect(roots).toEqual([ids.$card]);
    expect(changes.map(({ kind, nodeType }) => `${kind} ${nodeType}`)).toEqual([
      "created FRAME",
      "created TEXT",
      "created RECTANGLE",
    ]);
    expect(stand.file.history.length).toBe(1);
    const undone = await stand.ask({ type: "undo" });
    expect(undone.type).toBe("result");
    expect(stand.person.currentPage.children).toHaveLength(0);
  });
});
