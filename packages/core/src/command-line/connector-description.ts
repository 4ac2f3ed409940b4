import type { Connector } from "../define/connector.ts";
import type { Effect } from "../effects/effect.ts";
import { describeOptions } from "../options/describe-options.ts";
import type { OptionDescription } from "../options/option-description.ts";
import { standardOptions } from "../options/standard-options.ts";
import { readPackage } from "../serving/read-package.ts";

/** What a program has to know of a connector to offer it, ask for its options and start it: what `--describe` prints. */
export interface ConnectorDescription {
  /** Of this format. */
  readonly version: 1;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly package: string;
  readonly packageVersion: string;
  /** Command lines, each with what it does. */
  readonly examples: Connector["examples"];
  /** The connector's own, then those of every connector; without the modes, which are no part of a configuration. */
  readonly options: readonly DescribedOption[];
  /** Names of tools by the least that a call of each may do: what `--access` brings. */
  readonly tools: Readonly<Record<Effect, readonly string[]>>;
}

/** One option, as it is given. */
export interface DescribedOption extends Omit<OptionDescription, "secretsWithin" | "flagOnly" | "emptyCounts"> {
  /** Whether it is one that every connector has. */
  readonly standard: boolean;
}

/** Describes a connector as it is declared, whatever it is started with. */
export function connectorDescription(connector: Connector): ConnectorDescription {
  const { name, title, description, examples, tools } = connector;
  const { name: packageName, version } = readPackage(connector.package);
  return {
    version: 1,
    name,
    title,
    description,
    package: packageName,
    packageVersion: version,
    examples,
    options: [...described(connector.options, false), ...described(standardOptions, true)],
    tools: {
      read: namesOf(tools, "read"),
      write: namesOf(tools, "write"),
      destroy: namesOf(tools, "destroy"),
    },
  };
}

function described(options: Connector["options"], standard: boolean): DescribedOption[] {
  return describeOptions(options)
    .filter(({ flagOnly, kind }) => !(flagOnly && kind === "boolean"))
    .map(({ secretsWithin: _within, flagOnly: _only, emptyCounts: _counts, ...option }) => ({ ...option, standard }));
}

function namesOf(tools: Connector["tools"], lowest: Effect): string[] {
  return tools
    .filter(({ effect }) => (typeof effect === "string" ? effect : effect.lowest) === lowest)
    .map(({ name }) => name);
}
