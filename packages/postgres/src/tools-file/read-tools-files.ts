import { fileProblem } from "./file-problem.ts";
import type { FileStatement } from "./file-statement.ts";
import { readToolsFile } from "./read-tools-file.ts";

/**
 * Reads all files of statements. Throws `UsageError`, with file and line, also for a name that is taken.
 *
 * @param taken names of the connector's own tools
 */
export async function readToolsFiles(files: readonly string[], taken: readonly string[]): Promise<FileStatement[]> {
  const statements = (await Promise.all(files.map(readToolsFile))).flat();
  const first = new Map<string, FileStatement>();
  for (const statement of statements) {
    const { file, name, nameLine: line } = statement;
    const other = first.get(name);
    if (taken.includes(name))
      throw fileProblem({ file, line }, `the connector has a tool ${name} of its own: take another name`);
    if (other !== undefined) {
      throw fileProblem(
        { file, line },
        `the statement in ${other.file}, line ${other.line} is called ${name} already: take another name`,
      );
    }
    first.set(name, statement);
  }
  return statements;
}
