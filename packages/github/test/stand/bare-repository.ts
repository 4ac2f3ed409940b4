import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServedGithub } from "./served-github.ts";

interface Entry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
}

/** A bare repository of git itself, in which what `acme/site` holds is made anew. */
export class BareRepository implements Disposable {
  readonly #served: ServedGithub;
  readonly #folder = mkdtempSync(join(tmpdir(), "bare-"));

  constructor(served: ServedGithub) {
    this.#served = served;
    this.git(["init", "--quiet", "--bare"]);
  }

  /** The tree that git makes of a commit's files. */
  async treeOf(commit: string): Promise<string> {
    const { tree } = await this.#ask<{ tree: { sha: string } }>(`commits/${commit}`);
    const { tree: entries } = await this.#ask<{ tree: readonly Entry[] }>(`trees/${tree.sha}?recursive=1`);
    const index: string[] = [];
    for (const { path, mode, type, sha } of entries) {
      // What lies in a submodule is in another repository.
      const object = type === "blob" ? await this.#addBlob(sha) : sha;
      if (type !== "tree") index.push(`${mode} ${object}\t${path}\0`);
    }
    this.git(["read-tree", "--empty"]);
    this.git(["update-index", "-z", "--index-info"], index.join(""));
    return this.git(["write-tree"]).trim();
  }

  /** Runs git there. Throws with what it says where it fails. */
  git(
    given: readonly string[],
    input: string | Buffer = "",
    environment: Readonly<Record<string, string>> = {},
  ): string {
    const env = { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: "1", HOME: this.#folder, ...environment };
    return execFileSync("git", ["--git-dir", this.#folder, ...given], { input, env, stdio: "pipe" }).toString();
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true });
  }

  async #addBlob(sha: string): Promise<string> {
    const { content, encoding } = await this.#ask<{ content: string; encoding: BufferEncoding }>(`blobs/${sha}`);
    return this.git(["hash-object", "-w", "--stdin"], Buffer.from(content, encoding)).trim();
  }

  async #ask<Answer>(path: string): Promise<Answer> {
    return (await this.#served.stand.as("ada", "GET", `/repos/acme/site/git/${path}`)) as Answer;
  }
}
