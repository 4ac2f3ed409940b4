import { makeVisible } from "../fence/make-visible.ts";
import type { Redactor } from "../redaction/redactor.ts";
import type { Finding } from "./finding.ts";

const indent = " ".repeat(9);

/** SGR parameters of ECMA-48: green, cyan, yellow, red. */
const colours: Readonly<Record<Finding["level"], number>> = { ok: 32, note: 36, warning: 33, problem: 31 };

/** How findings are shown. */
export interface Style {
  readonly redactor: Redactor;
  readonly colour: boolean;
}

/** A finding as lines for a terminal: without secrets, and without characters that would act on the terminal. */
export function findingText({ level, title, detail, remedy }: Finding, { redactor, colour }: Style): string {
  const padded = level.padEnd(indent.length);
  const lead = colour ? `\u001B[${colours[level]}m${padded}\u001B[39m` : padded;
  const lines = [
    capitalised(title),
    ...(detail === undefined ? [] : [detail]),
    ...(remedy === undefined ? [] : [`Remedy: ${remedy}`]),
  ];
  return `${lead}${lines.map((line) => oneLine(redactor.text(line))).join(`\n${indent}`)}\n`;
}

/** Messages that stand behind a command's name elsewhere begin small; names and paths stay as they are. */
function capitalised(title: string): string {
  return /^[a-z]+ /.test(title) ? title.charAt(0).toUpperCase() + title.slice(1) : title;
}

/** A name with a line end in it could pass for a finding of its own. */
function oneLine(text: string): string {
  return makeVisible(text).replace(/[\t\n\r]/g, (end) => JSON.stringify(end).slice(1, -1));
}
