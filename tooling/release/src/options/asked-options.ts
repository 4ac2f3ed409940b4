import type { OptionDescription } from "@drawbridge/core";
import type { PublishedConnector } from "../published/connectors.ts";

/** Of what every connector has, that which a person decides when they install one. */
const standardAsked = ["access", "confirm", "tools", "auditLog"];

/** The options that a form asks for: those of the connector that can be kept in a configuration, and few of all connectors. */
export function askedOptions({ own, standard }: PublishedConnector): readonly OptionDescription[] {
  return [...own.filter(({ flagOnly }) => !flagOnly), ...standard.filter(({ key }) => standardAsked.includes(key))];
}
