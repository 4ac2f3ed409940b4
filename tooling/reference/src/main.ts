import { readFileSync, writeFileSync } from "node:fs";
import { betweenMarks } from "./between-marks.ts";
import { documented } from "./documented.ts";
import { toolTable } from "./tool-table.ts";

// Writes what READMEs tell of tools anew, from the connectors' own declarations.
for (const { connector, readme } of documented) {
  const { before, after } = betweenMarks(readFileSync(readme, "utf8"));
  writeFileSync(readme, `${before}\n\n${toolTable(connector)}\n\n${after}`);
}
