import { sessionBus } from "./session-bus.ts";

/** Reads one entry of the system's keyring; undefined where there is none. Throws where no keyring can be had. */
export type ReadKeyring = (service: string, account: string) => Promise<string | undefined>;

/**
 * The keyring of the system: Keychain, Windows's Credential Manager, a Secret Service. The package is native code and
 * optional: it is missing where nobody built it for the platform, and where a connector does without it.
 */
export const readKeyring: ReadKeyring = async (service, account) => {
  const bus = sessionBus(process.env);
  if (process.platform === "linux" && bus !== undefined) process.env.DBUS_SESSION_BUS_ADDRESS = bus;
  const { AsyncEntry } = await import("@napi-rs/keyring");
  return (await new AsyncEntry(service, account).getPassword()) ?? undefined;
};
