import type { Content, ContentPart } from "@drawbridge/core";
import type { Channel } from "../bridge/channel.ts";
import type { AppliedPlan } from "../bridge/results.ts";
import { changeLines } from "./change-lines.ts";

const mostLines = 150;

interface Edited {
  readonly file: Channel["file"];
  readonly applied: AppliedPlan;
  /** The key of the edit, for `figma_undo`; undefined of a dry run. */
  readonly edit?: string;
  /** What was found in what was touched, a line each. */
  readonly lint?: readonly string[];
  readonly picture?: Uint8Array | undefined;
}

/** What an edit did, or would do: first what the caller needs to go on, then the difference, then what to look at. */
export function editContent({ file, applied, edit, lint = [], picture }: Edited): Content {
  const { ids, changes, hashes, fallbacks = [], warnings = [] } = applied;
  const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
  const pairs = (entries: Readonly<Record<string, string>>) => Object.entries(entries).map((pair) => pair.join(" "));
  const sections: [string, readonly string[]][] = [
    ["Ids", edit === undefined || Object.keys(ids).length === 0 ? [] : [pairs(ids).join(", ")]],
    [edit === undefined ? "Would change" : "Changed", changeLines(applied, mostLines)],
    ["Fonts that were not there", fallbacks.map(({ wanted, used }) => `${wanted}, ${used} taken instead`)],
    ["Warnings", warnings],
    ["Lint", lint],
    ["Etags", edit === undefined || Object.keys(hashes).length === 0 ? [] : [pairs(hashes).join(", ")]],
  ];
  const text = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => (lines.length === 1 ? `${title}: ${lines[0]}` : `${title}:\n${lines.join("\n")}`))
    .join("\n");
  const facts = {
    file: file.key,
    ...(edit === undefined ? { dry_run: true } : { edit }),
    ...{ created: count("created"), changed: count("changed"), removed: count("removed") },
  };
  const media: ContentPart[] = picture === undefined ? [] : [{ media: picture, mimeType: "image/png" }];
  return { facts, parts: [{ text: text === "" ? "Nothing changed." : text }, ...media] };
}
