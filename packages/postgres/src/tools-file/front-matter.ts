import { makeVisible, nearest } from "@drawbridge/core";
import { isNode, LineCounter, parseDocument } from "yaml";
import * as z from "zod";
import { fileProblem } from "./file-problem.ts";
import { parameterTypes } from "./parameter-types.ts";
import type { FileBlock } from "./split-blocks.ts";

const name = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,62}$/, "expected up to 63 lower case letters, digits and _, a letter first");

/** A model reads it. */
const text = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .refine((given) => makeVisible(given) === given, "holds characters that cannot be seen: leave them out");

const typeNames = Object.keys(parameterTypes);

const typeName = z.string().refine((given) => typeNames.includes(given.replace(/\[\]$/, "")), {
  error: `is no type of a parameter: there are ${typeNames.join(", ")}, and each with []`,
});

const parameter = z
  .strictObject({
    type: typeName,
    description: text.optional(),
    required: z.boolean().optional(),
    default: z.unknown().optional(),
    enum: z
      .array(z.union([z.string(), z.number(), z.boolean()]))
      .min(1)
      .max(100)
      .optional(),
  })
  .refine(({ required, default: value }) => required !== true || value === undefined, {
    error: "has a default, and so is not required: leave one of them out",
    path: ["required"],
  });

const frontMatter = z.strictObject({
  name,
  description: text,
  parameters: z.record(name, parameter).default({}),
  limit: z.int().min(1).max(10_000).default(100),
  database: z.string().optional(),
  effect: z.enum(["read", "write", "destroy"]).optional(),
});

/** What stands above a statement and makes a tool of it. */
export type FrontMatter = z.output<typeof frontMatter>;

/** What is said of one parameter. */
export type ParameterDeclaration = z.output<typeof parameter>;

/** Front matter, and where its keys stand. */
export interface ReadFrontMatter {
  readonly given: FrontMatter;
  /** The line of a key in the file. */
  lineOf(...path: PropertyKey[]): number;
}

/** Reads front matter, which is YAML. Throws `UsageError`, with the line, for what it cannot hold. */
export function readFrontMatter({ yaml, yamlLine }: FileBlock, file: string): ReadFrontMatter {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false });
  const lineAt = (offset: number) => yamlLine + Math.max(0, lineCounter.linePos(offset).line - 1);
  const [error] = document.errors;
  if (error !== undefined) throw fileProblem({ file, line: lineAt(error.pos[0]) }, error.message);
  const lineOf = (...path: PropertyKey[]): number => {
    const node = document.getIn(path, true);
    if (isNode(node) && node.range) return lineAt(node.range[0]);
    return path.length === 0 ? yamlLine : lineOf(...path.slice(0, -1));
  };
  const read = frontMatter.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (read.success) return { given: read.data, lineOf };
  // A key that is mistyped is missing under its own name as well, which says less.
  const issue = read.error.issues.find(({ code }) => code === "unrecognized_keys") ?? read.error.issues[0];
  const path = issue?.path ?? [];
  throw fileProblem({ file, line: lineOf(...path, ...unknownIn(issue).slice(0, 1)) }, inWords(issue));
}

/** What is wrong with front matter, without its place. */
function inWords(issue: z.core.$ZodIssue | undefined): string {
  const { path = [], message = "" } = issue ?? {};
  const where = path.length === 0 ? "" : `${path.join(".")}: `;
  const [unknown] = unknownIn(issue);
  if (unknown !== undefined) {
    const known = Object.keys(path.length === 0 ? frontMatter.shape : parameter.shape);
    const meant = nearest(unknown, known);
    const help = meant === undefined ? `the keys are ${known.join(", ")}` : `did you mean ${meant}?`;
    return `${where}there is no key ${unknown}; ${help}`;
  }
  return message.endsWith("received undefined") ? `${path.join(".")} is missing` : `${where}${message}`;
}

function unknownIn(issue: z.core.$ZodIssue | undefined): readonly string[] {
  return issue?.code === "unrecognized_keys" ? issue.keys : [];
}
