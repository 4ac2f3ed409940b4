import { officialConnectors } from "../connectors/official-connectors.ts";
import { type Reference, readReference } from "../connectors/read-reference.ts";
import { ask } from "./ask.ts";

/** Asks which connectors to add. */
export async function askConnectors(): Promise<readonly Reference[]> {
  const offers = officialConnectors().map(({ name, title, description }) => ({
    value: name,
    label: title,
    hint: description,
  }));
  return (await ask.several("Which connectors? Space chooses, Enter goes on", offers, true)).map(readReference);
}
