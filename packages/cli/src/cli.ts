#!/usr/bin/env node
import { oldNode } from "./command-line/old-node.ts";

const old = oldNode(process.versions.node);
// Nobody reads any more, as behind `head`: what was begun is still brought to its end.
process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  if (code === "EPIPE") return;
  console.error(`drawbridge: what was to be shown could not be written: ${message}`);
  process.exit(1);
});

if (old === undefined) {
  // Only now, since an older Node could not even load it.
  const { main } = await import("./main.ts");
  process.exitCode = await main(process.argv.slice(2));
} else {
  console.error(`drawbridge: ${old}`);
  process.exitCode = 1;
}
