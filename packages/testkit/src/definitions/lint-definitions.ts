import { type Connector, makeVisible } from "@drawbridge/core";
import { allowedHosts } from "./allowed-hosts.ts";
import type { Finding } from "./finding.ts";
import type { Rule } from "./rule.ts";
import { blobs } from "./rules/blobs.ts";
import { foreignTools } from "./rules/foreign-tools.ts";
import { hiddenCharacters } from "./rules/hidden-characters.ts";
import { longTexts } from "./rules/long-texts.ts";
import { lookAlikeLetters } from "./rules/look-alike-letters.ts";
import { nearDuplicates } from "./rules/near-duplicates.ts";
import { orders } from "./rules/orders.ts";
import { outsideAddresses } from "./rules/outside-addresses.ts";
import { terminalSequences } from "./rules/terminal-sequences.ts";
import { textsOfConnector } from "./texts/texts-of-connector.ts";

export type { Finding } from "./finding.ts";

const rules: readonly Rule[] = [
  ...[hiddenCharacters, terminalSequences, lookAlikeLetters, orders],
  ...[foreignTools, nearDuplicates, outsideAddresses, blobs, longTexts],
];

/**
 * Looks for poison in every text of a connector that reaches a model or a person before a call. `others` are the
 * connectors that may be served beside it (itself among them does no harm); `hosts` may be named beyond `allowedHosts`.
 * It knows tricks and English words, and so proves nothing of a text that passes.
 */
export function lintDefinitions(
  connector: Connector,
  others: readonly Connector[] = [],
  hosts: readonly string[] = [],
): readonly Finding[] {
  const definitions = {
    connector,
    texts: textsOfConnector(connector),
    others: others.filter((other) => other !== connector),
    allowedHosts: [...allowedHosts, ...hosts],
  };
  return rules.flatMap((rule) => rule(definitions)).map((found) => ({ ...found, where: makeVisible(found.where) }));
}
