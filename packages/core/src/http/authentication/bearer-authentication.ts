import type { Authentication } from "./authentication.ts";
export class BearerAuthentication implements Authentication {
  readonly #token: string;
  constructor(token: string) {
    this.#token = token;
  }
  async authenticate(a: string | undefined) {
    if (a === `Bearer ${this.#token}`) return { principal: "bearer", access: "full" as const };
    return { status: 401 as const, challenge: "Bearer", message: "no" };
  }
  insufficient() {
    return { status: 403 as const, challenge: undefined, message: "no" };
  }
}
