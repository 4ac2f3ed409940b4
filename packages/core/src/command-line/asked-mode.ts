import type { Connector } from "../define/connector.ts";
import type { Mode } from "../define/mode.ts";
import { describeOptions } from "../options/describe-options.ts";
import { UsageError } from "../options/usage-error.ts";

/**
 * The connector's own mode that a flag asks for. Throws `UsageError` where another flag asks for something else.
 *
 * @param asked names of the flags that ask for something to be done
 */
export function askedMode({ modes = [], options }: Connector, asked: readonly string[]): Mode | undefined {
  if (modes.length === 0 || asked.includes("help") || asked.includes("version")) return undefined;
  const names = new Map(describeOptions(options).map(({ key, name }) => [key, name]));
  const mode = modes.find(({ option }) => asked.includes(names.get(option) ?? ""));
  const other = mode && asked.find((flag) => flag !== names.get(mode.option));
  if (mode === undefined || other === undefined) return mode;
  throw new UsageError(
    `--${names.get(mode.option)} and --${other} are two different things to do; leave one of them out`,
  );
}
