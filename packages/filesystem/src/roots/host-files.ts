import { realpath } from "node:fs/promises";
import { sep } from "node:path";
import type { HostRoot, Log, NarrowedClient } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { walk } from "../walking/walk.ts";
import { hostRootPath } from "./host-root-path.ts";
import type { Root } from "./root.ts";

/** More are not looked at. */
const mostRoots = 100;

/** Milliseconds that looking up one folder may take: it may lie on a disk that does not answer. */
const patience = 2000;

/** The files of one host, which says in which folders it works: of each root, what lies in those. */
export class HostFiles implements NarrowedClient<Files> {
  readonly client: Files;
  readonly #given: Files;
  readonly #log: Log;

  constructor(given: Files, log: Log) {
    this.#given = given;
    this.#log = log;
    this.client = given.forHost();
  }

  /** A host without folders to name narrows nothing. One that names none that can be used gets nothing. */
  async to(hostRoots: readonly HostRoot[]): Promise<void> {
    if (hostRoots.length === 0) {
      this.client.narrow({ roots: this.#given.roots, said: undefined });
      return;
    }
    const served = new Map<string, Root>();
    for (const [index, { uri }] of hostRoots.slice(0, mostRoots).entries()) {
      try {
        for (const root of await this.#within(uri)) served.set(root.real, root);
      } catch (error) {
        if (!(error instanceof Unusable)) throw error;
        this.#log.write("warn", { event: "host root", number: index + 1, problem: error.message });
      }
    }
    const roots = [...served.values()];
    const isAll = roots.length === this.#given.roots.length && roots.every(({ part }) => part === undefined);
    this.client.narrow({ roots, said: isAll ? undefined : said(roots, this.#given.roots, hostRoots.length) });
  }

  /** What of the roots lies in one folder of the host's. */
  async #within(uri: string): Promise<Root[]> {
    const named = hostRootPath(uri);
    if ("problem" in named) throw new Unusable(named.problem);
    const real = await realPlace(named.path);
    const whole = this.#given.roots.filter((root) => namesBelow(real, root.real) !== undefined);
    if (whole.some((root) => root.real === real)) return whole;
    const [around] = this.#given.roots
      .filter((root) => namesBelow(root.real, real) !== undefined)
      .sort((a, b) => b.real.length - a.real.length);
    if (around === undefined && whole.length === 0) throw new Unusable("it has nothing in common with the roots");
    return around === undefined ? whole : [this.#part(around, named.path, real), ...whole];
  }

  /** The innermost root alone is asked: its access is the one that holds there. */
  #part(of: Root, given: string, real: string): Root {
    const names = namesBelow(of.real, real) ?? [];
    try {
      using reached = walk(of, names, false);
      const { entry } = reached;
      if (reached.names.length === names.length && entry?.stats.isDirectory()) {
        const directory = this.#given.held.hold(entry);
        if (directory === undefined) throw new Unusable("too many folders were named since the server was started");
        return { given, real, access: of.access, directory, part: { of, names } };
      }
    } catch (error) {
      if (error instanceof Unusable) throw error;
    }
    throw new Unusable("it is no folder that can be reached under its root");
  }
}

/** Why one of a host's folders is left out, for the log. */
class Unusable extends Error {}

async function realPlace(path: string): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unusable("the disk that it is on does not answer")), patience);
  });
  const place = realpath(path).catch(() => {
    throw new Unusable("it does not exist, or this user may not look it up");
  });
  try {
    return await Promise.race([place, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The names that lead from one path to another that lies in it, or is the same; undefined for all others. */
function namesBelow(base: string, path: string): string[] | undefined {
  if (path === base) return [];
  const start = base.endsWith(sep) ? base : base + sep;
  return path.startsWith(start) ? path.slice(start.length).split(sep) : undefined;
}

function said(roots: readonly Root[], given: readonly Root[], count: number): string {
  if (roots.length > 0)
    return "Your host works in certain folders, and of the roots only what lies in those is served.";
  const named = count === 1 ? "a folder" : `${count} folders`;
  const served = given.map((root) => root.given).join(", ");
  return (
    `Your host says that it works in ${named}, and nothing of that lies in what this server was given (${served}): ` +
    "nothing is served. A person can open such a folder in the host, or start the server with another."
  );
}
