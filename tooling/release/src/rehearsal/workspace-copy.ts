import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "./rehearsed-environment.ts";
import { runCommand } from "./run-command.ts";

const minute = 60_000;

/** A copy of what is committed in this repository, in which versions may be raised and files changed. */
export class WorkspaceCopy {
  readonly folder: string;
  readonly #environment: Environment;
  readonly #signal: AbortSignal;

  private constructor(folder: string, environment: Environment, signal: AbortSignal) {
    this.folder = folder;
    this.#environment = environment;
    this.#signal = signal;
  }

  static async make(
    from: string,
    folder: string,
    environment: Environment,
    signal: AbortSignal,
  ): Promise<WorkspaceCopy> {
    const copy = new WorkspaceCopy(folder, environment, signal);
    const settings = { cwd: from, environment, timeout: 2 * minute, signal };
    await runCommand("git", ["clone", "--quiet", "--no-local", from, folder], settings);
    await copy.run("git", ["config", "user.name", "Rehearsal"], minute);
    await copy.run("git", ["config", "user.email", "rehearsal@localhost"], minute);
    return copy;
  }

  /** Installs what the lockfile names. */
  async install(): Promise<void> {
    await this.run("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], 5 * minute);
  }

  /** Adds a changeset that raises these packages. */
  addChangeset(name: string, raised: Readonly<Record<string, "minor" | "patch">>, summary: string): void {
    const lines = Object.entries(raised).map(([of, by]) => `"${of}": ${by}`);
    writeFileSync(join(this.folder, ".changeset", `${name}.md`), `---\n${lines.join("\n")}\n---\n\n${summary}\n`);
  }

  /** Whether changes wait for a release. */
  get hasChangesets(): boolean {
    return readdirSync(join(this.folder, ".changeset")).some((file) => file.endsWith(".md") && file !== "README.md");
  }

  /** Raises versions by what the changesets say and publishes what the registry does not have, as the release workflow does. */
  async release(): Promise<void> {
    await this.#commit("Say what changes");
    await this.run("pnpm", ["exec", "changeset", "version"], 2 * minute);
    await this.#commit("Version packages");
    await this.run("pnpm", ["run", "release"], 20 * minute);
  }

  async #commit(message: string): Promise<void> {
    await this.run("git", ["add", "--all"], minute);
    await this.run("git", ["commit", "--quiet", "--allow-empty", "--message", message], minute);
  }

  async run(command: string, args: readonly string[], timeout: number): Promise<string> {
    const settings = { cwd: this.folder, environment: this.#environment, timeout, signal: this.#signal };
    return runCommand(command, args, settings);
  }
}
