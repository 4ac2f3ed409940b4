import { describeOptions, type OptionDescription } from "@drawbridge/core";
import type { Documented } from "./documented.ts";

type Told = Pick<Documented["connector"], "name" | "options" | "examples">;

/** How a host starts a connector, in the words of its configuration. */
interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Links that add a connector to Cursor and to VS Code, and one to where its bundles are. They are pages on the web that open
 * the application: where a README is read, links of the applications' own schemes are not followed.
 */
export function installLinks(connector: Told): string {
  const cursor = `[Add to Cursor](${cursorLink(connector)})`;
  const code = `[Add to VS Code](${codeLink(connector)})`;
  const bundle = `[Bundle for Claude Desktop](${bundleLink(connector)})`;
  return `${cursor} · ${code} · ${bundle}`;
}

/** The releases of this connector alone, each with its bundle (`.mcpb`) among its files. */
export function bundleLink({ name }: Pick<Told, "name">): string {
  const query = new URLSearchParams({ q: `@drawbridge/${name}`, expanded: "true" });
  return `https://github.com/drawbridge-mcp/drawbridge/releases?${query}`;
}

/** Cursor shows the configuration before it adds it, and reads variables from where it is started. */
export function cursorLink(connector: Told): string {
  const { argument, variable } = essential(connector);
  const given = argument === undefined ? {} : { argument: argument.example };
  const config = commandFor(connector, variable === undefined ? given : { [variable]: `\${env:${variable}}` });
  const query = new URLSearchParams({ name: connector.name, config: btoa(JSON.stringify(config)) });
  return `https://cursor.com/en/install-mcp?${query}`;
}

/** VS Code asks for each input when it first starts the server, and keeps those that are passwords encrypted. */
export function codeLink(connector: Told): string {
  const { option, argument, variable } = essential(connector);
  const place = `\${input:${option.name}}`;
  const config = commandFor(connector, variable === undefined ? { argument: place } : { [variable]: place });
  const { description } = option;
  const inputs = [
    { type: "promptString", id: option.name, description, ...(option.holdsSecrets ? { password: true } : {}) },
  ];
  const asked = argument === undefined ? inputs : inputs.map((input) => ({ ...input, default: argument.example }));
  const query = [
    ["name", connector.name],
    ["inputs", JSON.stringify(asked)],
    ["config", JSON.stringify(config)],
  ];
  const encoded = query.map(([name, value]) => `${name}=${encodeURIComponent(`${value}`).replace(/[()]/g, escaped)}`);
  return `https://vscode.dev/redirect/mcp/install?${encoded.join("&")}`;
}

/** Parentheses would end a Markdown link. */
function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}

function commandFor({ name }: Told, given: Readonly<Record<string, string>>): Command {
  const { argument, ...env } = given;
  const args = ["-y", `@drawbridge/${name}`, ...(argument === undefined ? [] : [argument])];
  return { command: "npx", args, ...(Object.keys(env).length === 0 ? {} : { env }) };
}

interface Essential {
  readonly option: OptionDescription;
  /** Where it is given as an argument: with what the connector's first example has there. */
  readonly argument?: { readonly example: string };
  /** Where it is given by a variable: the ecosystem's own. */
  readonly variable?: string;
}

/** What a connector is connected to: the first of its options. */
function essential({ name, options, examples }: Told): Essential {
  const [option] = describeOptions(options);
  if (option === undefined) throw new Error(`${name} has no options`);
  if (!option.positional || option.environment[1] !== undefined) {
    return { option, variable: option.environment[1] ?? `${option.environment[0]}` };
  }
  const example = examples[0]?.[0].split(" ").at(-1);
  if (example === undefined) throw new Error(`${name} has no example`);
  return { option, argument: { example } };
}
