import { nodeCrypto } from "./node-crypto.ts";

/** SHA-256 in hexadecimal: 64 characters. */
export function sha256(content: string | Uint8Array): string {
  return nodeCrypto().hash("sha256", content);
}
