import type { AST } from "@eslint-community/regexpp";
import { RegExpParser } from "@eslint-community/regexpp";

/** Goes on behind what was matched; false makes the one before try something else. */
type Next = (at: number) => boolean;
type Match = (at: number, next: Next) => boolean;

interface Counted {
  readonly spans: ReadonlyArray<readonly [start: number, end: number]>;
  /** How many characters and assertions were tried: what the time of a backtracking engine grows with. */
  readonly steps: number;
}

/** What a global pattern without flags finds in a text, and the work of finding it, which no clock measures. */
export function countedSteps(pattern: RegExp, text: string): Counted {
  const counter = new StepCounter(text);
  const match = counter.compile(new RegExpParser().parsePattern(pattern.source), false);
  const spans: Array<readonly [number, number]> = [];
  for (let start = 0; start <= text.length; ) {
    let end = -1;
    match(start, (at) => {
      end = at;
      return true;
    });
    if (end >= 0) spans.push([start, end]);
    start = end > start ? end : start + 1;
  }
  return { spans, steps: counter.steps };
}

/** A backtracking matcher of the plainest kind: it has none of the engine's short cuts, and so counts no less than it does. */
class StepCounter {
  steps = 0;
  readonly #text: string;
  readonly #groups = new Map<AST.CapturingGroup, string>();

  constructor(text: string) {
    this.#text = text;
  }

  compile(node: AST.Node, back: boolean): Match {
    switch (node.type) {
      case "Pattern":
      case "Group":
        return this.#either(node.alternatives, back);
      case "CapturingGroup":
        return this.#captured(node, back);
      case "Quantifier":
        return isCharacter(node.element) ? this.#run(node, back) : this.#repeat(node, back);
      case "Backreference":
        return (at, next) => {
          const word = this.#groups.get(node.resolved as AST.CapturingGroup) ?? "";
          this.steps += word.length + 1;
          return this.#text.startsWith(word, at) && next(at + word.length);
        };
      case "Assertion":
        return this.#assertion(node);
      default: {
        const step = this.#character(node, back);
        return (at, next) => step(at) && next(back ? at - 1 : at + 1);
      }
    }
  }

  #either(alternatives: readonly AST.Alternative[], back: boolean): Match {
    const each = alternatives.map(({ elements }) => {
      const matches = (back ? [...elements].reverse() : elements).map((element) => this.compile(element, back));
      return matches.reduceRight<Match>(
        (rest, first) => (at, next) => first(at, (then) => rest(then, next)),
        (at, next) => next(at),
      );
    });
    return (at, next) => each.some((alternative) => alternative(at, next));
  }

  #captured(node: AST.CapturingGroup, back: boolean): Match {
    const inner = this.#either(node.alternatives, back);
    return (at, next) =>
      inner(at, (end) => {
        const before = this.#groups.get(node) ?? "";
        this.#groups.set(node, this.#text.slice(Math.min(at, end), Math.max(at, end)));
        if (next(end)) return true;
        this.#groups.set(node, before);
        return false;
      });
  }

  #character(node: AST.Node, back: boolean): (at: number) => boolean {
    const one = new RegExp(`^${node.raw}$`, "s");
    return (at) => {
      this.steps += 1;
      return one.test(this.#text.charAt(back ? at - 1 : at));
    };
  }

  /** Of single characters; without recursion, since runs are long. */
  #run({ element, min, max, greedy }: AST.Quantifier, back: boolean): Match {
    const step = this.#character(element, back);
    const way = back ? -1 : 1;
    return (at, next) => {
      let count = 0;
      const more = () => count < max && step(at + count * way) && ++count > 0;
      while (count < min) if (!more()) return false;
      // A lazy run goes on where what comes next fails; a greedy one comes back.
      if (greedy) while (more());
      do {
        this.steps += 1;
        if (next(at + count * way)) return true;
      } while (greedy ? --count >= min : more());
      return false;
    };
  }

  #repeat({ element, min, max }: AST.Quantifier, back: boolean): Match {
    const once = this.compile(element, back);
    const from = (count: number, at: number, next: Next): boolean =>
      (count < max && once(at, (then) => then !== at && from(count + 1, then, next))) || (count >= min && next(at));
    return (at, next) => from(0, at, next);
  }

  #assertion(node: AST.Assertion): Match {
    const holds = this.#condition(node);
    const negated = "negate" in node && node.negate;
    return (at, next) => {
      this.steps += 1;
      return holds(at) !== negated && next(at);
    };
  }

  #condition(node: AST.Assertion): (at: number) => boolean {
    switch (node.kind) {
      case "start":
        return (at) => at === 0;
      case "end":
        return (at) => at === this.#text.length;
      case "word":
        throw new Error("A border of words holds behind no escape: patterns have none");
      default: {
        const around = this.#either(node.alternatives, node.kind === "lookbehind");
        return (at) => around(at, () => true);
      }
    }
  }
}

function isCharacter({ type }: AST.Node): boolean {
  return type === "Character" || type === "CharacterClass" || type === "CharacterSet";
}
