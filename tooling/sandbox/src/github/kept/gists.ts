/** A gist: files of somebody's, which anybody may read who knows its address. */
export interface Gist {
  readonly id: string;
  readonly login: string;
  readonly isPublic: boolean;
  description: string | null;
  readonly files: Map<string, string>;
  readonly comments: { readonly id: number; readonly login: string; readonly body: string }[];
}

/** All gists. */
export class Gists {
  readonly all: Gist[] = [];
  #last = 0;

  add(gist: Pick<Gist, "login" | "isPublic" | "description" | "files">): Gist {
    const made = { ...gist, id: this.next().toString(16).padStart(32, "a"), comments: [] };
    this.all.push(made);
    return made;
  }

  remove(gist: Gist): void {
    this.all.splice(this.all.indexOf(gist), 1);
  }

  next(): number {
    this.#last += 1;
    return this.#last;
  }
}
