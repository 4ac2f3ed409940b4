import type { Entry } from "@napi-rs/keyring";

/** Where secrets are kept that no file should hold. */
export interface Keyring {
  /** Resolves with why it could not be kept, where it could not. */
  keep(account: string, secret: string): Promise<string | undefined>;
  /** Whether there was one. */
  forget(account: string): Promise<boolean>;
}

/** What entries of this program are called in a keyring, before the account. */
export const keyringService = "drawbridge";

/** The keyring of the system: Keychain, Windows's Credential Manager, a Secret Service. */
export const systemKeyring: Keyring = {
  async keep(account, secret) {
    try {
      const entry = await entryOf(account);
      entry.setPassword(secret);
      return entry.getPassword() === secret ? undefined : "it does not give back what it was given";
    } catch (error) {
      return (error as Error).message.split("\n")[0];
    }
  },
  async forget(account) {
    try {
      return (await entryOf(account)).deletePassword();
    } catch {
      return false;
    }
  },
};

/** The package is native code, and optional: it is missing where nobody built it for the platform. */
async function entryOf(account: string): Promise<Entry> {
  const { Entry } = await import("@napi-rs/keyring");
  return new Entry(keyringService, account);
}
