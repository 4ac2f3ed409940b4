import type { v0_3 } from "@anthropic-ai/mcpb/node";
import type { DescribedOption } from "@drawbridge/core";
import { askedOptions } from "../options/asked-options.ts";
import { byArgument } from "../options/by-argument.ts";
import { choicesOf } from "../options/choices-of.ts";
import { variableOf } from "../options/variable-of.ts";
import { repositoryUrl } from "../published/manifest.ts";
import type { PublishedConnector } from "../published/published-connector.ts";

/** What is in a bundle's manifest.json, by the schema of the bundles' own makers. */
export type BundleManifest = ReturnType<(typeof v0_3)["McpbManifestSchema"]["parse"]>;

type Field = NonNullable<BundleManifest["user_config"]>[string];

/** The program that a host starts, in the bundle. */
export const entryPoint = "server/start.js";

/** What a host is told of a bundle: what it starts, and what it asks a person for. */
export function bundleManifest(connector: PublishedConnector): BundleManifest {
  const { manifest, definitions } = connector;
  const { name, title } = connector.description;
  const asked = askedOptions(connector).filter(fitsField);
  const url = repositoryUrl(manifest);
  return {
    manifest_version: "0.3",
    name: `drawbridge-${name}`,
    display_name: `${title} (Drawbridge)`,
    version: manifest.version,
    description: manifest.description,
    author: { name: "Drawbridge", url },
    repository: { type: "git", url },
    homepage: manifest.homepage,
    documentation: manifest.homepage,
    support: manifest.bugs,
    license: manifest.license,
    keywords: [...manifest.keywords],
    server: {
      type: "node",
      entry_point: entryPoint,
      mcp_config: {
        command: "node",
        args: [`\${__dirname}/${entryPoint}`, ...asked.filter(byArgument).map(placeOf)],
        env: Object.fromEntries(
          asked.filter((option) => !byArgument(option)).map((option) => [`${variableOf(option)}`, placeOf(option)]),
        ),
      },
    },
    tools: definitions.tools.map(({ name, description }) => ({ name, description })),
    // Options may bring further tools, or leave some out.
    tools_generated: true,
    prompts_generated: definitions.prompts.length > 0,
    compatibility: { platforms: ["darwin", "win32", "linux"], runtimes: { node: manifest.engines.node } },
    user_config: Object.fromEntries(asked.map((option) => [option.key, fieldFor(option)])),
  };
}

/** Where a host puts what a person entered. */
function placeOf({ key }: DescribedOption): string {
  return `\${user_config.${key}}`;
}

/** A variable holds one text: a list fits it where it may be written with a separator. */
function fitsField(option: DescribedOption): boolean {
  return option.kind !== "list" || option.separator !== undefined || byArgument(option);
}

/** A field that may stay empty has an empty text, where a host would otherwise hand over the field's name. */
function fieldFor(option: DescribedOption): Field {
  const { kind, name, description, required, defaultText, placeholder } = option;
  const choices = choicesOf(option);
  const words = name.replaceAll("-", " ");
  const notes = [
    ...(choices === undefined ? [] : [`one of ${choices.join(", ")}`]),
    ...(defaultText === undefined ? [] : [`default: ${defaultText}`]),
  ];
  const shared = {
    title: words[0]?.toUpperCase() + words.slice(1),
    description: notes.length === 0 ? description : `${description} (${notes.join("; ")})`,
    required,
    ...(option.holdsSecrets ? { sensitive: true } : {}),
  };
  if (kind === "boolean") return { ...shared, type: "boolean", default: false };
  if (kind === "list" && byArgument(option)) {
    return { ...shared, type: /^<(dir|root)\b/.test(placeholder) ? "directory" : "string", multiple: true };
  }
  return {
    ...shared,
    type: "string",
    ...(required ? {} : { default: choices?.find((it) => it === defaultText) ?? "" }),
  };
}
