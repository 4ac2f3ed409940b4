/** A secret in the forms in which it may be shown: as it is, and as one call away. */
export function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  // The last characters depend on what follows.
  const encoded = (["base64", "base64url"] as const).map((encoding) => bytes.toString(encoding).slice(0, -4));
  const turned = [...secret].reverse().join("");
  const written = [JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), bytes.toString("hex"), ...encoded];
  return [secret, turned, ...written];
}
