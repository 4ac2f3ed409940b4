import type { DefinitionsLock } from "./definitions-lock.ts";

/** How two locks differ; entries are named `tool fs_read`, `resource file`, `prompt review`, `instructions`, `title`. */
export interface LockDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** Names what was added, removed and changed from one lock of definitions to the next. */
export function compareLocks(before: DefinitionsLock, after: DefinitionsLock): LockDifference {
  const [old, young] = [entriesOf(before), entriesOf(after)];
  const inBoth = [...young].filter(([entry]) => old.has(entry));
  return {
    added: [...young.keys()].filter((entry) => !old.has(entry)),
    removed: [...old.keys()].filter((entry) => !young.has(entry)),
    changed: inBoth.filter(([entry, digest]) => old.get(entry) !== digest).map(([entry]) => entry),
  };
}

function entriesOf({ connector, title, instructions, tools, resources, prompts }: DefinitionsLock) {
  const named = (kind: string, digests: Readonly<Record<string, string>>) =>
    Object.entries(digests).map(([name, digest]) => [`${kind} ${name}`, digest] as const);
  return new Map([
    ["connector", connector],
    ["title", title],
    ...(instructions === null ? [] : [["instructions", instructions] as const]),
    ...named("tool", tools),
    ...named("resource", resources),
    ...named("prompt", prompts),
  ]);
}
