import type { RGBA } from "@figma/rest-api-spec";

/** A colour's six digits, without its alpha. */
export function hexOf({ r, g, b }: RGBA): string {
  const byte = (channel: number) =>
    Math.round(Math.min(1, Math.max(0, channel)) * 255)
      .toString(16)
      .padStart(2, "0");
  return `#${byte(r)}${byte(g)}${byte(b)}`;
}
