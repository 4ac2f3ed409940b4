/** Which issues are parts of which, and which wait for which, by their paths. */
export class IssueLinks {
  readonly #parts = new Map<string, string[]>();
  readonly #blockers = new Map<string, string[]>();

  partsOf(path: string): readonly string[] {
    return this.#parts.get(path) ?? [];
  }

  parentOf(path: string): string | undefined {
    return [...this.#parts].find(([, parts]) => parts.includes(path))?.[0];
  }

  addPart(path: string, part: string): void {
    this.#parts.set(path, [...this.partsOf(path), part]);
  }

  removePart(path: string, part: string): void {
    this.#parts.set(
      path,
      this.partsOf(path).filter((one) => one !== part),
    );
  }

  blockersOf(path: string): readonly string[] {
    return this.#blockers.get(path) ?? [];
  }

  blockedBy(path: string): readonly string[] {
    return [...this.#blockers].filter(([, blockers]) => blockers.includes(path)).map(([blocked]) => blocked);
  }

  block(path: string, blocker: string): void {
    this.#blockers.set(path, [...this.blockersOf(path), blocker]);
  }

  unblock(path: string, blocker: string): void {
    this.#blockers.set(
      path,
      this.blockersOf(path).filter((one) => one !== blocker),
    );
  }
}
