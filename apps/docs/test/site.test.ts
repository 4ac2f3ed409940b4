import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromium, launchChromium, needsChromium } from "../../figma-plugin/test/chromium.ts";
import { serveFolder } from "./stand/serve-folder.ts";

const run = promisify(execFile);
const here = fileURLToPath(new URL("../", import.meta.url));
const built = mkdtempSync(join(tmpdir(), "drawbridge-site-"));
afterAll(() => rmSync(built, { recursive: true, force: true }));

// Every call that a page shows is made; VitePress refuses to build where a link leads nowhere.
beforeAll(async () => {
  const patience = { cwd: here, timeout: 280_000 };
  await run(process.execPath, ["dist/main.js"], patience);
  await run(process.execPath, ["node_modules/vitepress/bin/vitepress.js", "build", "--outDir", built], patience);
}, 600_000);

const pages = ["/", "/start", "/connectors/", "/connectors/filesystem", "/connectors/postgres-tools", "/security"];
const widths = { phone: 390, desktop: 1440 };

describe("the site", () => {
  it("has every page", () => {
    const files = readdirSync(built, { recursive: true, encoding: "utf8" });
    for (const page of [...pages.map((path) => path.replace(/\/$/, "/index")), "/operating/http", "/decisions/index"])
      expect(files).toContain(`${page.slice(1)}.html`);
    expect(existsSync(join(built, "session.svg"))).toBe(true);
  });
});

describe.skipIf(chromium === undefined)(`the site in a browser${needsChromium}`, { timeout: 120_000 }, () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveFolder>>;
  beforeAll(async () => {
    browser = await launchChromium();
    site = await serveFolder(built);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.[Symbol.asyncDispose]();
  });

  /** Opens pages, and answers what went wrong in each. */
  async function problemsAt(width: number, colorScheme: "light" | "dark"): Promise<string[]> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.url)) problems.push(request.url());
    });
    for (const path of pages) {
      await page.goto(site.url + path, { waitUntil: "load" });
      await page.waitForSelector("h1");
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      if (Number(overflow) > 0) problems.push(`${path} is ${overflow} pixels wider than the window`);
    }
    await page.close();
    return problems;
  }

  it.each([
    ["phone", "light"],
    ["phone", "dark"],
    ["desktop", "light"],
    ["desktop", "dark"],
  ] as const)("fits a %s, fails nowhere, and fetches nothing from elsewhere, in %s colours", async (width, colours) => {
    expect(await problemsAt(widths[width], colours)).toEqual([]);
  });

  it("finds a tool by its name", async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${site.url}/start`);
    await page.waitForSelector(".VPNavBarSearch button");
    await page.keyboard.press("Control+k");
    await page.locator("#localsearch-input").fill("pg_advise_indexes");
    await page.locator(".results a").first().click();
    await page.waitForURL(/postgres/);
    await page.close();
  });
});
