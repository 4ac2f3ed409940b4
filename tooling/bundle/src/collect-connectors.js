#!/usr/bin/env node
// Run in a package that offers connectors: puts what each connector among its devDependencies tells of itself, as its build
// wrote it into dist/connector.json, into one dist/connectors.json, so that nothing has to be asked for over the network.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const connectors = Object.keys(devDependencies).flatMap((name) => {
  const folder = join("node_modules", name);
  const { mcpName } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return mcpName === undefined ? [] : [JSON.parse(readFileSync(join(folder, "dist", "connector.json"), "utf8"))];
});
if (connectors.length === 0) throw new Error("No connector is among the devDependencies of this package");
writeFileSync(join("dist", "connectors.json"), `${JSON.stringify(connectors, null, 2)}\n`);
