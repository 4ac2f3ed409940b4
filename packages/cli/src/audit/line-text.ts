import { type AuditLine, makeVisible } from "@drawbridge/core";
import { coloured } from "../command-line/coloured.ts";

const colours = { succeeded: "green", failed: "red", invalid: "yellow", refused: "yellow", cancelled: "dim" } as const;

/** One line of an audit log for a person. */
export function lineText({
  time,
  event,
  operation,
  effect,
  outcome,
  code,
  duration,
  principal,
  dryRun,
}: AuditLine): string {
  const what = event === "ended" ? (outcome ?? "ended") : event;
  const style = outcome === undefined ? "dim" : colours[outcome];
  const remarks = [
    ...(effect === "read" ? [] : [effect]),
    ...(dryRun === true ? ["dry run"] : []),
    ...(code === undefined ? [] : [code]),
    ...(duration === undefined ? [] : [`${Math.round(duration)} ms`]),
    ...(principal === "local" ? [] : [`by ${principal}`]),
  ];
  const line = `${time.replace("T", " ").replace(/\.\d+Z$/, "Z")}  ${what.padEnd(9)}  ${operation.padEnd(28)}  ${remarks.join(", ")}`;
  const clean = makeVisible(line).replace(/[\r\n\t]/g, " ");
  return `${clean.replace(what, coloured(style, what)).trimEnd()}\n`;
}
