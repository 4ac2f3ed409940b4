import { ConnectorError } from "@drawbridge/core";

/**
 * Refuses an address in which a name is a step to another folder: `/repos/acme/../x` is asked for as `/repos/x`, which is no
 * longer what was held against the scope.
 */
export function assertStays(url: string): void {
  const path = url.split("?", 1)[0] ?? "";
  if (!path.split(/[/\\]/).some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment))) return;
  throw new ConnectorError("invalid_input", "A name cannot be . or .. here. Give the whole name or path.");
}
