type Outcome =
  | { readonly error: string; readonly interval?: number }
  | { readonly token: string; readonly scope: string };

/** Devices that wait for a person to agree. */
export class DeviceFlow {
  /** Seconds that GitHub wants between two questions; five there. */
  interval = 1;
  readonly #scopes = new Map<string, string>();
  #outcome: { readonly token: string } | { readonly error: string } = { error: "authorization_pending" };

  begin(clientId: string, scope: string): string {
    const code = `device-${clientId}-${this.#scopes.size}`;
    this.#scopes.set(code, scope);
    return code;
  }

  /** The person agrees, and the device is given this token. */
  agree(token: string): void {
    this.#outcome = { token };
  }

  /** `access_denied`, `slow_down`, `expired_token` or, at the start, `authorization_pending`. */
  answer(error: string): void {
    this.#outcome = { error };
  }

  outcome(code: string): Outcome {
    const scope = this.#scopes.get(code);
    if (scope === undefined) return { error: "incorrect_device_code" };
    if ("token" in this.#outcome) return { ...this.#outcome, scope };
    return { ...this.#outcome, ...(this.#outcome.error === "slow_down" ? { interval: this.interval + 5 } : {}) };
  }
}
