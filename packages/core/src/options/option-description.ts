/** One option as the command line, the help text and the documentation see it. */
export interface OptionDescription {
  /** Its key in the options object. */
  readonly key: string;
  /** Its name on the command line and in configuration files, without dashes. */
  readonly name: string;
  readonly kind: "boolean" | "number" | "text" | "list";
  /** Variables in the order in which they are asked. */
  readonly environment: readonly string[];
  readonly description: string;
  readonly placeholder: string;
  readonly secret: boolean;
  /** What of a value must never leave the process; all of it where the option is secret. */
  secretsWithin(value: string): readonly string[];
  /** Whether a value may hold a secret, be it all of it or a part: it may then stand in the system's keyring. */
  readonly holdsSecrets: boolean;
  readonly emptyCounts: boolean;
  readonly positional: boolean;
  /** Whether it is a path, or begins with one. */
  readonly path: boolean;
  readonly flagOnly: boolean;
  readonly required: boolean;
  readonly separator: string | undefined;
  /** In words; undefined when there is none. */
  readonly defaultText: string | undefined;
}
