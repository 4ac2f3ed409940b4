const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Bytes as base64: where plugins run, there is neither `btoa` nor `Buffer`. */
export function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const [one = 0, two, three] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const bits = (one << 16) | ((two ?? 0) << 8) | (three ?? 0);
    parts.push(
      (digits[bits >> 18] ?? "") +
        (digits[(bits >> 12) & 63] ?? "") +
        (two === undefined ? "=" : (digits[(bits >> 6) & 63] ?? "")) +
        (three === undefined ? "=" : (digits[bits & 63] ?? "")),
    );
  }
  return parts.join("");
}
