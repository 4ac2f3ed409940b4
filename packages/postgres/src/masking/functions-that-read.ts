import type { SourceFunction } from "./masked-catalog.ts";

/** Languages whose source is read here; what others do is not known. */
const readable: ReadonlySet<string> = new Set(["sql", "plpgsql"]);

/**
 * Functions that may read one of these relations by themselves: whose source has its name in it, the name of another such function,
 * a name by escapes, or that runs what it puts together.
 */
export function functionsThatRead(
  functions: readonly SourceFunction[],
  relations: readonly string[],
): SourceFunction[] {
  const found = new Set<SourceFunction>();
  const names = new Set(relations.map((name) => name.toLowerCase()));
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const one of functions) {
      if (found.has(one) || !mayRead(one, names)) continue;
      found.add(one);
      names.add(one.name.toLowerCase());
      isNew = true;
    }
  }
  return [...found];
}

function mayRead({ language, source }: SourceFunction, names: ReadonlySet<string>): boolean {
  if (!readable.has(language)) return true;
  const text = source.toLowerCase();
  if (/u&"/.test(text) || (language === "plpgsql" && /\bexecute\b/.test(text))) return true;
  const words = new Set(text.split(/[^\p{L}\p{N}_$]+/u));
  return [...names].some((name) => (/^[\p{L}\p{N}_$]+$/u.test(name) ? words.has(name) : text.includes(name)));
}
