import type { CallToolResult } from "@modelcontextprotocol/client";
import { clip } from "./clip.ts";
import { paint } from "./paint.ts";
import type { Question } from "./question.ts";
import { showPicture } from "./show-picture.ts";

const mostLines = 12;

/** Columns of a header, which lists more than a person watching wants to read. */
const widest = 92;

type Shown = Pick<Question, "lines" | "hasPicture">;

interface Entry {
  readonly path: string;
  readonly type: string;
  readonly size?: number;
}

interface Sample {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

interface Item {
  readonly number: number;
  readonly title: string;
  readonly author?: string;
}

interface Component {
  readonly name: string;
  readonly properties?: Readonly<Record<string, string>>;
}

interface Finding {
  readonly path: string;
  readonly what: string;
  readonly mend: string;
}

interface Structured {
  readonly items?: Array<Item | Component>;
  readonly findings?: Finding[];
  readonly entries?: Entry[];
  readonly matches?: Entry[];
  readonly files?: Edited[];
  readonly paths?: string[];
  readonly recommendations?: readonly { readonly create: string }[];
  readonly notes?: readonly string[];
  readonly command?: string;
  readonly before?: Sample;
  readonly after?: Sample;
  readonly locks?: readonly string[];
}

interface Edited {
  readonly path: string;
  readonly diff: string;
}

/** An answer as a person wants to see it: a listing as a list, a text as it is, a change as its difference, a refusal in its own words. */
export function showAnswer(result: CallToolResult, { lines = mostLines, hasPicture = false }: Shown): string {
  const text = result.content.flatMap((block) => (block.type === "text" ? [block.text] : [])).join("\n");
  if (result.isError === true) return indent(paint.red(wrap(text)));
  const structured = (result.structuredContent ?? {}) as Structured;
  const { items, findings, entries, matches, files, paths, recommendations, command } = structured;
  if (items !== undefined) return indent(items.map(showItem).join("\n"));
  if (findings !== undefined) return indent(findings.map(showFinding).join("\n"));
  if (recommendations !== undefined) return indent(showAdvice(structured));
  if (command !== undefined) return indent(showChange(structured));
  if (files !== undefined) return indent(files.map(showEdited).join("\n"));
  if (paths !== undefined) return indent(paths.map((path) => `${path} is as it was`).join("\n"));
  const listed = entries ?? matches;
  const images = result.content.flatMap((block) => (hasPicture && block.type === "image" ? [block.data] : []));
  return indent(
    listed === undefined
      ? [shorten(text, lines), ...images.map(showPicture)].join("\n")
      : listed.map(showEntry).join("\n"),
  );
}

function showItem(item: Item | Component): string {
  if ("name" in item) return showComponent(item);
  const { number, title, author } = item;
  return `${`#${number} ${title}`.padEnd(32)} ${paint.dim(`by ${author}`)}`;
}

function showComponent({ name, properties = {} }: Component): string {
  const lines = Object.entries(properties).map(([property, values]) => `  ${property.padEnd(12)} ${paint.dim(values)}`);
  return [name, ...lines].join("\n");
}

function showFinding({ path, what, mend }: Finding): string {
  return `${path}: ${paint.red(what)}\n  ${paint.dim(mend)}`;
}

function showEntry({ path, type, size }: Entry): string {
  return type === "directory" ? `${path}/` : `${path.padEnd(32)} ${paint.dim(`${size} bytes`)}`;
}

function showEdited({ path, diff }: Edited): string {
  const lines = diff.trimEnd().split("\n");
  return [
    path,
    ...lines.map((line) =>
      line.startsWith("-") ? paint.red(line) : line.startsWith("+") ? paint.green(line) : paint.dim(line),
    ),
  ].join("\n");
}

function showAdvice({ recommendations = [], notes = [] }: Structured): string {
  return [
    ...recommendations.map(({ create }) => paint.green(create)),
    ...notes.map((note) => paint.dim(wrap(note))),
  ].join("\n");
}

/** A dry run: what it would do, and rows as they are and as they would be. */
function showChange({ command, before, after, locks = [] }: Structured): string {
  return [
    `${command}${paint.dim(`  taken back; would hold ${locks.join(", ")}`)}`,
    ...(before?.rows ?? []).map((row) => paint.red(`-${rowText(row)}`)),
    ...(after?.rows ?? []).map((row) => paint.green(`+${rowText(row)}`)),
  ].join("\n");
}

function rowText(row: readonly unknown[]): string {
  return clip(row.map((value) => (typeof value === "object" ? JSON.stringify(value) : String(value))).join(" | "));
}

function shorten(text: string, most: number): string {
  const lines = text.split("\n").flatMap((line) => {
    if (/^\[\w+: /.test(line)) return [paint.dim(line.length > widest ? `${line.slice(0, widest)} … ]` : line)];
    return line === "" ? [] : [line];
  });
  const left = lines.length - most;
  return left <= 1 ? lines.join("\n") : [...lines.slice(0, most), paint.dim(`… ${left} more lines`)].join("\n");
}

function wrap(text: string): string {
  return text.replace(/(.{60,90}) /g, "$1\n");
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, "    ");
}
