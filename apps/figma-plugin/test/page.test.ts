import { fileURLToPath } from "node:url";
import type { PageMessage, ThreadMessage } from "@drawbridge/figma/bridge";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { bridgeStand } from "../../../packages/figma/test/stand/bridge-stand.ts";
import { chromium, launchChromium, needsChromium } from "./chromium.ts";
import { figmaWindow } from "./figma-window.ts";

const hello = {
  version: "1.0.0",
  instance: "instance-of-a-page",
  file: { key: "file-1", name: "Settings" },
  page: { id: "0:1", name: "Page 1" },
  editor: "figma" as const,
  operations: ["create", "remove"],
};

const applied = {
  ids: { card: "1:2" },
  changes: [{ node: "1:2", name: "Card", nodeType: "FRAME", kind: "created" as const }],
  roots: ["1:2"],
  hashes: {},
  took: 1,
};

/** A main thread that applies every plan, and asks first where it would remove something. */
function thread(message: PageMessage): ThreadMessage[] {
  if (message.type === "opened") return [{ type: "ready", hello, settings: { askBeforeRemoving: true }, pairings: [] }];
  if (message.type === "request" && message.request.type === "apply") {
    const { key, plan } = message.request;
    if (plan.operations[0]?.kind !== "remove")
      return [{ type: "reply", reply: { type: "result", key, value: applied } }];
    const removals = [{ id: "1:2", name: "Card", type: "FRAME", inside: 4 }];
    return [{ type: "ask", ask: key, removals, more: 2 }];
  }
  if (message.type === "answer" && !message.allowed) {
    const failure = { code: "refused" as const, message: "The person kept the layers." };
    return [{ type: "reply", reply: { type: "failed", key: message.ask, failure } }];
  }
  if (message.type === "answer")
    return [{ type: "reply", reply: { type: "result", key: message.ask, value: applied } }];
  return [];
}

const plan = (kind: string) => ({ operations: [{ kind }], dryRun: false });

