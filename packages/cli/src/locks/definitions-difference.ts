import { compareLocks, type Definitions, definitionsLock } from "@drawbridge/core";

/** What is otherwise between two sets of definitions, in lines for a person; none where they are the same. */
export function definitionsDifference(before: Definitions, after: Definitions): readonly string[] {
  const { added, removed, changed } = compareLocks(definitionsLock(before), definitionsLock(after));
  return [
    ...added.map((entry) => `+ ${entry}: ${firstLine(listingOf(after, entry))}`),
    ...removed.map((entry) => `- ${entry}`),
    ...changed.flatMap((entry) => [`~ ${entry}`, ...partsThatDiffer(entryIn(before, entry), entryIn(after, entry))]),
  ];
}

type Listing = Readonly<Record<string, unknown>>;

function entryIn(definitions: Definitions, entry: string): unknown {
  if (entry === "title" || entry === "instructions" || entry === "connector") return { [entry]: definitions[entry] };
  return listingOf(definitions, entry);
}

function listingOf(definitions: Definitions, entry: string): Listing {
  const [kind = "", ...words] = entry.split(" ");
  const listings =
    { tool: definitions.tools, resource: definitions.resources, prompt: definitions.prompts }[kind] ?? [];
  return (listings.find(({ name }) => name === words.join(" ")) ?? {}) as Listing;
}

function firstLine({ description }: Listing): string {
  const [line = ""] = String(description ?? "").split("\n");
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

/** Each part that differs, as far as a line has room: a description in both its wordings, an input by its name. */
function partsThatDiffer(before: unknown, after: unknown): string[] {
  const [old, young] = [before as Listing, after as Listing];
  return keysOf(old, young)
    .filter((key) => !isSame(old[key], young[key]))
    .flatMap((key) =>
      key === "inputSchema" || key === "outputSchema"
        ? schemaParts(key, old[key], young[key])
        : wordings(key, old[key], young[key]),
    );
}

function wordings(key: string, before: unknown, after: unknown): string[] {
  return [
    `    ${key}`,
    ...(before === undefined ? [] : [`      was ${shown(before)}`]),
    ...(after === undefined ? [] : [`      now ${shown(after)}`]),
  ];
}

function schemaParts(key: string, before: unknown, after: unknown): string[] {
  const what = key === "inputSchema" ? "input" : "output";
  const [old, young] = [propertiesOf(before), propertiesOf(after)];
  const named = keysOf(old, young)
    .filter((name) => !isSame(old[name], young[name]))
    .flatMap((name) => {
      if (!(name in old)) return [`    ${what} ${name} is new: ${shown(young[name])}`];
      return name in young ? wordings(`${what} ${name}`, old[name], young[name]) : [`    ${what} ${name} is gone`];
    });
  return named.length > 0 ? named : [`    ${what} is described otherwise`];
}

function propertiesOf(schema: unknown): Listing {
  return ((schema as { properties?: Listing } | undefined)?.properties ?? {}) as Listing;
}

function keysOf(one: Listing, other: Listing): string[] {
  return [...new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})])];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 400 ? `${text.slice(0, 399)}…` : text;
}
