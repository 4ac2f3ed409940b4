import { describe, expect, it } from "vitest";
import { longList } from "./long-list.ts";
import { PluginStand } from "./plugin-stand.ts";

describe("a long plan", () => {
  it("of 2,000 operations gives way, tells how far it is, and is one step for undo", { timeout: 60_000 }, async () => {
    const stand = new PluginStand();
    const { changes, ids } = await stand.applied(longList(2_000));
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
    void stand.apply([{ op: "set", node: before.id, props: { name: "After" } }, ...longList(1_999)]);
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

  it("is left to the window that applies it, where another one is opened meanwhile", { timeout: 60_000 }, async () => {
    const stand = new PluginStand();
    const reply = stand.apply(longList(2_000));
    while (stand.person.root.getPluginDataKeys().length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const other = new PluginStand({}, stand.file);
    other.post({ type: "opened" });
    expect((await other.heard("ready")).rolledBack).toBeUndefined();
    expect(await reply).toMatchObject({ type: "result" });
    expect(stand.person.currentPage.children[0]).toMatchObject({ children: { length: 1_999 } });
    expect(stand.person.root.getPluginDataKeys()).toEqual([]);
  });

  it("leaves nothing where its way back was taken out of the document meanwhile", { timeout: 60_000 }, async () => {
    const stand = new PluginStand();
    const reply = stand.apply(longList(2_000));
    const { root } = stand.person;
    while (root.getPluginDataKeys().length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    for (const key of root.getPluginDataKeys()) root.setPluginData(key, "");
    expect(await reply).toMatchObject({ type: "failed", failure: { code: "conflict", rolledBack: true } });
    expect(stand.person.currentPage.children).toHaveLength(0);
    expect(root.getPluginDataKeys()).toEqual([]);
  });

  it("takes back a text that is longer than Figma keeps under one name", async () => {
    const stand = new PluginStand();
    const text = stand.person.createText();
    const characters = "Zeile für Zeile 🪁 ".repeat(6_000);
    text.characters = characters;
    stand.file.commitUndo();
    const shorten = { op: "set", node: text.id, props: { text: { characters: "Short", style: "Bold" } } };
    await stand.applied([shorten]);
    expect(text.characters).toBe("Short");
    const failing = await stand.apply([
      { ...shorten, props: { text: { characters: "Shorter" } } },
      { op: "create", type: "VECTOR", path: "M 0 0 H 10" },
    ]);
    expect(failing).toMatchObject({ type: "failed", failure: { rolledBack: true } });
    expect(text.characters).toBe("Short");
    await stand.ask({ type: "undo" });
    expect(text.characters === characters).toBe(true);
  });

  it("is rolled back when it is cancelled", { timeout: 60_000 }, async () => {
    const stand = new PluginStand();
    const reply = stand.apply(longList(2_000), {}, "long-plan");
    while (!stand.messages.some((message) => message.type === "reply" && message.reply.type === "progress")) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    stand.post({ type: "request", request: { type: "cancel", key: "long-plan" } });
    expect(await reply).toMatchObject({ type: "failed", failure: { code: "cancelled", rolledBack: true } });
    expect(stand.person.currentPage.children).toHaveLength(0);
  });
});
