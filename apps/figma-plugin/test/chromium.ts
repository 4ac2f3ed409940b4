import { existsSync } from "node:fs";
import { type Browser, chromium as driver } from "playwright-core";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser of this machine that the plugin's page is shown in. */
export const chromium = places.find((place) => existsSync(place));

/** What a test is called that needs the browser, so that its report tells what is missing. */
export const needsChromium =
  chromium === undefined ? " (not tested: needs chromium, as `apt-get install chromium` brings it)" : "";

if (chromium === undefined && process.env.CI === "true") {
  throw new Error("The plugin's page is tested in Chromium, which is not on this machine: apt-get install chromium");
}

export function launchChromium(): Promise<Browser> {
  if (chromium === undefined) throw new Error("There is no Chromium on this machine");
  // As root, as in a container, Chromium starts without its own sandbox alone.
  const unsandboxed = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return driver.launch({ executablePath: chromium, args: [...unsandboxed, "--disable-gpu"], timeout: 60_000 });
}
