import { ConnectorError, type Containment } from "@drawbridge/core";
import type { Journal } from "./journal.ts";

/** Opens the journal on first use, and anew where its folder was deleted. */
export class JournalHolder {
  readonly #folder: string | undefined;
  readonly #containment: Containment;
  #journal: Journal | undefined;

  /** @param folder absolute; undefined where the system says none and the person neither */
  constructor(folder: string | undefined, containment: Containment) {
    this.#folder = folder;
    this.#containment = containment;
  }

  /** Whether something had to be broken off, and waits for being taken up. */
  get isInterrupted(): boolean {
    return (this.#journal?.interrupted.size ?? 0) > 0;
  }

  /** Throws `unavailable` where there can be no journal: nothing is changed then. */
  async get(): Promise<Journal> {
    if (this.#folder === undefined) {
      throw new ConnectorError(
        "unavailable",
        "Nothing is changed, for this user has no home for the journal. The person who runs this server names a folder with --journal.",
      );
    }
    const { Journal } = await import("./journal.ts");
    if (this.#journal?.isThere !== true) {
      this.#journal?.[Symbol.dispose]();
      this.#journal = Journal.open(this.#folder, this.#containment);
    }
    return this.#journal;
  }

  close(): void {
    this.#journal?.[Symbol.dispose]();
  }
}
