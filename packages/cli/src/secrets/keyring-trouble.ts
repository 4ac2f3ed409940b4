import { type Keyring, systemKeyring } from "./keyring.ts";

/** Why nothing could be kept, found out by keeping something; undefined where all is well. */
export async function keyringTrouble(keyring: Keyring = systemKeyring): Promise<string | undefined> {
  const account = `trial/${process.pid}`;
  const trouble = await keyring.keep(account, "a trial");
  if (trouble === undefined) await keyring.forget(account);
  return trouble;
}
