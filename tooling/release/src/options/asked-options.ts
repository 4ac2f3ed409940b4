import type { DescribedOption } from "@drawbridge/core";
import type { PublishedConnector } from "../published/published-connector.ts";

/** Of what every connector has, that which a person decides when they install one. */
const standardAsked = ["access", "confirm", "tools", "auditLog"];

/** The options that a form asks for: those of the connector, and few of those that all connectors have. */
export function askedOptions({ description }: PublishedConnector): readonly DescribedOption[] {
  return description.options.filter(({ key, standard }) => !standard || standardAsked.includes(key));
}
