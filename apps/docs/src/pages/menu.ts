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
  // What leads to the others of a folder comes before them.
  const place = ({ path }: Page) => path.replace(/index$/, "");
  const sorted = [...pages].sort((one, other) => place(one).localeCompare(place(other)));
  return [
    { text: "Start", link: "/start" },
    { text: "Security", link: "/security" },
    ...parts.map(([text, folder]) => ({
      text,
      collapsed: folder === "decisions/",
      items: sorted
        .filter(({ path }) => path.startsWith(folder))
        .map((page) => ({ text: titleOf(page.content), link: `/${place(page)}` })),
    })),
  ].filter((entry) => !("items" in entry) || entry.items.length > 0);
}
