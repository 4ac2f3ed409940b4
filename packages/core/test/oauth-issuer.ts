import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from "jose";
import { vi } from "vitest";

const secret = "the-secret-of-a-client-that-is-known-to-the-provider";

/** Of a JSON object; what is undefined is left out of it. */
type Members = Readonly<Record<string, unknown>>;

/** The server whose tokens are checked, as its clients write it. */
export const resource = "http://127.0.0.1:8765/mcp";

/** A signing key, private part included, under a name. */
export async function signingKey(kid: string, alg = "RS256"): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg, use: "sig" };
}

/** A real OpenID provider on a loopback port, which issues JWT access tokens to one client for itself. */
export class OAuthIssuer {
  /** Paths that were asked for, in order. */
  readonly seen: string[] = [];
  readonly #server: Server;
  #keys: readonly JWK[];
  #port = 0;

  private constructor(keys: readonly JWK[]) {
    this.#keys = keys;
    this.#server = createServer((request) => this.seen.push(request.url ?? ""));
  }

  static async open(...keys: readonly JWK[]): Promise<OAuthIssuer> {
    const issuer = new OAuthIssuer(keys);
    await issuer.up();
    await issuer.rotate(...keys);
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Publishes these keys and no other from now on, and signs with the first. */
  async rotate(...keys: readonly JWK[]): Promise<void> {
    this.#keys = keys;
    // It complains on the console about all that makes it fit for a test.
    vi.spyOn(console, "warn").mockReturnValue();
    vi.spyOn(console, "info").mockReturnValue();
    const { Provider } = await import("oidc-provider");
    const getResourceServerInfo = (_: unknown, audience: string) => ({
      scope: "mcp:read mcp:write mcp:full other",
      audience,
      accessTokenFormat: "jwt" as const,
      accessTokenTTL: 600,
      jwt: { sign: { alg: "RS256" as const } },
    });
    const provider = new Provider(this.url, {
      jwks: { keys: [...keys] },
      clients: [
        {
          client_id: "robot",
          client_secret: secret,
          grant_types: ["client_credentials"],
          redirect_uris: [],
          response_types: [],
        },
      ],
      features: {
        clientCredentials: { enabled: true },
        devInteractions: { enabled: false },
        resourceIndicators: { enabled: true, getResourceServerInfo },
      },
    });
    const answer = provider.callback();
    this.#server.removeAllListeners("request");
    this.#server.on("request", (request, response) => {
      this.seen.push(request.url ?? "");
      void answer(request, response);
    });
  }

  /** A token as the provider issues it to the client `robot`. */
  async issue(scope = "mcp:read", audience = resource): Promise<string> {
    const answer = await fetch(`${this.url}/token`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`robot:${secret}`)}`, connection: "close" },
      body: new URLSearchParams({ grant_type: "client_credentials", resource: audience, scope }),
    });
    const { access_token: token, error } = (await answer.json()) as Readonly<Record<string, string>>;
    if (token === undefined) throw new Error(`The provider issues no token: ${error}`);
    return token;
  }

  /** A token as the provider could issue it, changed: signed with its own first key, unless another is given. */
  async sign(claims: Members = {}, header: Members = {}, key = this.#keys[0]): Promise<string> {
    if (key === undefined) throw new Error("There is no key to sign with");
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: this.url, aud: resource, sub: "somebody", iat: now, exp: now + 600, scope: "mcp:read" };
    const payload = JSON.parse(JSON.stringify({ ...usual, ...claims })) as JWTPayload;
    const { alg = "RS256", kid } = key;
    return new SignJWT(payload)
      .setProtectedHeader(JSON.parse(JSON.stringify({ alg, kid, typ: "at+jwt", ...header })))
      .sign(key);
  }

  async up(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
