import { relative } from "node:path";
import type { Wanted } from "./wanted.ts";

/** What the person does next, as lines for the terminal. */
export function nextSteps({ name, system, folder, isInside }: Wanted, from: string): string {
  const place = relative(from, folder) || ".";
  const steps = isInside
    ? [
        "npx -y pnpm@12 install && npx -y pnpm@12 format",
        "npx -y pnpm@12 build",
        `npx -y pnpm@12 exec vitest run packages/${name}`,
      ]
    : [`cd ${place}`, "npm install", "npm test"];
  return `Made ${place}: a connector that finds and adds items of ${system}, with a stand to test it against.

Next
${steps.map((step) => `  ${step}`).join("\n")}

Then put your system in the place of the items: src/api reaches it, src/tools says what a model can do with it, and
test/stand answers as it does. The guide: https://github.com/drawbridge-mcp/drawbridge/blob/main/docs/contributing/add-a-connector.md
`;
}
