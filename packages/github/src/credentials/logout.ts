import { type Mode, UsageError } from "@drawbridge/core";
import type { options } from "../options.ts";

/** `--logout`: forgets what `--login` kept. */
export const logout: Mode<typeof options> = {
  option: "logout",
  async *run({ clientId, host = "github.com" }) {
    if (clientId === undefined) throw new UsageError("--logout: say of which app, with --client-id");
    const [{ KeptToken }, { keptAccount }] = await Promise.all([
      import("./kept-token.ts"),
      import("./kept-account.ts"),
    ]);
    if (await new KeptToken(keptAccount(host, clientId)).forget())
      yield {
        level: "ok",
        title: "The token is forgotten here",
        detail: "GitHub still knows it, until the app is revoked under Settings, Applications",
      };
    else yield { level: "note", title: "No token was kept for this app, or no keyring can be had" };
  },
};
