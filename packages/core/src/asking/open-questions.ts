/** A person who has not answered after this many milliseconds is asked no longer. */
const lifetime = 10 * 60 * 1000;

const mostOpen = 1024;

interface OpenQuestion {
  readonly abandoned: () => void;
  readonly forget: () => void;
}

/** The calls that wait for a person, by their references. One that is never answered comes to its end all the same. */
export class OpenQuestions {
  readonly #open = new Map<string, OpenQuestion>();

  /** Whether one more can be asked. */
  get hasRoom(): boolean {
    return this.#open.size < mostOpen;
  }

  /**
   * @param host aborted when the host gives the call up
   * @param abandoned called once, unless `answered` comes before
   */
  add(reference: string, host: AbortSignal, abandoned: () => void): void {
    const giveUp = () => this.#abandon(reference);
    const timer = setTimeout(giveUp, lifetime);
    timer.unref();
    host.addEventListener("abort", giveUp, { once: true });
    const forget = () => {
      clearTimeout(timer);
      host.removeEventListener("abort", giveUp);
    };
    this.#open.set(reference, { abandoned, forget });
    if (host.aborted) giveUp();
  }

  /** The person answered: the call goes on, and ends as other calls do. */
  answered(reference: string): void {
    this.#open.get(reference)?.forget();
    this.#open.delete(reference);
  }

  /** The server stops. */
  abandonAll(): void {
    for (const reference of [...this.#open.keys()]) this.#abandon(reference);
  }

  #abandon(reference: string): void {
    const question = this.#open.get(reference);
    this.answered(reference);
    question?.abandoned();
  }
}
