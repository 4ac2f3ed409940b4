import { readFileSync } from "node:fs";
import { schemaProblems } from "./server-json/schema-problems.ts";
import { schemaUrl } from "./server-json/server-json-schema.ts";

// Holds files for the registry of MCP servers to the registry's own schema, which it fetches.
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("Name the files: node dist/check-server-json.js <file …>");
  process.exit(2);
}
const response = await fetch(schemaUrl, { signal: AbortSignal.timeout(60_000) });
if (!response.ok) throw new Error(`${schemaUrl} answers ${response.status}: look at whether the schema has moved`);
const schema = (await response.json()) as object;
for (const file of files) {
  const problems = schemaProblems(schema, JSON.parse(readFileSync(file, "utf8")));
  process.stdout.write(`${file}: ${problems.length === 0 ? "as the schema has it" : "not as the schema has it"}\n`);
  for (const problem of problems) console.error(`  ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}
