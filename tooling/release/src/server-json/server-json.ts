import type { DescribedOption } from "@drawbridge/core";
import { askedOptions } from "../options/asked-options.ts";
import { byArgument } from "../options/by-argument.ts";
import { choicesOf } from "../options/choices-of.ts";
import { variableOf } from "../options/variable-of.ts";
import { repositoryUrl } from "../published/manifest.ts";
import type { PublishedConnector } from "../published/published-connector.ts";
import type { Argument, Input, RegistryPackage, ServerJson } from "./server-json-schema.ts";
import { schemaUrl } from "./server-json-schema.ts";

/** A bundle of the same version, where it can be downloaded. */
export interface BundleAsset {
  readonly url: string;
  readonly sha256: string;
}

/** What the registry of MCP servers is told of a connector: where it is, and what a person gives it. */
export function serverJson(connector: PublishedConnector, bundle?: BundleAsset): ServerJson {
  const { manifest } = connector;
  const { mcpName, name, version, description, repository, homepage } = manifest;
  if (mcpName === undefined) throw new Error(`${name} has no mcpName in its package.json`);
  const url = repositoryUrl(manifest);
  return {
    $schema: schemaUrl,
    name: mcpName,
    title: connector.description.title,
    description,
    version,
    websiteUrl: homepage,
    repository: { url, source: "github", subfolder: repository.directory },
    packages: [fromNpm(connector, name, version), ...(bundle === undefined ? [] : [asBundle(version, bundle)])],
  };
}

function fromNpm(connector: PublishedConnector, identifier: string, version: string): RegistryPackage {
  const asked = askedOptions(connector);
  return {
    registryType: "npm",
    identifier,
    version,
    runtimeHint: "npx",
    transport: { type: "stdio" },
    packageArguments: asked.filter(byArgument).map(argumentFor),
    environmentVariables: asked
      .filter((option) => !byArgument(option))
      .map((option) => ({ name: `${variableOf(option)}`, ...inputFor(option) })),
  };
}

/** A host asks by the form in the bundle's own manifest. */
function asBundle(version: string, { url, sha256 }: BundleAsset): RegistryPackage {
  return {
    registryType: "mcpb",
    identifier: url,
    version,
    fileSha256: sha256,
    transport: { type: "stdio" },
  };
}

function argumentFor(option: DescribedOption): Argument {
  const isRepeated = option.kind === "list";
  return { type: "positional", valueHint: option.name, isRepeated, ...inputFor(option) };
}

/** A default is a value that could be given; what is told in words stands in the description. */
function inputFor(option: DescribedOption): Input {
  const { kind, description, required, defaultText, placeholder } = option;
  const choices = choicesOf(option);
  const isValue = defaultText !== undefined && (kind === "number" || choices?.includes(defaultText) === true);
  return {
    description: defaultText === undefined || isValue ? description : `${description} (default: ${defaultText})`,
    format: formatOf(option),
    isRequired: required,
    isSecret: option.holdsSecrets,
    ...(isValue ? { default: defaultText } : {}),
    ...(choices === undefined ? {} : { choices: [...choices] }),
    ...(choices === undefined && placeholder !== "<text>" ? { placeholder } : {}),
  };
}

function formatOf({ kind, placeholder }: DescribedOption): NonNullable<Input["format"]> {
  if (kind === "boolean" || kind === "number") return kind;
  return /^<(file|dir|root)\b/.test(placeholder) ? "filepath" : "string";
}
