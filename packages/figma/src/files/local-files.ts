import { readFile, stat } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import { ConnectorError } from "@drawbridge/core";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { readJsonFile } from "./read-json-file.ts";

interface Kept {
  readonly stamp: string;
  readonly document: Promise<FigmaDocument>;
}

/** The files that were named at start. Nothing else of the disk is read, whatever a call asks for. */
export class LocalFiles {
  readonly #paths: readonly string[];
  readonly #maxBytes: number;
  readonly #kept = new Map<string, Kept>();
  readonly #ending = new AbortController();

  constructor(paths: readonly string[], maxBytes: number) {
    this.#paths = paths;
    this.#maxBytes = maxBytes;
  }

  /** By which calls name them: their base names, or, where two are alike, as they were given. */
  get names(): readonly string[] {
    return this.#paths.map((path) => this.#nameOf(path));
  }

  /** The path of a file, by its base name, with or without its extension, or by its path. */
  find(name: string): string | undefined {
    const exact = this.#paths.find((path) => path === name || resolve(path) === name);
    if (exact !== undefined) return exact;
    const named = this.#paths.filter((path) => basename(path) === name);
    const found = named.length > 0 ? named : this.#paths.filter((path) => basename(path, extname(path)) === name);
    if (found.length > 1)
      throw new ConnectorError(
        "invalid_input",
        `Several files are called ${name}. Name one of them as: ${found.map((path) => this.#nameOf(path)).join(", ")}.`,
      );
    return found[0];
  }

  /** What tells one state of a file from the next, without reading it. */
  async stamp(path: string): Promise<string> {
    const { mtimeMs, size, ino } = await this.#stat(path);
    return `${mtimeMs}:${size}:${ino}`;
  }

  /** Read once for as long as the file stays as it is. */
  async read(path: string, signal: AbortSignal): Promise<FigmaDocument> {
    const stamp = await this.stamp(path);
    const kept = this.#kept.get(path);
    if (kept?.stamp === stamp) return kept.document;
    // Others may wait for it too: only the server's end keeps it from being read to its end.
    const document = this.#load(path);
    this.#kept.set(path, { stamp, document });
    document.catch(() => this.#kept.delete(path));
    return untilAborted(document, signal);
  }

  /** A picture that fills layers of a `.fig` or `.jam` file, by its `imageRef`; documents as the API gives them have none. */
  async image(path: string, ref: string, signal: AbortSignal): Promise<Buffer> {
    const { readFigImage } = await import("../fig/read-fig-image.ts");
    return readFigImage(path, ref, signal);
  }

  #stat(path: string) {
    return stat(path).catch((cause: unknown) => {
      throw new ConnectorError(
        "not_found",
        `${basename(path)} was named at start, and there is no such file now: see whether the path is right.`,
        { cause },
      );
    });
  }

  async #load(path: string): Promise<FigmaDocument> {
    const key = this.names[this.#paths.indexOf(path)] ?? basename(path);
    if (/\.(?:fig|jam)$/i.test(path)) {
      const { readFigFile } = await import("../fig/read-fig-file.ts");
      return { ...(await readFigFile(path, this.#ending.signal)), key };
    }
    const { size } = await this.#stat(path);
    if (size <= this.#maxBytes) return readJsonFile(await readFile(path), key);
    throw new ConnectorError(
      "refused",
      `${basename(path)} has ${size} bytes, over --max-document-bytes (${this.#maxBytes}).`,
    );
  }

  /** Gives up what is still being read. */
  close(): void {
    this.#ending.abort(new ConnectorError("cancelled", "The server stops."));
  }

  #nameOf(path: string): string {
    return this.#alike(path).length > 1 ? path : basename(path);
  }

  #alike(path: string): readonly string[] {
    return this.#paths.filter((other) => basename(other) === basename(path));
  }
}

async function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  let leave = () => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason);
    signal.addEventListener("abort", leave, { once: true });
  });
  try {
    return await Promise.race([promise, left]);
  } finally {
    signal.removeEventListener("abort", leave);
  }
}
