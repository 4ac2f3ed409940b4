type Reference = { type: "ref/resource"; uri: string } | { type: "ref/prompt"; name: string };

/** What the clients of both SDKs have. */
interface Completing {
  complete(asked: {
    ref: Reference;
    argument: { name: string; value: string };
    context: { arguments: Record<string, string> };
  }): Promise<{ completion: { values: string[] } }>;
}

/** What a server suggests, asked by a client of either SDK. */
export async function suggestions(
  client: Completing,
  ref: Reference,
  name: string,
  value: string,
  chosen: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const { completion } = await client.complete({ ref, argument: { name, value }, context: { arguments: chosen } });
  return completion.values;
}
