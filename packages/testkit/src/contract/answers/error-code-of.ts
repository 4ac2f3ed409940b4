const invalidParams = -32602;

/**
 * The code of what a host was thrown for a resource, a prompt or a completion. What the protocol itself refuses has none, and
 * counts as `invalid_input`; what fails without either as `internal`.
 */
export function errorCodeOf(error: unknown): string {
  const { code, data } = error as { readonly code?: unknown; readonly data?: { readonly code?: unknown } };
  if (typeof data?.code === "string") return data.code;
  return code === invalidParams ? "invalid_input" : "internal";
}
