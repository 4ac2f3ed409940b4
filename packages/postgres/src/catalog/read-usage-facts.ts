import type { UsageFacts } from "./usage-facts.ts";

/** Reads the one value that `usageFactsStep` asks for. */
export function readUsageFacts(json: string): UsageFacts {
  const facts = JSON.parse(json) as { [Key in keyof UsageFacts]: UsageFacts[Key] | null };
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, value ?? []])) as unknown as UsageFacts;
}
