import { type Mode, UsageError } from "@drawbridge/core";
import type { options } from "../options.ts";

/** `--login`: logs a person in with a code, and keeps the token for the server to come. */
export const login: Mode<typeof options> = {
  option: "login",
  async *run(given, context) {
    const { clientId } = given;
    if (clientId === undefined) throw new UsageError(neededId);
    const { logIn } = await import("./log-in.ts");
    yield* logIn({ ...given, clientId }, context);
  },
};

const neededId =
  "--login: say by which app, with --client-id and the client ID of an OAuth app or a GitHub App of yours";
