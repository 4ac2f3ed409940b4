import type { Page } from "./page.ts";
import { titleOf } from "./title-of.ts";

interface Entry {
  readonly text: string;
  readonly link?: string;
  readonly collapsed?: boolean;
  readonly items?: readonly Entry[];
}

const parts: ReadonlyArray<readonly [title: string, folder: string]> = [
  ["Connectors", "connectors/"],
  ["Packages", "packages/"],
  ["Contribute", "contributing/"],
  ["Operate", "operating/"],
  ["Release", "releasing/"],
  ["Decisions", "decisions/"],
];

/** What stands at the side of every page. Every page has its place in it. */
export function menu(pages: readonly Page[]): Entry[] {
  const sorted = [...pages].sort((one, other) => one.path.localeCompare(other.path));
  return [
    { text: "Start", link: "/start" },
    { text: "Security", link: "/security" },
    ...parts.map(([text, folder]) => ({
      text,
      collapsed: folder === "decisions/",
      items: sorted
        .filter(({ path }) => path.startsWith(folder))
        .map(({ path, content }) => ({ text: titleOf(content), link: `/${path.replace(/index$/, "")}` })),
    })),
  ].filter((entry) => !("items" in entry) || entry.items.length > 0);
}
