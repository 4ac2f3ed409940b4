import type { Choices } from "../define/choices.ts";
import type { Listing } from "./prepared.ts";

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
}

/** How a tool is listed once the options have said what there is to choose from; see `inputWithChoices`. */
export function listingWithChoices(listing: Listing, choices: Choices): Listing {
  const inputSchema = listing.inputSchema as ObjectSchema;
  const properties = { ...inputSchema.properties };
  for (const [name, values] of Object.entries(choices)) {
    const property = properties[name];
    if (property === undefined) continue;
    const { description } = property;
    const choice = { ...(description === undefined ? {} : { description }), type: "string", enum: values };
    if (values.length < 2) delete properties[name];
    else properties[name] = choice;
  }
  return { ...listing, inputSchema: { ...inputSchema, properties } };
}
