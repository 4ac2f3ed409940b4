import { type Connector, describeOptions, type OptionDescription } from "@drawbridge/core";

/** The options of a connector whose values must never be shown. */
export function secretOptions({ options }: Connector): readonly OptionDescription[] {
  return describeOptions(options).filter(({ secret }) => secret);
}
