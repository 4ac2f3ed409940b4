import { readFile, stat } from "node:fs/promises";
import { ConnectorError } from "@drawbridge/core";
import type * as z from "zod";
import { parseStatement } from "../policy/parse-statement.ts";
import { bindNames } from "./bind-names.ts";
import { effectOfStatement } from "./effect-of-statement.ts";
import { type FilePlace, fileProblem } from "./file-problem.ts";
import type { FileStatement } from "./file-statement.ts";
import { type ReadFrontMatter, readFrontMatter } from "./front-matter.ts";
import { parameterSchema } from "./parameter-schema.ts";
import { type FileBlock, splitBlocks } from "./split-blocks.ts";
import { statementProblem } from "./statement-problem.ts";

const mostBytes = 1024 * 1024;

/** By the code of the system's error, or of the decoder's. */
const unreadable: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "whoever runs this server may not read the file (EACCES)",
  EISDIR: "it is a folder: name each file in it",
  ERR_ENCODING_INVALID_ENCODED_DATA: "the file is not UTF-8: save it so",
};

/** Names that mean something else in every tool. */
const reserved: ReadonlySet<string> = new Set(["cursor", "dry_run", "dry_run_digest", "database"]);

/** Reads a file of statements with front matter. Throws `UsageError`, with file and line, for what cannot become a tool. */
export async function readToolsFile(file: string): Promise<FileStatement[]> {
  const [head, blocks] = splitBlocks(await textOf(file), file);
  const stray = await located({ file, line: 1 }, () => bindNames(head, new Map()));
  if (stray.sql !== "" || blocks.length === 0) {
    const line = stray.linesBefore + 1;
    throw fileProblem(
      { file, line },
      "a statement needs front matter before it: YAML between a line /*--- and a line ---*/",
    );
  }
  return Promise.all(blocks.map((block) => statementOf(block, file)));
}

async function textOf(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > mostBytes) throw fileProblem({ file }, `the file has more than ${mostBytes} bytes: divide it`);
    // A character that is read wrong would be another statement.
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw fileProblem({ file }, unreadable[code] ?? `the file cannot be read (${code})`);
  }
}

async function statementOf(block: FileBlock, file: string): Promise<FileStatement> {
  const { given, lineOf } = readFrontMatter(block, file);
  const input = inputOf(given.parameters, (name, problem) => {
    throw fileProblem({ file, line: lineOf("parameters", name) }, `parameters.${name}: ${problem}`);
  });
  const types = new Map(Object.entries(given.parameters).map(([name, { type }]) => [name, type]));
  const { sql, names, linesBefore } = await located({ file, line: block.sqlLine }, () => bindNames(block.sql, types));
  for (const name of types.keys()) {
    if (!names.includes(name))
      throw fileProblem(
        { file, line: lineOf("parameters", name) },
        `parameters.${name}: the statement has no :${name}`,
      );
  }
  const line = block.sqlLine + linesBefore;
  const statement = await located({ file, line }, () => parseStatement(sql));
  const effect = await located({ file, line }, async () => effectOfStatement(statement, given.effect));
  const bound = names.map((name) => ({ name, type: types.get(name) ?? "text" }));
  const { name, description, limit, database } = given;
  return { file, line, nameLine: lineOf("name"), name, description, sql, bound, input, effect, limit, database };
}

function inputOf(
  declared: ReadFrontMatter["given"]["parameters"],
  fail: (name: string, problem: string) => never,
): Record<string, z.ZodType> {
  const schemas = Object.entries(declared).map(([name, declaration]) => {
    if (reserved.has(name)) fail(name, "the name has a meaning in every tool: take another");
    try {
      return [name, parameterSchema(declaration)] as const;
    } catch (error) {
      return fail(name, (error as Error).message);
    }
  });
  return Object.fromEntries(schemas);
}

/** Does something with the statement; what is wrong with it is told with its place in the file. */
async function located<T>(place: FilePlace, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!ConnectorError.is(error)) throw error;
    throw statementProblem(place, error.message);
  }
}
