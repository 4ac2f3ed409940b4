import type { Answer, Ask, Respond, Routes } from "./exchange.ts";

/** Finds who answers. A variable stands for one segment, and for the rest of the path where its name is one of `long`. */
export class Router {
  readonly #routes: ReadonlyArray<{ readonly method: string; readonly matches: RegExp; readonly respond: Respond }>;

  constructor(routes: readonly Routes[]) {
    this.#routes = routes
      .flatMap((some) => Object.entries(some))
      .map(([name, respond]) => {
        const [method = "", path = ""] = name.split(" ");
        return { method, matches: matcher(path), respond };
      });
  }

  /** Undefined where nobody answers. */
  async answer(ask: Ask): Promise<Answer | undefined> {
    for (const { method, matches, respond } of this.#routes) {
      const found = method === ask.method ? matches.exec(ask.path) : null;
      const answer = found === null ? undefined : await respond(ask, ...found.slice(1).map(decodeURIComponent));
      if (answer !== undefined) return answer;
    }
    return undefined;
  }
}

const long = /\{(path|ref|basehead)\}/g;

function matcher(path: string): RegExp {
  const pattern = path
    .replaceAll(".", "\\.")
    .replace(long, "(.+)")
    .replaceAll(/\{[^}]+\}/g, "([^/]+)");
  return new RegExp(`^${pattern}$`);
}
