import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How a tool's declaration begins to describe it. */
const description = /^( {2}description:\s*)(["`])/m;

/** The words that a changed tool's description begins with. */
export const changedWords = "Rehearsed: ";

/** Has the first tool of a connector that only reads, as every host sees, describe itself in other words, and returns its name. */
export function changeTool(packageFolder: string): string {
  const tools = join(packageFolder, "src", "tools");
  const files = readdirSync(tools).filter((file) => /(?<!\.test)\.ts$/.test(file));
  for (const file of files.sort()) {
    const text = readFileSync(join(tools, file), "utf8");
    const [, name] = /^ {2}name: "([\w-]+)",$/m.exec(text) ?? [];
    if (name === undefined || !description.test(text) || !text.includes('\n  effect: "read",\n')) continue;
    writeFileSync(join(tools, file), text.replace(description, `$1$2${changedWords}`));
    return name;
  }
  throw new Error(`No file in ${tools} declares a tool with a description, as changeTool looks for it`);
}
