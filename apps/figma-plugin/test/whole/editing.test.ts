import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Connector } from "./connector.ts";
import { OpenFigma } from "./open-figma.ts";

let connector: Connector;
const open: OpenFigma[] = [];
beforeEach(() => {
  connector = new Connector();
});
afterEach(async () => {
  for (const figma of open.splice(0)) figma.close();
  await connector.close();
}, 60_000);

function opened(options: ConstructorParameters<typeof OpenFigma>[0] = {}) {
  const figma = new OpenFigma({ name: "Settings", key: "abcdefghij0123456789", ...options }).run();
  open.push(figma);
  return figma;
}

const card = [
  {
    op: "create",
    type: "FRAME",
    ref: "$card",
    props: { name: "Card", layout: { mode: "VERTICAL", gap: 8, padding: 16 }, fills: ["#ffffff"] },
  },
  {
    op: "create",
    type: "TEXT",
    parent: "$card",
    ref: "$title",
    props: { name: "Title", text: { characters: "Hello", size: 20 }, fills: ["#eeeeee"] },
  },
];

describe("from the host to the open file and back", { timeout: 60_000 }, () => {
  it("pairs by the code, edits, reads, is refused where a person changed something, and undoes", async () => {
    const host = await connector.host();
    const figma = opened();
    await figma.pair((await host.callTool("figma_selection")).text);

    const made = await host.callTool("figma_edit", { operations: card });
    expect(made.text).toMatch(/Ids: \$card \d+:\d+, \$title \d+:\d+/);
    expect(made.text).toMatch(/contrast .*Title/);
    expect(made.media?.[0]?.mimeType).toBe("image/png");
    const [frame] = figma.person.currentPage.children;
    expect(frame).toMatchObject({ name: "Card", layoutMode: "VERTICAL" });
    expect(figma.shown?.log[0]?.words).toBe("Made the frame “Card” and the text “Title”.");

    const id = frame?.id ?? "";
    const etag = new RegExp(`Etags: ${id} (\\S+)`).exec(made.text)?.[1] ?? "";
    expect((await host.callTool("figma_canvas")).text).toContain(`FRAME ${id} "Card"`);
    expect((await host.callTool("figma_focus", { nodes: [id] })).text).toContain("Card");
    expect((await host.callTool("figma_selection")).text).toContain("Card");

    if (frame !== undefined) frame.name = "Moved by a person";
    figma.person.commitUndo();
    const rename = [{ op: "set", node: id, props: { name: "Panel" } }];
    const refused = await host.callTool("figma_edit", { operations: rename, if_match: { [id]: etag } });
    expect(refused.isError).toBe(true);
    expect(refused.text).toMatch(/^conflict: /);
    expect(refused.text).toContain("Moved by a person");
    // What was there before is compared with what is there now, and nothing else.
    expect(refused.text).not.toMatch(/removed|added|retokenised/);
    expect(frame?.name).toBe("Moved by a person");

    const tried = await host.callTool("figma_edit", { operations: rename, dry_run: true });
    expect(tried.text).toMatch(/Would change: ~ FRAME .*Moved by a person.*Panel/);
    expect(frame?.name).toBe("Moved by a person");

    await host.callTool("figma_edit", { operations: rename });
    expect(frame?.name).toBe("Panel");
    expect((await host.callTool("figma_undo")).text).toMatch(/~ FRAME .*Panel.*Moved by a person/);
    expect(frame?.name).toBe("Moved by a person");
    expect(figma.shown?.log[0]?.words).toMatch(/^Took an edit back/);
    expect(figma.errors).toEqual([]);
  });

  it("tells the host how far a long plan is", async () => {
    const host = await connector.host();
    const figma = opened();
    await figma.pair((await host.callTool("figma_selection")).text);
    const operations = Array.from({ length: 2000 }, (_, index) => ({
      ...{ op: "create", type: "RECTANGLE" },
      props: { name: `Tile ${index}`, x: index * 10 },
    }));
    const told: { progress: number; total?: number | undefined }[] = [];
    const { isError, text } = await host.callTool(
      "figma_edit",
      { operations },
      { onProgress: (one) => told.push(one) },
    );
    expect(isError, text).toBe(false);
    expect(figma.person.currentPage.children).toHaveLength(2000);
    const done = told.map(({ progress }) => progress);
    // On the way and at the end; how often in between is a matter of how long the plan takes.
    expect(done.length).toBeGreaterThan(1);
    expect(done).toEqual([...new Set(done)].sort((one, other) => one - other));
    await host.callTool("figma_undo");
    expect(figma.person.currentPage.children).toHaveLength(0);
  });

  it("tells the caller at once that the plugin was closed in the middle of a plan, which is rolled back when it returns", async () => {
    const host = await connector.host();
    const figma = opened();
    await figma.pair((await host.callTool("figma_selection")).text);
    const [before, plan] = [figma.person.currentPage.children.length, many(2_000)];
    const edited = host.callTool("figma_edit", { operations: plan });
    await expect
      .poll(() => figma.person.currentPage.children.length, { timeout: 30_000, interval: 1 })
      .toBeGreaterThan(before);
    figma.close();
    const { text, isError } = await edited;
    expect(isError).toBe(true);
    expect(text).toMatch(/The plugin was closed before it had said that the plan is applied/);
    const again = new OpenFigma({}, figma.storage, figma.file).run();
    open.push(again);
    await again.reaches("connected");
    expect(again.person.currentPage.children).toHaveLength(before);
    expect(again.shown?.log.map(({ words }) => words).join()).toMatch(/rolled back/i);
    expect((await host.callTool("figma_canvas")).text).toContain("The page is empty.");
  });

  it("comes back to a connector that was killed in the middle of a plan, which is applied once or not at all", async () => {
    const killed = await connector.server();
    const figma = opened();
    const told = await killed.request("tools/call", { name: "figma_selection", arguments: {} });
    await figma.pair(JSON.stringify(told.result));
    const edited = killed
      .request("tools/call", { name: "figma_edit", arguments: { operations: many(1_000) } })
      .catch(() => undefined);
    await expect
      .poll(() => figma.person.currentPage.children.length, { timeout: 30_000, interval: 1 })
      .toBeGreaterThan(0);
    killed.kill("SIGKILL");
    await edited;
    await expect.poll(() => figma.shown?.state.kind, { timeout: 10_000 }).toBe("searching");
    const host = await connector.host();
    await figma.reaches("connected");
    const { text, isError } = await host.callTool("figma_edit", { operations: card });
    expect(isError, text).toBe(false);
    expect([1, 1_001]).toContain(figma.person.currentPage.children.length);
    await host.callTool("figma_undo");
    expect([0, 1_000]).toContain(figma.person.currentPage.children.length);
  });

  it("asks again after a broken connection, and does nothing twice", async () => {
    const host = await connector.host();
    const figma = opened();
    await figma.pair((await host.callTool("figma_selection")).text);
    const applying: string[] = [];
    figma.onAsked = (message) => {
      if (message.type !== "request" || message.request.type !== "apply") return;
      applying.push(message.request.key);
      if (applying.length === 1) figma.break();
    };
    const edited = host.callTool("figma_edit", { operations: many(300) });
    const { text, isError } = await edited;
    expect(isError, text).toBe(false);
    expect(figma.person.currentPage.children).toHaveLength(300);
    expect(applying).toHaveLength(2);
    expect(new Set(applying).size).toBe(1);
  });

  it("asks the person before anything is removed, and tells the host that they kept it", async () => {
    const host = await connector.host();
    const figma = opened();
    await figma.pair((await host.callTool("figma_selection")).text);
    await host.callTool("figma_edit", { operations: card });
    const nodes = [figma.person.currentPage.children[0]?.id];
    const kept = host.callTool("figma_edit", { operations: [{ op: "remove", nodes }] });
    await expect
      .poll(() => figma.shown?.asking?.removals, { timeout: 10_000 })
      .toMatchObject([{ name: "Card", inside: 1 }]);
    figma.session.answer(false);
    expect((await kept).text).toMatch(/does not want these layers removed/);
    figma.session.askBeforeRemoving(false);
    expect((await host.callTool("figma_edit", { operations: [{ op: "remove", nodes }] })).text).toMatch(/- FRAME/);
    expect(figma.person.currentPage.children).toHaveLength(0);
  });

  it("tells a host that subscribed to a node when a person changes it, and no other", async () => {
    const host = await connector.host();
    const figma = opened();
    await figma.pair((await host.callTool("figma_selection")).text);
    await host.callTool("figma_edit", { operations: [...card, ...many(1)] });
    const [frame, box] = figma.person.currentPage.children;
    let [frameChanged, boxChanged] = [0, 0];
    await host.subscribe(`figma://open/nodes/${frame?.id}`, () => (frameChanged += 1));
    await host.subscribe(`figma://open/nodes/${box?.id}`, () => (boxChanged += 1));
    if (frame?.type !== "FRAME" || frame.children[0] === undefined) throw new Error("There is no card");
    frame.children[0].name = "Renamed inside";
    await expect.poll(() => frameChanged, { timeout: 10_000 }).toBe(1);
    expect(boxChanged).toBe(0);
    expect((await host.callTool("figma_read", { file: "open" })).text).toContain("Renamed inside");
  });

  it("goes by what is granted: without write nothing is edited, and open files are looked at with --bridge alone", async () => {
    const figma = opened();
    const looking = await connector.host(["--bridge"]);
    expect((await looking.listTools()).map(({ name }) => name)).not.toContain("figma_edit");
    await figma.pair((await looking.callTool("figma_selection")).text);
    expect((await looking.callTool("figma_canvas")).text).toContain("The page is empty.");
    const reading = await connector.host([]);
    expect((await reading.callTool("figma_canvas")).text).toMatch(/Start it with --bridge/);
  });
});

function many(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    op: "create",
    type: "RECTANGLE",
    props: { name: `Box ${at}`, x: at, width: 10, height: 10 },
  }));
}
