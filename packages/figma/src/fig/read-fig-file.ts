import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, extname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ConnectorError } from "@drawbridge/core";
import { Apart } from "@drawbridge/core/apart";
import type { FigmaDocument } from "../documents/figma-document.ts";
import type { FigRequest, ParsedFig } from "./parsing/parse-fig.ts";

/** Pictures and all. */
const largestFile = 2 * 1024 * 1024 * 1024;

const apart = new Apart(program, 1);

interface FigReading {
  /** Whether the outlines of shapes are wanted, as SVG paths. */
  readonly geometry?: boolean;
}

/**
 * Reads a `.fig` or `.jam` file that a person saved, in a process of its own, since such a file may be made to harm its
 * reader. Throws `not_found`, `invalid_input` for one that is broken, `refused` for one that takes too much.
 */
export async function readFigFile(
  path: string,
  signal: AbortSignal,
  { geometry = false }: FigReading = {},
): Promise<FigmaDocument> {
  const { mtime } = await statOf(path);
  const [version, parsed] = await Promise.all([
    digestOf(path, signal),
    apart.ask<ParsedFig>({ path, geometry } satisfies FigRequest, signal),
  ]);
  const key = basename(path);
  return {
    key,
    name: parsed.name ?? basename(path, extname(path)),
    version,
    lastModified: mtime.toISOString(),
    ...JSON.parse(Buffer.from(parsed.drawing).toString("utf8")),
    source: "fig",
  };
}

async function statOf(path: string) {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new ConnectorError("not_found", `There is no file ${basename(path)} any more.`);
  if (!found.isFile()) throw new ConnectorError("invalid_input", `${basename(path)} is no file.`);
  if (found.size > largestFile)
    throw new ConnectorError(
      "refused",
      `${basename(path)} is over ${largestFile / 1024 ** 3} GiB: save a copy with fewer pages.`,
    );
  return found;
}

/** Changes with each change of the file. */
async function digestOf(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { signal }), hash);
  return hash.digest("hex").slice(0, 32);
}

/** The package is asked by its name: this code lies elsewhere in the program, in the compiled files and in the source. */
function program(): string {
  const manifest = createRequire(import.meta.url).resolve("@drawbridge/figma/package.json");
  return join(dirname(manifest), "dist", "parsing", "process.js");
}
