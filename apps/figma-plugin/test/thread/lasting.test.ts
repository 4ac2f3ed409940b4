import { describe, expect, it } from "vitest";
import { PluginStand } from "./plugin-stand.ts";

const many = (count: number) => [
  { op: "create", type: "FRAME", ref: "$list", props: { name: "List", layout: { mode: "VERTICAL", gap: 2 } } },
  ...Array.from({ length: count - 1 }, (_, i) => ({
    op: "create",
    type: "RECTANGLE",
    parent: "$list",
    props: { name: `Row ${i}`, height: 4, fills: ["#336699"] },
  })),
];

describe("a long plan", () => {
  it("of 2,000 operations gives way, tells how far it is, and is one step for undo", { timeout: 60_000 }, async () => {
    const stand = new PluginStand();
    const { changes, ids } = await stand.applied(many(2_000));
    expect(changes).toHaveLength(2_000);
    const progress = stand.messages.flatMap((message) =>
      message.type === "reply" && message.reply.type === "progress" ? [message.reply.done] : [],
    );
    expect(progress.length).toBeGreaterThan(1);
    expect(progress).toEqual([...progress].sort((one, other) => one - other));
    expect(stand.file.history.length).toBe(1);
    const list = await stand.person.getNodeByIdAsync(ids.$list ?? "");
    expect(list).toMatchObject({ height: 1_999 * 4 + 1_998 * 2 });
    await stand.ask({ type: "undo" });
    expect(stand.person.currentPage.children).toHaveLength(0);
  });

  it("is rolled back by the next run when the plugin is closed in the middle of it", { timeout: 60_000 }, async () => {
    const stand = new PluginStand();
    const before = stand.person.createFrame();
    before.name = "Before";
    stand.file.commitUndo();
    void stand.apply([{ op: "set", node: before.id, props: { name: "After" } }, ...many(1_999)]);
    while (!stand.messages.some((message) => message.type === "reply" && message.reply.type === "progress")) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    stand.plugin.close();
    expect(before.name).toBe("After");
    expect(stand.person.currentPage.children).toHaveLength(2);
    stand.reopen();
    stand.post({ type: "opened" });
    const { rolledBack } = await stand.heard("ready");
    expect(rolledBack).toContain("rolled back");
    expect(before.name).toBe("Before");
    expect(stand.person.currentPage.children.map(({ name }) => name)).toEqual(["Before"]);
    expect(stand.person.root.getPluginDataKeys()).toEqual([]);
  });

  it("is rolled back when it is cancelled", { timeout: 60_000 }, async () => {
    const stand = new PluginStand();
    const reply = stand.apply(many(2_000), {}, "long-plan");
    while (!stand.messages.some((message) => message.type === "reply" && message.reply.type === "progress")) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    stand.post({ type: "request", request: { type: "cancel", key: "long-plan" } });
    expect(await reply).toMatchObject({ type: "failed", failure: { code: "cancelled", rolledBack: true } });
    expect(stand.person.currentPage.children).toHaveLength(0);
  });
});

describe("a plan that comes twice", () => {
  const one = [{ op: "create", type: "RECTANGLE", ref: "$r" }];

  it("is done once and answered twice", async () => {
    const stand = new PluginStand();
    const [first, second] = await Promise.all([stand.apply(one, {}, "same-key-1"), stand.apply(one, {}, "same-key-1")]);
    expect(first.type).toBe("result");
    expect(second).toEqual(first);
    expect(stand.person.currentPage.children).toHaveLength(1);
  });

  it("is not done again by a plugin that was closed in between", async () => {
    const stand = new PluginStand();
    const first = await stand.apply(one, {}, "same-key-2");
    stand.plugin.close();
    stand.reopen();
    expect(await stand.apply(one, {}, "same-key-2")).toEqual(first);
    expect(stand.person.currentPage.children).toHaveLength(1);
  });
});

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

describe("a dry run", () => {
  it("tells what would change and leaves the file as it is", async () => {
    const stand = new PluginStand();
    const { ids } = await stand.applied(many(3));
    const before = stand.file.history.length;
    const { changes } = await stand.applied(
      [{ op: "set", node: ids.$list, props: { layout: { gap: 20 }, name: "Spaced" } }],
      {
        dryRun: true,
      },
    );
    expect(changes).toEqual([
      {
        node: ids.$list,
        name: "List",
        nodeType: "FRAME",
        kind: "changed",
        properties: { name: { before: "List", after: "Spaced" }, itemSpacing: { before: 2, after: 20 } },
      },
    ]);
    expect(stand.person.currentPage.children[0]?.name).toBe("List");
    expect(stand.file.history.length).toBe(before);
  });

  it("breaks the rules that the plan itself would break", async () => {
    const stand = new PluginStand();
    const { ids } = await stand.applied([
      { op: "create", type: "FRAME", ref: "$f" },
      { op: "create", type: "TEXT", parent: "$f", ref: "$t" },
    ]);
    const reply = await stand.apply([{ op: "set", node: ids.$t, props: { placement: { vertical: "FILL" } } }], {
      dryRun: true,
    });
    expect(reply).toMatchObject({ type: "failed", failure: { rule: "FILL only inside auto layout", operation: 0 } });
  });
});

describe("changes of the file", () => {
  it("are told with who made them", async () => {
    const stand = new PluginStand();
    await stand.applied([{ op: "create", type: "FRAME", ref: "$f" }]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const [node] = stand.person.currentPage.children;
    if (node) node.x = 5;
    await new Promise((resolve) => setTimeout(resolve, 200));
    const told = stand.messages.flatMap((message) =>
      message.type === "reply" && message.reply.type === "changed" ? [message.reply] : [],
    );
    expect(told.map(({ origin }) => origin)).toEqual(["plan", "person"]);
    expect(told[1]?.nodes).toEqual([{ id: node?.id, kind: "changed", within: ["0:1"] }]);
  });
});
