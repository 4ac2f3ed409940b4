import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bakeryQuestions } from "../src/bakery-questions.ts";
import { designQuestions } from "../src/design-questions.ts";
import { shopQuestions } from "../src/shop-questions.ts";
import { attackQuestions, innocentQuestions, reviewQuestions } from "../src/site-questions.ts";

const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "demo-"));
let text = "";

beforeAll(async () => {
  // PostgreSQL may run as another user, who has to come to its folder.
  chmodSync(temporary, 0o755);
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  text = (await promisify(execFile)(process.execPath, [main], { env })).stdout;
}, 180_000);
afterAll(() => rmSync(temporary, { recursive: true }));

it("shows every question with the tool that was called", () => {
  const conversations = [bakeryQuestions, shopQuestions, reviewQuestions, attackQuestions, innocentQuestions];
  const questions = [...conversations, designQuestions].flat();
  for (const { asked, tool } of questions)
    expect(text).toMatch(new RegExp(`${asked.replace(/[?.()]/g, "\\$&")}\\s+${tool}`));
});

it("shows answers read from the sample folder, and changes that are taken back", () => {
  expect(text).toContain("caraway | 6");
  expect(text).toContain("element 2b draws no current");
  expect(text).toContain("+| salt | 19 |");
  expect(text).toContain("country-loaf.md is as it was");
});

it("shows answers from the shop, the index that is missing, and what a change would do", () => {
  expect(text).toContain("2024-12 | 2626 | 5115639.07");
  expect(text).toContain("Donald Silva | customer4@example.com | 92 | 172356.84");
  expect(text).toContain("outdoors | 12.43");
  expect(text).toContain('"shop"."items" (product_id)');
  expect(text).toContain("UPDATE 385");
  expect(text).toContain("-6 | SKU-00006 | Tiny notebook 6 | audio | 460.15");
  expect(text).toContain("+6 | SKU-00006 | Tiny notebook 6 | audio | 483.16");
});

it("shows a review with the line at which a check fails, and the commit that mends it", () => {
  expect(text).toContain("#5 Add negative numbers");
  expect(text).toContain("src/add.ts:3 AssertionError: expected 3 to be -3");
  expect(text).toContain("FAIL src/add.test.ts > adds negative numbers");
  expect(text).toContain("+  return a + b;");
  expect(text).toContain("Committed to fix-add of acme/site");
});

it("shows the attack of a stranger's issue refused, and the same without the stranger done", () => {
  expect(text).toContain("read README.md of acme/vault first");
  expect(text).toContain("Commented on acme/site#1");
  expect(text.replace(/\s+/g, " ")).toContain("issue acme/site#1 by mallory, for whom nobody here stands");
  expect(text).toContain("Created issue acme/site#8");
});

it("shows a component of a design, its tokens by mode, what changed in a week, and what is hard to read", () => {
  expect(text).toContain("Primary | Quiet, by default Primary");
  expect(text).toContain('text "Label" 33:1 70x20 hug');
  expect(text).toContain('[data-theme="dark"]');
  expect(text).toContain("component: Label Water one plant → Water both");
  expect(text).toContain("contrast 1.69:1");
  expect(text).toContain("sprout.fig is a file on this machine");
});

it("shows a page being built in an open file, its other theme, a refusal after a person's move, and all of it taken back in one step", () => {
  expect(text).toContain('+ COLLECTION VariableCollectionId:1:2 "Theme"');
  expect(text).toMatch(/█{40}/);
  expect(text).toMatch(/explicitVariableModes \{\} → /);
  expect(text).toContain('name "Settings" → "Preferences"');
  expect(text).toMatch(/conflict: 1:10 changed since it was read/);
  expect(text).toMatch(/figma_undo \{[^}]*and_later[\s\S]*- COLLECTION VariableCollectionId:1:2 "Theme"/);
});

it("shows refusals for what must not be read or changed", () => {
  expect(text).not.toContain("this-is-no-real-password");
  expect(text).not.toContain("root:");
  expect(text.match(/refused:/g)).toHaveLength(6);
});

it("leaves nothing behind", () => {
  expect(readdirSync(temporary)).toEqual([]);
});
