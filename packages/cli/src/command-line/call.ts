/** A command as it was called. */
export class Call {
  readonly operands: readonly string[];
  /** What stands behind `--`. */
  readonly rest: readonly string[];
  readonly #flags: ReadonlyMap<string, readonly string[]>;

  /** @param flags the values of each flag by its name; those of one that takes none are empty texts */
  constructor(operands: readonly string[], flags: ReadonlyMap<string, readonly string[]>, rest: readonly string[]) {
    this.operands = operands;
    this.rest = rest;
    this.#flags = flags;
  }

  /** Whether the flag was given. */
  has(flag: string): boolean {
    return this.#flags.has(flag);
  }

  /** The flag's value; undefined where it was not given. */
  text(flag: string): string | undefined {
    return this.#flags.get(flag)?.[0];
  }

  /** Every value of a flag that may be repeated, split at commas. */
  list(flag: string): readonly string[] {
    return (this.#flags.get(flag) ?? []).flatMap((value) => value.split(",")).filter((value) => value !== "");
  }

  /** Every value of a flag that may be repeated, as they are. */
  texts(flag: string): readonly string[] {
    return this.#flags.get(flag) ?? [];
  }
}
