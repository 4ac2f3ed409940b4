import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Apart } from "@drawbridge/core/apart";
import type { ParseRequest } from "./parse-request.ts";
import type { Parsed } from "./parsed.ts";

const apart = new Apart(program, 2);

/**
 * Parses a document in a process of its own, which has limits and is killed when the signal says so. Throws `invalid_input`
 * for a document that is broken, `refused` for one that takes too much.
 */
export function parseApart(request: ParseRequest, signal: AbortSignal): Promise<Parsed> {
  return apart.ask<Parsed>(request, signal);
}

/** The package is asked by its name: this code lies elsewhere in the program, in the compiled files and in the source. */
function program(): string {
  const manifest = createRequire(import.meta.url).resolve("@drawbridge/filesystem/package.json");
  return join(dirname(manifest), "dist", "parsing", "process.js");
}
