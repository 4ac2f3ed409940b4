import { describe, expect, it } from "vitest";
import { PluginStand } from "./plugin-stand.ts";

describe("what a plan did", () => {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 200));

  async function withWork() {
    const stand = new PluginStand();
    const own = stand.person.createRectangle();
    stand.file.commitUndo();
    const { ids } = await stand.applied([
      { op: "create", type: "FRAME", ref: "$f" },
      { op: "set", node: own.id, props: { name: "Renamed" } },
    ]);
    await pause();
    return { stand, own, id: ids.$f ?? "" };
  }

  it("can be taken back after a person went on working elsewhere, and their work stays", async () => {
    const { stand, own } = await withWork();
    stand.person.createEllipse().x = 77;
    stand.file.commitUndo();
    await pause();
    const undone = await stand.ask({ type: "undo" });
    expect(undone).toMatchObject({ type: "result", value: { left: 0 } });
    const left = stand.person.currentPage.children.map(({ name, x }) => ({ name, x }));
    expect(left).toEqual([
      { name: "Rectangle", x: 0 },
      { name: "Ellipse", x: 77 },
    ]);
    expect(own.name).toBe("Rectangle");
  });

  it("is taken back, and not what a person did since to variables, styles and pages", async () => {
    const stand = new PluginStand();
    const { person } = stand;
    const theme = person.variables.createVariableCollection("Theme");
    const gap = person.variables.createVariable("gap", theme, "FLOAT");
    const accent = person.createPaintStyle();
    const page = person.createPage();
    stand.file.commitUndo();
    const ways: [() => void, () => unknown, unknown][] = [
      [() => gap.setValueForMode(theme.defaultModeId, 42), () => gap.valuesByMode[theme.defaultModeId], 42],
      [() => Object.assign(accent, { name: "Accent" }), () => accent.name, "Accent"],
      [() => Object.assign(page, { name: "Archive" }), () => page.name, "Archive"],
    ];
    for (const [change, now, then] of ways) {
      await stand.applied([{ op: "create", type: "FRAME" }]);
      await pause();
      change();
      stand.file.commitUndo();
      await stand.ask({ type: "undo" });
      expect(stand.person.currentPage.children).toHaveLength(0);
      expect(now()).toBe(then);
    }
  });

  it("on another page is taken back, and not what a person did on theirs just after", async () => {
    const stand = new PluginStand();
    const own = stand.person.createRectangle();
    const page = stand.person.createPage();
    stand.file.commitUndo();
    await stand.applied([{ op: "create", type: "FRAME" }], { page: page.id });
    own.name = "Mine";
    stand.file.commitUndo();
    await pause();
    await stand.ask({ type: "undo" });
    expect(page.children).toHaveLength(0);
    expect(own.name).toBe("Mine");
  });

  it("stays where a later plan rests on it, until that is taken back", async () => {
    const { stand, own } = await withWork();
    await stand.apply([{ op: "set", node: own.id, props: { x: 5 } }], {}, "edit-five");
    await stand.apply([{ op: "set", node: own.id, props: { x: 6 } }], {}, "edit-six");
    const undo = (edit: string) => stand.ask({ type: "undo", edit });
    const refused = await undo("edit-five");
    expect(refused).toMatchObject({ type: "failed", failure: { code: "conflict" } });
    expect(JSON.stringify(refused)).toContain("figma_undo with edit edit-six");
    expect(own.x).toBe(6);
    await undo("edit-six");
    await undo("edit-five");
    expect(own.x).toBe(0);
  });

  it("is taken back with all that came after it, as one step, whatever a person did to what they made", async () => {
    const { stand, own } = await withWork();
    const made = [{ op: "create", type: "FRAME", ref: "$card", props: { name: "Card" } }];
    const { ids } = await stand.applied(made, {}, "edit-making");
    const card = ids.$card ?? "";
    await stand.applied([{ op: "set", node: card, props: { name: "Card again" } }], {}, "edit-naming");
    const layer = stand.person.currentPage.children.find(({ id }) => id === card);
    if (layer !== undefined) layer.x = 400;
    stand.file.commitUndo();
    await pause();
    const steps = stand.file.history.length;
    const undone = await stand.ask({ type: "undo", edit: "edit-making", andLater: true });
    expect(undone).toMatchObject({
      type: "result",
      value: { edit: "edit-making", later: 1, left: 1, changes: [{ kind: "removed", node: card }] },
    });
    expect(stand.file.history.length).toBe(steps + 1);
    expect(stand.person.currentPage.children.map(({ id }) => id)).not.toContain(card);
    expect(own.name).toBe("Renamed");
  });

  it("stays with all that came after it where a person has put something into what they made", async () => {
    const { stand } = await withWork();
    const { ids } = await stand.applied([{ op: "create", type: "FRAME", ref: "$card" }], {}, "edit-making");
    await stand.applied([{ op: "set", node: ids.$card ?? "", props: { name: "Named" } }], {}, "edit-naming");
    const card = stand.person.currentPage.children.find(({ id }) => id === ids.$card);
    const words = stand.person.createText();
    if (card?.type === "FRAME") card.appendChild(words);
    stand.file.commitUndo();
    await pause();
    expect(await stand.ask({ type: "undo", edit: "edit-making", andLater: true })).toMatchObject({
      type: "failed",
      failure: { code: "conflict", message: expect.stringContaining("A person has worked on") },
    });
    expect(words.removed).toBe(false);
  });

  it("is taken back after another plan has failed", async () => {
    const { stand, own } = await withWork();
    const failing = [
      { op: "set", node: own.id, props: { x: 50 } },
      { op: "create", type: "VECTOR", path: "M 0 0 H 10" },
    ];
    expect(await stand.apply(failing)).toMatchObject({ type: "failed" });
    await stand.ask({ type: "undo" });
    expect(own).toMatchObject({ name: "Rectangle", x: 0 });
    expect(stand.person.currentPage.children).toHaveLength(1);
  });

  it("is taken back before what a person did between it and the plan after it", async () => {
    const { stand } = await withWork();
    stand.person.createEllipse();
    stand.file.commitUndo();
    await pause();
    await stand.applied([{ op: "create", type: "TEXT" }]);
    const types = () => stand.person.currentPage.children.map(({ type }) => type);
    expect(types()).toEqual(["RECTANGLE", "FRAME", "ELLIPSE", "TEXT"]);
    await stand.ask({ type: "undo" });
    expect(types()).toEqual(["RECTANGLE", "FRAME", "ELLIPSE"]);
    await pause();
    await stand.ask({ type: "undo" });
    expect(types()).toEqual(["RECTANGLE", "ELLIPSE"]);
  });

  it("stays where a person has worked on the same layer since", async () => {
    const { stand, own } = await withWork();
    own.x = 77;
    await pause();
    expect(await stand.ask({ type: "undo" })).toMatchObject({ type: "failed", failure: { code: "conflict" } });
    expect(own).toMatchObject({ name: "Renamed", x: 77 });
  });
});
