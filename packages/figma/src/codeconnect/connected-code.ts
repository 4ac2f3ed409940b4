import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { CodeConnection } from "./code-connection.ts";
import { connectingFiles } from "./connecting-files.ts";
import { connectionsIn } from "./connections-in.ts";

const largestFile = 256 * 1024;
const mostOfOneNode = 4;
/** In milliseconds: what a person changes while a design is read is seen soon. */
const freshFor = 30_000;

interface FoundConnection extends CodeConnection {
  /** From the project's folder. */
  readonly path: string;
}

/** The code that a project connects to components of its designs, by Code Connect's files in it. Nothing of them is run. */
export class ConnectedCode {
  readonly #folder: string;
  readonly #now: () => number;
  #found: readonly FoundConnection[] = [];
  #readAt = Number.NEGATIVE_INFINITY;
  #told = new Map<string, ReadonlyMap<string, string>>();

  constructor(folder: string, now: () => number = Date.now) {
    this.#folder = folder;
    this.#now = now;
  }

  /**
   * What is connected to the components of a design, by their ids, as it is told.
   *
   * @param keys of the file; those of a file on this machine are not known, and are any
   */
  of(keys: readonly string[] | undefined): ReadonlyMap<string, string> {
    this.#refresh();
    const place = keys?.join() ?? "";
    const told = this.#told.get(place) ?? this.#tell(keys);
    this.#told.set(place, told);
    return told;
  }

  /** The same texts as long as the files are the same. */
  #refresh(): void {
    if (this.#now() - this.#readAt < freshFor) return;
    this.#readAt = this.#now();
    const found = readAll(this.#folder);
    if (JSON.stringify(found) === JSON.stringify(this.#found)) return;
    this.#found = found;
    this.#told = new Map();
  }

  #tell(keys: readonly string[] | undefined): ReadonlyMap<string, string> {
    const byNode = new Map<string, string[]>();
    for (const found of this.#found) {
      if (keys !== undefined && !keys.includes(found.key)) continue;
      const all = byNode.get(found.node) ?? [];
      const text = textOf(found);
      if (!all.includes(text)) byNode.set(found.node, [...all, text]);
    }
    return new Map([...byNode].map(([node, texts]) => [node, allOf(texts)]));
  }
}

function allOf(texts: readonly string[]): string {
  const rest = texts.length - mostOfOneNode;
  return `[${texts.slice(0, mostOfOneNode).join("; ")}${rest > 0 ? `; +${rest}` : ""}]`;
}

function textOf({ component, module, path }: FoundConnection): string {
  const from = module === undefined ? "" : ` from ${JSON.stringify(module)}`;
  return `${component === undefined ? "" : `<${component}>${from} `}${JSON.stringify(path)}`;
}

function readAll(folder: string): FoundConnection[] {
  const substitutions = substitutionsIn(folder);
  return connectingFiles(folder).flatMap((path) => {
    const text = textAt(join(folder, path));
    const found = text === undefined ? [] : connectionsIn(text, substitutions);
    return found.map((one) => ({ ...one, path: path.replaceAll("\\", "/") }));
  });
}

/** Undefined for what is too large for a file of this kind, or cannot be read. */
function textAt(path: string): string | undefined {
  try {
    return statSync(path).size > largestFile ? undefined : readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** What `figma.config.json` has written in place of addresses. */
function substitutionsIn(folder: string): ReadonlyMap<string, string> {
  try {
    const config: unknown = JSON.parse(textAt(join(folder, "figma.config.json")) ?? "{}");
    const { codeConnect } = config as { codeConnect?: { documentUrlSubstitutions?: Record<string, unknown> } };
    const entries = Object.entries(codeConnect?.documentUrlSubstitutions ?? {});
    return new Map(
      entries.filter((entry): entry is [string, string] => entry[0] !== "" && typeof entry[1] === "string"),
    );
  } catch {
    return new Map();
  }
}
