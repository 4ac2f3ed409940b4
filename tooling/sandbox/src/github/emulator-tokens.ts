import type { Credential } from "./credentials.ts";

/** The emulator lets a token ask 5,000 times an hour, whoever asks; the front counts as GitHub does. */
const each = 30;

/** Tokens by which the emulator knows somebody, to be used in turn so that none of them runs out. */
export function emulatorTokens({ token }: Pick<Credential, "token">): readonly string[] {
  return Array.from({ length: each }, (_, place) => `${token}.${place}`);
}
