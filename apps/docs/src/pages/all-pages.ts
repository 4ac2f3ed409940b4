import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { answeredCalls } from "../examples/answered-calls.ts";
import type { Example } from "../examples/example.ts";
import { linked } from "./linked.ts";
import type { Page } from "./page.ts";
import { repositoryPages } from "./repository-pages.ts";
import { titleOf } from "./title-of.ts";
import { toolsPage } from "./tools-page.ts";

/**
 * Every page of the site.
 *
 * @param root the repository
 * @param content the folder of pages that are written for the site alone
 */
export async function allPages(root: string, content: string, examples: readonly Example[]): Promise<Page[]> {
  const pages = repositoryPages(root);
  const fromRepository = [...pages].map(([from, path]) => ({
    path,
    content: withTools(path, linked(readFileSync(join(root, from), "utf8"), from, pages)),
  }));
  const own = readdirSync(content, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({ path: name.replace(/\.md$/, ""), content: readFileSync(join(content, name), "utf8") }));
  const tools = [];
  for (const example of examples) tools.push(toolsPage(example.connector, await answeredCalls(example)));
  return [...own, ...fromRepository, ...tools, decisionsPage(fromRepository)];
}

/** A connector's page leads to that of its tools. */
function withTools(path: string, content: string): string {
  const [, name] = /^connectors\/([a-z]+)$/.exec(path) ?? [];
  if (name === undefined) return content;
  const link = `[Every tool with its inputs, outputs, and an example with its real answer](/connectors/${name}-tools)`;
  return content.replace(/^(# .*)$/m, `$1\n\n${link}`);
}

function decisionsPage(pages: readonly Page[]): Page {
  const decisions = pages.filter(({ path }) => path.startsWith("decisions/"));
  const list = decisions.map(({ path, content }) => `- [${titleOf(content)}](/${path})`).join("\n");
  return {
    path: "decisions/index",
    content: `# Decisions\n\nOne short record per choice that a newcomer would question.\n\n${list}`,
  };
}
