/** No way for a call to end that went wrong by its input: the server's own fault, or work that was given up. */
const faulty = new Set(["internal", "timeout", "cancelled"]);

const documented = new Set([
  ...["invalid_input", "not_found", "refused", "needs_confirmation", "conflict", "rate_limited", "unavailable"],
  ...["unauthorized", ...faulty],
]);

/** Too short to say both what was wrong and what would work. */
const shortest = 20;

/** What is wrong with how a call failed; undefined where a model can do something about it. */
export function failureFault(code: unknown, message: string): string | undefined {
  if (typeof code !== "string" || !documented.has(code)) return `ended with ${code}, which is no code of ours`;
  if (faulty.has(code)) return `ended as ${message.startsWith(code) ? message : `${code}: ${message}`}`;
  if (message.length < shortest) return `was ${code}, and said no more than "${message}"`;
  if (message.includes("[object Object]") || /\n\s+at /.test(message)) return `told of its own insides: ${message}`;
  return undefined;
}
