#!/usr/bin/env node
import { oldNode } from "./command-line/old-node.ts";

const old = oldNode(process.versions.node);
if (old === undefined) {
  // Only now, since an older Node could not even load it.
  const { main } = await import("./main.ts");
  process.exitCode = await main(process.argv.slice(2));
} else {
  console.error(`drawbridge: ${old}`);
  process.exitCode = 1;
}
