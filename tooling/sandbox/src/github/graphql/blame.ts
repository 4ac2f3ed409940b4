import { diffArrays } from "diff";
import { commitNode } from "./git-nodes.ts";
import type { Rest } from "./rest.ts";
import type { Viewer } from "./viewer.ts";

/** Who wrote each line of a file, line by line through the commits that touched it. */
export async function blame(viewer: Viewer, at: string, sha: string, path: string) {
  const commits = [...(await viewer.list(`${at}/commits?sha=${sha}&path=${encodeURIComponent(path)}`))].reverse();
  let lines: { readonly text: string; readonly by: Rest }[] = [];
  for (const by of commits) {
    const texts = await linesAt(viewer, at, by.sha, path);
    const parts = diffArrays(
      lines.map(({ text }) => text),
      texts,
    );
    let place = 0;
    lines = parts.flatMap(({ added, removed, value }) => {
      if (added) return value.map((text) => ({ text, by }));
      const kept = lines.slice(place, place + value.length);
      place += value.length;
      return removed ? [] : kept;
    });
  }
  return {
    ranges: ranges(lines.map(({ by }) => by)).map(({ by, ...range }) => ({
      ...range,
      age: 1,
      commit: commitNode(viewer, at, by),
    })),
  };
}

async function linesAt(viewer: Viewer, at: string, ref: string, path: string): Promise<string[]> {
  const file = await viewer.get(`${at}/contents/${path}`, { ref });
  return Buffer.from(file?.content ?? "", "base64")
    .toString()
    .split("\n")
    .slice(0, -1);
}

/** Neighbouring lines of one commit are one range. */
function ranges(writers: readonly Rest[]) {
  const found: { startingLine: number; endingLine: number; by: Rest }[] = [];
  for (const [index, by] of writers.entries()) {
    const last = found.at(-1);
    if (last !== undefined && last.by.sha === by.sha) last.endingLine = index + 1;
    else found.push({ startingLine: index + 1, endingLine: index + 1, by });
  }
  return found;
}
