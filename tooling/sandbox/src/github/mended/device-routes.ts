import type { Routes } from "../front/exchange.ts";
import type { Stand } from "../stand.ts";

/** The device flow as github.com has it. A test says when the person agrees (`agree`), or refuses. */
export function deviceRoutes(stand: Stand): Routes {
  const { device } = stand;
  return {
    "POST /login/device/code": (ask) => {
      const { client_id = "", scope = "" } = sentBy(ask.body, ask.query);
      const code = device.begin(client_id, scope);
      const verification_uri = `${stand.url}/login/device`;
      return {
        status: 200,
        body: {
          device_code: code,
          user_code: "WDJB-MJHT",
          verification_uri,
          expires_in: 900,
          interval: device.interval,
        },
      };
    },
    "POST /login/oauth/access_token": (ask) => {
      const { device_code = "" } = sentBy(ask.body, ask.query);
      const found = device.outcome(device_code);
      if ("error" in found) return { status: 200, body: { ...found, error_description: found.error } };
      return { status: 200, body: { access_token: found.token, token_type: "bearer", scope: found.scope } };
    },
  };
}

function sentBy(body: unknown, query: URLSearchParams): Readonly<Record<string, string>> {
  return { ...Object.fromEntries(query), ...(body as Record<string, string> | undefined) };
}
