/** What a variable of a started server is set to: a text, or what one of the host's own variables holds. */
export type EnvironmentValue = { readonly text: string } | { readonly variable: string };

/** How a host starts one server, whatever its configuration looks like. */
export interface ServerEntry {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, EnvironmentValue>>;
}