describe.skipIf(chromium === undefined)(`the plugin's page in a browser${needsChromium}`, { timeout: 60_000 }, () => {
  const stand = bridgeStand();
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, 60_000);
  afterAll(() => browser?.close());
  afterEach(() => stand.close());

  async function opened() {
    const bridge = await stand.openFixed();
    const window = await figmaWindow(browser, { thread });
    return { bridge, ...window };
  }

  it("pairs by the code that is typed, with the keyboard alone, and keeps the pairing", async () => {
    const { bridge, page, ui, told, close } = await opened();
    await ui.getByRole("textbox", { name: "Pairing code" }).waitFor();
    await ui.getByRole("textbox", { name: "Pairing code" }).focus();
    await page.keyboard.type(`${bridge.code[0]}-wrong`);
    await page.keyboard.press("Enter");
    await ui.getByText("That is not the code.").waitFor();
    expect(await ui.getByRole("textbox", { name: "Pairing code" }).getAttribute("aria-invalid")).toBe("true");
    await page.keyboard.press("Control+A");
    await page.keyboard.type(bridge.code.toLowerCase());
    await page.keyboard.press("Enter");
    await ui.getByText("Your AI application can change “Settings”.").waitFor();
    expect(await ui.getByRole("status").textContent()).toBe("Connected");
    expect(bridge.channels.map(({ file }) => file.name)).toEqual(["Settings"]);
    await expect
      .poll(() => told.find(({ type }) => type === "pairings"))
      .toMatchObject({ pairings: [{ port: bridge.port }] });
    await close();
  });

  it("tells of edits in words, refuses them while it is paused, and goes on", async () => {
    const { bridge, ui, close } = await opened();
    await ui.getByRole("textbox", { name: "Pairing code" }).fill(bridge.code);
    await ui.getByRole("button", { name: "Pair", exact: true }).click();
    await ui.getByText("Your AI application can change").waitFor();
    const [channel] = bridge.channels;
    await channel?.ask({ type: "apply", plan: plan("create") }, { signal: stand.signal });
    await ui.getByRole("log").getByText("Made the frame “Card”.").waitFor();
    await ui.getByRole("button", { name: "Pause" }).click();
    const refused = channel?.ask({ type: "apply", plan: plan("create") }, { signal: stand.signal });
    await expect(refused).rejects.toThrow(/paused the plugin/);
    await ui.getByRole("button", { name: "Go on" }).click();
    await channel?.ask({ type: "apply", plan: plan("create") }, { signal: stand.signal });
    await expect.poll(() => ui.getByRole("log").getByText("Made the frame").count()).toBe(2);
    await close();
  });

  it("asks before anything is removed; Escape keeps it, and the button removes it", async () => {
    const { bridge, page, ui, told, close } = await opened();
    await ui.getByRole("textbox", { name: "Pairing code" }).fill(bridge.code);
    await ui.getByRole("button", { name: "Pair", exact: true }).click();
    await ui.getByText("Your AI application can change").waitFor();
    const [channel] = bridge.channels;
    const kept = expect(
      channel?.ask({ type: "apply", plan: plan("remove") }, { signal: stand.signal }),
    ).rejects.toThrow(/kept/);
    await ui.getByRole("dialog", { name: "Remove these 3 layers?" }).waitFor();
    expect(await ui.getByRole("listitem").allTextContents()).toEqual(["Card (frame with 4 inside)", "and 2 more"]);
    await page.keyboard.press("Escape");
    await kept;
    const removed = channel?.ask({ type: "apply", plan: plan("remove") }, { signal: stand.signal });
    await ui.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(removed).resolves.toMatchObject({ ids: { card: "1:2" } });
    expect(told.filter(({ type }) => type === "answer")).toMatchObject([{ allowed: false }, { allowed: true }]);
    await close();
  });

  it.each(["light", "dark"] as const)("has Figma's %s colours, and is read easily in them", async (theme) => {
    const bridge = await stand.openFixed();
    const { page, ui, close } = await figmaWindow(browser, { thread, theme });
    await picture(page, `figma-plugin-pairing-${theme}`, ui.getByRole("textbox", { name: "Pairing code" }));
    await ui.getByRole("textbox", { name: "Pairing code" }).fill(bridge.code);
    await page.keyboard.press("Enter");
    await ui.getByText("Your AI application can change").waitFor();
    const [channel] = bridge.channels;
    await channel?.ask({ type: "apply", plan: plan("create") }, { signal: stand.signal });
    const removing = channel?.ask({ type: "apply", plan: plan("remove") }, { signal: stand.signal });
    await picture(page, `figma-plugin-asking-${theme}`, ui.getByRole("dialog"));
    await ui.getByRole("button", { name: "Remove", exact: true }).click();
    await removing;
    await picture(page, `figma-plugin-connected-${theme}`, ui.getByRole("log").getByText("Made the frame").first());
    const colours = await ui.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.documentElement);
      return { color, backgroundColor };
    });
    expect(colours).toEqual(
      theme === "light"
        ? { color: "rgba(0, 0, 0, 0.898)", backgroundColor: "rgb(255, 255, 255)" }
        : { color: "rgba(255, 255, 255, 0.898)", backgroundColor: "rgb(44, 44, 44)" },
    );
    await close();
  });

  it("can be gone through with the keyboard alone, and shows where it is", async () => {
    const { bridge, page, ui, close } = await opened();
    await ui.getByRole("textbox", { name: "Pairing code" }).fill(bridge.code);
    await page.keyboard.press("Enter");
    await ui.getByText("Your AI application can change").waitFor();
    const reached: (string | undefined)[] = [];
    for (const _ of [1, 2, 3]) {
      await page.keyboard.press("Tab");
      reached.push(await ui.evaluate(() => document.activeElement?.id));
    }
    expect(reached).toEqual(expect.arrayContaining(["pause", "ask-first", "forget"]));
    expect(await ui.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).toBe("solid");
    await close();
  });

  it("is what may connect: a page of the web may not, whatever it says", async () => {
    const bridge = await stand.openFixed();
    const context = await browser.newContext();
    await context.grantPermissions(["local-network-access"]);
    const page = await context.newPage();
    await page.route("https://evil.example/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<p>Hello" }),
    );
    await page.goto("https://evil.example/");
    const ended = await page.evaluate(async (port) => {
      const socket = new WebSocket(`ws://localhost:${port}/drawbridge`);
      return new Promise((resolve) => {
        socket.onopen = () => resolve("open");
        socket.onclose = () => resolve("closed");
      });
    }, bridge.port);
    expect(ended).toBe("closed");
    expect(bridge.waiting).toBe(0);
    await context.close();
  });
});

/** Kept for the documentation where `DRAWBRIDGE_PICTURES` is set. */
async function picture(page: Page, name: string, shown: Locator): Promise<void> {
  await shown.waitFor();
  if (process.env.DRAWBRIDGE_PICTURES === undefined) return;
  const path = fileURLToPath(new URL(`../../../docs/images/${name}.png`, import.meta.url));
  await page.screenshot({ path, animations: "disabled", caret: "hide" });
}
