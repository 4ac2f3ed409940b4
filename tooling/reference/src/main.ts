import { readFileSync, writeFileSync } from "node:fs";
import { betweenMarks } from "./between-marks.ts";
import { documented } from "./documented.ts";
import { parts } from "./parts.ts";

// Writes what READMEs tell of connectors anew, from the connectors' own declarations.
for (const { connector, readme } of documented) {
  for (const { name, write } of parts) {
    const { before, after } = betweenMarks(readFileSync(readme, "utf8"), name);
    writeFileSync(readme, `${before}\n\n${write(connector)}\n\n${after}`);
  }
}
