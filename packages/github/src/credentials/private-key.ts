import { createPrivateKey } from "node:crypto";
import { UsageError } from "@drawbridge/core";

/**
 * The private key of an App as GitHub hands it out: PEM, in a variable perhaps with `\n` for its line ends.
 *
 * @throws UsageError for what is none, without showing it
 */
export function privateKey(text: string): string {
  const pem = text.includes("\n") ? text : text.replaceAll(String.raw`\n`, "\n");
  try {
    if (createPrivateKey(pem).asymmetricKeyType === "rsa") return pem;
  } catch {
    // Its message may say what is in the key.
  }
  throw new UsageError(
    "--app-private-key: expected the private key that GitHub made for the App, a PEM file that begins with -----BEGIN RSA PRIVATE KEY-----",
  );
}
