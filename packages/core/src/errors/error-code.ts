/** What kind of failure an error is. Stable: hosts and tests may rely on these words. */
export type ErrorCode =
  | "invalid_input"
  | "not_found"
  | "refused"
  | "needs_confirmation"
  | "conflict"
  | "rate_limited"
  | "timeout"
  | "cancelled"
  | "unavailable"
  | "unauthorized"
  | "internal";
