import type { Lock } from "../locks/lock.ts";
import { type Keyring, keyringService } from "./keyring.ts";

/**
 * Takes the secrets of a connector out of the keyring, but for those that another one has too. Returns what was there.
 *
 * @param others the locks that are left
 */
export async function forgetSecrets(
  lock: Pick<Lock, "env">,
  others: readonly Pick<Lock, "env">[],
  keyring: Keyring,
): Promise<string[]> {
  const kept = new Set(others.flatMap(accountsOf));
  const forgotten: string[] = [];
  for (const account of accountsOf(lock)) {
    if (!kept.has(account) && (await keyring.forget(account))) forgotten.push(account);
  }
  return forgotten;
}

function accountsOf({ env }: Pick<Lock, "env">): string[] {
  return Object.entries(env).flatMap(([name, value]) =>
    name.endsWith("_KEYRING") && "text" in value && value.text.startsWith(`${keyringService}/`)
      ? [value.text.slice(keyringService.length + 1)]
      : [],
  );
}
