import type { Redactor } from "../redaction/redactor.ts";

/** In characters. A trace is to show what a call was about, not to hold a copy of it. */
const longest = 4096;

/**
 * A text of a call, or the JSON of a value, as a span may show it: without secrets, and cut where it is long. Texts are
 * redacted each by itself and again as a whole, since JSON escapes what is inside them.
 *
 * @param visible shows characters that hide, in what has not been through the fence
 */
export function shownContent(
  value: unknown,
  { text: redacted }: Redactor,
  visible: (text: string) => string = (text) => text,
): string {
  const redactText = (_: string, inner: unknown) => (typeof inner === "string" ? redacted(inner) : inner);
  const whole = typeof value === "string" ? value : (JSON.stringify(value, redactText) ?? "");
  const shown = visible(redacted(whole));
  return shown.length <= longest ? shown : `${shown.slice(0, longest)} … (cut)`;
}
