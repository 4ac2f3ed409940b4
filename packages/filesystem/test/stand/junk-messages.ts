import fc from "fast-check";

const asLine = (message: unknown) => JSON.stringify(message);

/** What no host would send: text, JSON of any kind, and messages that are nearly right. */
export const junkMessages: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.json(),
  fc
    .record({ jsonrpc: fc.constant("2.0"), id: fc.jsonValue(), method: fc.jsonValue(), params: fc.jsonValue() })
    .map(asLine),
  fc
    .record({ jsonrpc: fc.constant("2.0"), id: fc.nat(), method: fc.constant("tools/call"), params: fc.jsonValue() })
    .map(asLine),
  fc
    .record({ jsonrpc: fc.constant("2.0"), method: fc.string(), params: fc.dictionary(fc.string(), fc.jsonValue()) })
    .map(asLine),
);
