import { expect, it } from "vitest";
import { searching } from "./searching.ts";

it("finds ripgrep where its package is installed", async () => {
  expect(await searching()).toMatchObject({ level: "ok" });
});

it("warns, and says what to install, where the package for the platform was left out", async () => {
  const missing = () => Promise.reject(new Error("Could not find it"));
  expect(await searching(missing)).toMatchObject({
    level: "warning",
    detail: expect.stringContaining(`@vscode/ripgrep-${process.platform}-${process.arch}`),
    remedy: expect.stringContaining("--include=optional"),
  });
});
