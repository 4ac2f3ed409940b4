// Starts the connector in a bundle. What a person left empty in the host's form was not given: here it is taken away, be it
// an empty text or, in hosts that know no better, the name of the field.
import { readFileSync } from "node:fs";

const manifest = JSON.parse(readFileSync(new URL("../manifest.json", import.meta.url), "utf8"));
const isEmpty = (text = "") => text.trim() === "" || text.startsWith("${user_config.");

for (const name of Object.keys(manifest.server.mcp_config.env)) {
  if (isEmpty(process.env[name])) delete process.env[name];
}
process.argv = process.argv.filter((argument) => !isEmpty(argument));

await import("../dist/cli.js");
