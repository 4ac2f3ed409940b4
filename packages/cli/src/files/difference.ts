import { makeVisible, Redactor } from "@drawbridge/core";
import { createTwoFilesPatch } from "diff";
import { coloured } from "../command-line/coloured.ts";

/**
 * What a change does to a file, as a patch shows it. What looks like a secret, in the lines around it too, is not shown.
 *
 * @param after undefined where the file goes
 */
export function difference(path: string, before: string | undefined, after: string): string {
  const patch = createTwoFilesPatch(path, path, before ?? "", after, before === undefined ? "(new)" : "", "", {
    context: 3,
  });
  const lines = patch
    .replace(/\n$/, "")
    .split("\n")
    .filter((line) => !/^(=+$|Index: )/.test(line));
  // The line ends of Windows are no more to be seen than others.
  return lines.map((line) => shown(makeVisible(new Redactor([]).text(line.replace(/\r$/, ""))))).join("\n");
}

function shown(line: string): string {
  if (line.startsWith("@@")) return coloured("cyan", line);
  if (line.startsWith("+++") || line.startsWith("---")) return coloured("bold", line);
  if (line.startsWith("+")) return coloured("green", line);
  return line.startsWith("-") ? coloured("red", line) : line;
}
