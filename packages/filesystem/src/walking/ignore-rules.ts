import { closeSync, readFileSync } from "node:fs";
import type { HeldDirectory } from "@drawbridge/core";
import ignore, { type Ignore } from "ignore";

const largestRules = 256 * 1024;

/**
 * `ignore` makes a regular expression of each rule, whose time grows with the path's depth to the power of its `**`: a
 * rule with more of them, which nobody needs, could hold the server up for hours.
 */
const mostDoubleStars = 2;

/** The `.gitignore` files in force at a folder: its own and those above it, up to the root. */
export class IgnoreRules {
  readonly #outer: IgnoreRules | undefined;
  readonly #rules: Ignore | undefined;
  /** How many names lead from the walk's beginning to the folder that these rules lie in. */
  readonly #depth: number;
  /** Names between the folder that these rules lie in and the walk's beginning, for folders above it. */
  readonly #prefix: readonly string[];

  private constructor(
    outer: IgnoreRules | undefined,
    rules: Ignore | undefined,
    depth: number,
    prefix: readonly string[],
  ) {
    this.#outer = outer;
    this.#rules = rules;
    this.#depth = depth;
    this.#prefix = prefix;
  }

  /** The rules of the folders from the root down to just above where a walk begins. */
  static above(root: HeldDirectory, names: readonly string[]): IgnoreRules {
    let rules = new IgnoreRules(undefined, undefined, 0, []);
    const held: HeldDirectory[] = [];
    try {
      for (const [index, name] of names.entries()) {
        const folder = held.at(-1) ?? root;
        rules = new IgnoreRules(rules, readRules(folder), 0, names.slice(index));
        using entry = folder.step(name);
        held.push(entry.intoDirectory());
      }
      return rules;
    } finally {
      for (const folder of held) folder[Symbol.dispose]();
    }
  }

  /** These rules and those of a folder inside. */
  within(folder: HeldDirectory, names: readonly string[]): IgnoreRules {
    const rules = readRules(folder);
    return rules === undefined ? this : new IgnoreRules(this, rules, names.length, []);
  }

  /** There are none. */
  get isEmpty(): boolean {
    return this.#rules === undefined && (this.#outer === undefined || this.#outer.isEmpty);
  }

  /** Whether an entry is left out, by the innermost rules that say anything of it. `.git` always is. */
  excludes(names: readonly string[], isDirectory: boolean): boolean {
    if (names.at(-1) === ".git") return true;
    const verdict = this.#verdict(names, isDirectory ? "/" : "");
    return verdict ?? false;
  }

  #verdict(names: readonly string[], ending: string): boolean | undefined {
    if (this.#rules !== undefined) {
      const path = [...this.#prefix, ...names.slice(this.#depth)].join("/") + ending;
      const { ignored, unignored } = this.#rules.test(path);
      if (ignored) return true;
      if (unignored) return false;
    }
    return this.#outer === undefined ? undefined : this.#outer.#verdict(names, ending);
  }
}

function readRules(folder: HeldDirectory): Ignore | undefined {
  let descriptor: number | undefined;
  let text: string;
  try {
    using entry = folder.step(".gitignore");
    if (!entry.stats.isFile() || entry.stats.size > largestRules) return undefined;
    descriptor = entry.openFile();
    text = readFileSync(descriptor, "utf8");
  } catch {
    // Most folders have none, and one that cannot be read excludes nothing.
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
  const lines = text.split("\n").filter((line) => line.split("**").length - 1 <= mostDoubleStars);
  return ignore({ allowRelativePaths: true, ignorecase: process.platform !== "linux" }).add(lines);
}
