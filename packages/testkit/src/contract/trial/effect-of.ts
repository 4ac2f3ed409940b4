import type { Connector, Effect } from "@drawbridge/core";

/** What a call with this input does, by the tool's own word. Throws what the tool throws, and for input it does not take. */
export async function effectOf({ effect, input: schema }: Connector["tools"][number], input: unknown): Promise<Effect> {
  return typeof effect === "string" ? effect : effect.of(schema.parse(input) as never);
}
