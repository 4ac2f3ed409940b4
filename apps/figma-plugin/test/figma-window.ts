import type { PageMessage, ThreadMessage } from "@drawbridge/figma/bridge";
import type { Browser, Frame, Page } from "playwright-core";
import { buildPage } from "../build-page.js";

interface FigmaWindow {
  readonly page: Page;
  /** The plugin's page, in its frame. */
  readonly ui: Frame;
  /** What the plugin's page told the main thread. */
  readonly told: readonly PageMessage[];
  /** Tells the page something, as the main thread does. */
  tell(message: ThreadMessage): Promise<void>;
  close(): Promise<void>;
}

interface Wishes {
  readonly theme?: "light" | "dark";
  /** The main thread's answer to what the page tells it. */
  readonly thread?: (message: PageMessage) => readonly ThreadMessage[] | Promise<readonly ThreadMessage[]>;
}

/**
 * The plugin's page as Figma shows it: in a frame of figma.com that may run scripts and nothing else, so that its origin is `null`, with
 * Figma's colours, beside a main thread that the test plays.
 */
export async function figmaWindow(
  browser: Browser,
  { theme = "light", thread = () => [] }: Wishes,
): Promise<FigmaWindow> {
  const context = await browser.newContext({ viewport: { width: 340, height: 480 }, colorScheme: theme });
  // What a person allows when their browser asks whether figma.com may reach other programs on their computer.
  await context.grantPermissions(["local-network-access"]);
  const page = await context.newPage();
  const told: PageMessage[] = [];
  const tell = async (message: ThreadMessage) => {
    await page.evaluate((pluginMessage) => frames[0]?.postMessage({ pluginMessage }, "*"), message);
  };
  await page.exposeFunction("told", async (message: PageMessage) => {
    told.push(message);
    for (const answer of await thread(message)) await tell(answer);
  });
  await page.route("https://www.figma.com/**", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: "<!doctype html><style>body,iframe{margin:0;border:0;width:100%;height:100vh;display:block}</style>",
    }),
  );
  await page.goto("https://www.figma.com/design/abc");
  const html = (await buildPage()).replace("<head>", `<head>${colours(theme)}`);
  await page.evaluate((srcdoc) => {
    addEventListener("message", ({ data }) => (globalThis as unknown as Told).told(data.pluginMessage));
    const frame = document.createElement("iframe");
    frame.sandbox.add("allow-scripts");
    frame.allow = "local-network-access *; loopback-network *";
    frame.srcdoc = srcdoc;
    document.body.append(frame);
  }, html);
  const ui = await page.waitForSelector("iframe").then((handle) => handle.contentFrame());
  if (ui === null) throw new Error("The plugin's frame has no content");
  return { page, ui, told, tell, close: () => context.close() };
}

interface Told {
  told(message: unknown): void;
}

/** As Figma sets them where a plugin asks for `themeColors`. */
function colours(theme: "light" | "dark"): string {
  const light = {
    bg: "#ffffff",
    "bg-secondary": "#f5f5f5",
    text: "#000000e5",
    "text-secondary": "#000000a6",
    border: "#e6e6e6",
  };
  const dark = {
    bg: "#2c2c2c",
    "bg-secondary": "#383838",
    text: "#ffffffe5",
    "text-secondary": "#ffffffb2",
    border: "#444444",
  };
  const also = {
    "bg-brand": "#0c8ce9",
    "bg-danger": "#dc3412",
    "text-onbrand": "#ffffff",
    "border-selected": "#0c8ce9",
  };
  const danger = { "text-danger": theme === "light" ? "#bd2915" : "#fca397" };
  const all = Object.entries({ ...(theme === "light" ? light : dark), ...also, ...danger });
  return `<style>:root{${all.map(([name, value]) => `--figma-color-${name}:${value}`).join(";")};color-scheme:${theme}}</style>`;
}
