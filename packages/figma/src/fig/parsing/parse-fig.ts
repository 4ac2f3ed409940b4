import type { ApartProblem } from "@drawbridge/core";
import { documentOf } from "./document-of.ts";
import { FigError } from "./fig-error.ts";
import { readArchive } from "./read-archive.ts";
import { readCanvas } from "./read-canvas.ts";

/** What the parsing process is asked. */
export interface FigRequest {
  readonly path: string;
  /** Whether outlines are wanted. */
  readonly geometry: boolean;
}

/** What it answers: JSON in UTF-8, which costs less to hand over than the objects. */
export interface ParsedFig {
  readonly drawing: Uint8Array;
  /** The name that `meta.json` has for the file. */
  readonly name: string | undefined;
}

/** Reads a `.fig` or `.jam` file. */
export async function parseFig({
  path,
  geometry,
}: FigRequest): Promise<ParsedFig | { readonly problem: ApartProblem }> {
  try {
    const { canvas, meta } = await readArchive(path);
    const drawing = documentOf(readCanvas(canvas), geometry);
    return { drawing: Buffer.from(JSON.stringify(drawing)), name: nameIn(meta) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function nameIn(meta: unknown): string | undefined {
  if (typeof meta !== "object" || meta === null || !("file_name" in meta)) return undefined;
  return typeof meta.file_name === "string" ? meta.file_name : undefined;
}

/** What a library throws for a broken file is told in its words: they say where it is broken. */
function problemOf(error: unknown): ApartProblem {
  if (error instanceof FigError)
    return {
      code: error.code,
      message: `${error.message} Save it anew in Figma (File, Save local copy), or name another.`,
    };
  const { message } = error as Error;
  const reason = /call stack/.test(message) ? "it is nested too deep" : message;
  return {
    code: "invalid_input",
    message: `The file cannot be read as one of Figma's: ${reason}. Save it anew in Figma (File, Save local copy).`,
  };
}
