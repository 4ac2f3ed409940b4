import { ConnectorError } from "../errors/connector-error.ts";

const mostAlternatives = 256;

/** The alternatives that `{a,b}` stand for. Throws `invalid_input` for more of them than anybody writes by hand. */
export function expandBraces(glob: string): string[] {
  const finished: string[] = [];
  const pending = [glob];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const alternatives = expandFirst(next);
    if (alternatives === undefined) finished.push(next);
    else pending.push(...alternatives.reverse());
    if (pending.length + finished.length > mostAlternatives) {
      throw new ConnectorError(
        "invalid_input",
        `The glob stands for over ${mostAlternatives} patterns. Use * or several calls.`,
      );
    }
  }
  return finished;
}

/** The texts with the first pair of braces replaced by each of its alternatives; undefined when there is no such pair. */
function expandFirst(glob: string): string[] | undefined {
  const open = unescapedIndex(glob, "{", 0);
  if (open < 0) return undefined;
  let depth = 0;
  let start = open + 1;
  const parts: string[] = [];
  for (let index = open; index < glob.length; index += 1) {
    const character = glob[index];
    if (character === "\\") index += 1;
    else if (character === "{") depth += 1;
    else if (character === "," && depth === 1) {
      parts.push(glob.slice(start, index));
      start = index + 1;
    } else if (character === "}") {
      depth -= 1;
      if (depth > 0) continue;
      parts.push(glob.slice(start, index));
      return parts.map((part) => glob.slice(0, open) + part + glob.slice(index + 1));
    }
  }
  throw new ConnectorError("invalid_input", "The glob has a { without its }. Write \\{ for the character itself.");
}

function unescapedIndex(text: string, wanted: string, from: number): number {
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === "\\") index += 1;
    else if (text[index] === wanted) return index;
  }
  return -1;
}
