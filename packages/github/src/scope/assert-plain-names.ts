import { ConnectorError } from "@drawbridge/core";

/**
 * Refuses `.` and `..` where a route takes a name: they need no escape, and lead elsewhere once an address is put together.
 *
 * @param route as GitHub's documentation has it: `GET /repos/{owner}/{repo}`
 */
export function assertPlainNames(route: string, parameters: Readonly<Record<string, unknown>>): void {
  for (const [, name = ""] of route.matchAll(/\{(\w+)\}/g)) {
    const value = String(parameters[name] ?? "");
    if (value === "." || value === "..") throw new ConnectorError("invalid_input", `${name} cannot be ${value}`);
  }
}
