import { JsonInPieces } from "./json-in-pieces.ts";

/**
 * The value that JSON tells, which is read as it arrives and never there as a whole. Equal parts of it may be one object: it is not to
 * be changed.
 *
 * @throws SyntaxError where it is no JSON
 */
export async function readJson(body: AsyncIterable<Uint8Array>): Promise<unknown> {
  const json = new JsonInPieces();
  for await (const bytes of body) json.push(bytes);
  return json.end();
}
