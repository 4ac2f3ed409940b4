import { isIP } from "node:net";
import { ConnectorError } from "../errors/connector-error.ts";
import type { Destination } from "./admit-url.ts";
import type { EgressPolicy } from "./egress-policy.ts";
import { judgeAddress } from "./judge-address.ts";

/**
 * The addresses of a destination, resolved once and each of them checked; the connection is made to these and to no
 * other. One that is not allowed refuses the host: a public address beside a private one is how a rebinding begins.
 */
export async function checkedAddresses(
  { name, shown }: Destination,
  { allowPrivate, resolve }: Pick<EgressPolicy, "allowPrivate" | "resolve">,
): Promise<readonly string[]> {
  const bare = name.replace(/^\[|\]$/g, "");
  const isLiteral = isIP(bare) !== 0;
  const addresses = isLiteral ? [bare] : await addressesOf(name, resolve);
  for (const address of addresses) {
    const fault = judgeAddress(address);
    const isOpened = allowPrivate.has(name) && (isLiteral || !fault?.firm);
    if (fault === undefined || isOpened) continue;
    throw new ConnectorError(
      "refused",
      `${shown} is not reached: it has ${fault.kind}. ${remedy(name, !isLiteral && fault.firm)}`,
    );
  }
  return addresses;
}

async function addressesOf(name: string, resolve: EgressPolicy["resolve"]): Promise<readonly string[]> {
  let addresses: readonly string[] = [];
  let reason = "no address";
  try {
    addresses = await resolve(name);
  } catch (error) {
    reason = String((error as NodeJS.ErrnoException).code ?? "the look-up failed");
  }
  if (addresses.length > 0) return addresses;
  throw new ConnectorError(
    "unavailable",
    `The name ${name} could not be looked up (${reason}). Check it, or try again.`,
  );
}

function remedy(name: string, isClosedToNames: boolean | undefined): string {
  if (isClosedToNames) return "A person who means it allows the address itself, not a name for it.";
  return `A person who means it adds "${name}" to the hosts that may be private (allowPrivate).`;
}
