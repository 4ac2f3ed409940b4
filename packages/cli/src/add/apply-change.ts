import { coloured } from "../command-line/coloured.ts";
import { print } from "../command-line/print.ts";
import { difference } from "../files/difference.ts";
import { writeTarget } from "../files/write-target.ts";
import type { PlannedChange } from "./planned-change.ts";

/** Shows what would be written to a file. Returns whether that is anything. */
export function showChange({ configuration: { host, file }, target, after }: PlannedChange): boolean {
  if (target.text === after) {
    print(`${host.title}: ${file} has it already.\n`);
    return false;
  }
  const link =
    target.realPath === target.path
      ? ""
      : `\n${coloured("dim", `This is a link: ${target.realPath} is what is changed.`)}`;
  print(`\n${coloured("bold", host.title)}${link}\n${difference(target.path, target.text, after)}\n`);
  return true;
}

/** Writes it, and tells of it. Throws `Failure`. */
export function writeChange({ configuration: { host }, target, after }: PlannedChange): void {
  if (target.text === after) return;
  const backup = writeTarget(target, after);
  print(`Written: ${target.realPath}${backup === undefined ? "" : ` (before: ${backup})`}. Now ${host.afterwards}.\n`);
}
