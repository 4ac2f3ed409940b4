/** What only GraphQL knows, and where it is: under a path, with a number there. */
export interface KeptNode {
  readonly path: string;
  readonly number: number;
}

/** Where to find what a node's identifier stands for. */
export class Nodes {
  readonly #paths = new Map<string, string>();
  readonly #kept = new Map<string, KeptNode>();

  /** An identifier that a REST answer had, and the path of that object. */
  note(id: string, path: string): void {
    this.#paths.set(id, path);
  }

  pathOf(id: string): string | undefined {
    return this.#paths.get(id);
  }

  /** An identifier that REST does not have. */
  keep(id: string, node: KeptNode): void {
    this.#kept.set(id, node);
  }

  kept(id: string): KeptNode | undefined {
    return this.#kept.get(id);
  }
}

/** An identifier of what the emulator does not know, of the same form as its own. */
export function nodeId(type: string, id: number | string): string {
  return Buffer.from(`0:${type}${id}`).toString("base64").replace(/=+$/, "");
}

/** What a kept identifier is of: `PullRequestReviewThread`. */
export function typeOfNode(id: string): string {
  return /^0:([A-Za-z]+)/.exec(Buffer.from(id, "base64").toString())?.[1] ?? "";
}
