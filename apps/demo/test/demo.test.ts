import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { questions } from "../src/questions.ts";

const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const shown = () => execFileSync(process.execPath, [main], { encoding: "utf8" });

it("shows every question with the tool that was called", () => {
  const text = shown();
  for (const { asked, tool } of questions)
    expect(text).toMatch(new RegExp(`${asked.replace(/[?.]/g, "\\$&")}\\s+${tool}`));
});

it("shows answers read from the sample folder, and refusals for what must not be read or changed", () => {
  const text = shown();
  expect(text).toContain("caraway | 6");
  expect(text).toContain("element 2b draws no current");
  expect(text).toContain("+| salt | 19 |");
  expect(text).toContain("country-loaf.md is as it was");
  expect(text).not.toContain("this-is-no-real-password");
  expect(text.match(/refused:/g)).toHaveLength(3);
});
