const service = "drawbridge-github";

/** A token in the system's keyring: Keychain, Windows's Credential Manager, a Secret Service, or the kernel's of Linux. */
export class KeptToken {
  readonly #account: string;

  /** @param account the host and the client ID that it was given to */
  constructor(account: string) {
    this.#account = account;
  }

  /** Undefined where none is kept, and where no keyring can be had. */
  async read(): Promise<string | undefined> {
    try {
      return (await (await this.#entry()).getPassword()) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Returns why it could not be kept, where it could not. */
  async keep(token: string): Promise<string | undefined> {
    try {
      await (await this.#entry()).setPassword(token);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  }

  /** Why nothing could be kept, found out by keeping something else. */
  async trouble(): Promise<string | undefined> {
    const trial = new KeptToken(`${this.#account} (trial)`);
    const problem = await trial.keep("a trial");
    await trial.forget();
    return problem;
  }

  /** Whether there was one. What cannot be forgotten was not kept either. */
  async forget(): Promise<boolean> {
    try {
      return await (await this.#entry()).deletePassword();
    } catch {
      return false;
    }
  }

  /** The package is native code, and optional: it is missing where nobody built it for the platform. */
  async #entry() {
    const { AsyncEntry } = await import("@napi-rs/keyring");
    return new AsyncEntry(service, this.#account);
  }
}
