import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import type { Person } from "./person.ts";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** What a person types. */
export const keys = { enter: "\r", down: "\u001B[B", left: "\u001B[D", escape: "\u001B" } as const;

/** `drawbridge` at a terminal, which the system's `script` makes: what is shown can be waited for, and answered by keys. */
export class Terminal {
  readonly #child: ChildProcess;
  #shown = "";
  /** What was shown before the last thing that was waited for. */
  #seen = 0;

  constructor(person: Person, argv: readonly string[]) {
    const line = [process.execPath, cli, ...argv].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
    this.#child = spawn("script", ["-qefc", `stty cols 120 rows 50 && exec ${line}`, "/dev/null"], {
      cwd: person.home,
      env: { ...person.environment, TERM: "xterm", NO_COLOR: "1", SHELL: "/bin/sh" },
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#child.stdout?.setEncoding("utf8");
    this.#child.stdout?.on("data", (text: string) => {
      this.#shown += text;
    });
  }

  /** Everything that was shown, without what moves the cursor. */
  get shown(): string {
    return stripVTControlCharacters(this.#shown);
  }

  /**
   * Waits until something is shown that was not waited for yet, and then types. Rejects when the program ends before, or
   * shows nothing more for a minute.
   */
  async answer(question: string, ...typed: readonly string[]): Promise<void> {
    for (;;) {
      const place = this.shown.indexOf(question, this.#seen);
      if (place !== -1) {
        this.#seen = place + question.length;
        break;
      }
      if (this.#child.exitCode !== null) throw new Error(`${JSON.stringify(question)} was never asked:\n${this.shown}`);
      await this.#change(question);
    }
    for (const key of typed) this.#child.stdin?.write(key);
  }

  async #change(question: string): Promise<void> {
    const waiting = new AbortController();
    const signal = AbortSignal.any([waiting.signal, AbortSignal.timeout(60_000)]);
    const output = this.#child.stdout ?? this.#child;
    try {
      await Promise.race([once(output, "data", { signal }), once(this.#child, "close", { signal })]);
    } catch {
      this.#child.kill();
      throw new Error(`${JSON.stringify(question)} was not asked in time:\n${this.shown}`);
    } finally {
      waiting.abort();
    }
  }

  /** Resolves with the exit code, once the program has ended. */
  async end(): Promise<number | null> {
    if (this.#child.exitCode === null) await once(this.#child, "close");
    return this.#child.exitCode;
  }
}
