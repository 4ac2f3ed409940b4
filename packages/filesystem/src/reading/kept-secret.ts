import { ConnectorError } from "@drawbridge/core";
import { showName } from "../paths/show-name.ts";

/** Said of a file whose content is never shown, whatever asks for it, and whatever is in it. */
export function keptSecret(names: readonly string[]): ConnectorError {
  const name = showName(names.at(-1) ?? "");
  return new ConnectorError(
    "refused",
    `The content of ${name} is not shown: it is kept from being read, or is where secrets are well known to lie. The ` +
      `person who runs this server decides that with --deny; '!${name}' lifts it.`,
  );
}
