import { addressesOf } from "../api/addresses.ts";

/** What a login is kept under in the keyring. */
export function keptAccount(host: string, clientId: string): string {
  return `${new URL(addressesOf(host).web).host} ${clientId}`;
}
