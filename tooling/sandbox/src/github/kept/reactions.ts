const contents = ["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"] as const;

/** What somebody made of an issue or a comment, with one sign. */
export interface Reaction {
  readonly id: number;
  readonly login: string;
  readonly content: string;
}

/** Reactions by the path of what they are to. */
export class Reactions {
  readonly #byPath = new Map<string, Reaction[]>();
  #last = 0;

  of(path: string): readonly Reaction[] {
    return this.#byPath.get(path) ?? [];
  }

  /** Somebody's second reaction with the same sign is their first. */
  add(path: string, login: string, content: string): { readonly reaction: Reaction; readonly isNew: boolean } {
    const found = this.of(path).find((one) => one.login === login && one.content === content);
    if (found !== undefined) return { reaction: found, isNew: false };
    this.#last += 1;
    const reaction = { id: this.#last, login, content };
    this.#byPath.set(path, [...this.of(path), reaction]);
    return { reaction, isNew: true };
  }

  remove(path: string, id: number): boolean {
    const left = this.of(path).filter((one) => one.id !== id);
    const isRemoved = left.length < this.of(path).length;
    this.#byPath.set(path, left);
    return isRemoved;
  }

  /** By sign, as issues and comments have it. */
  counts(path: string): Record<string, number> {
    const all = this.of(path);
    const bySign = contents.map((content) => [content, all.filter((one) => one.content === content).length]);
    return { total_count: all.length, ...Object.fromEntries(bySign) };
  }
}
