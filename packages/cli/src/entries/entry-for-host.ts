import type { DescribedOption } from "@drawbridge/core";
import type { ConnectorSource } from "../connectors/connector-source.ts";
import { entryCommand } from "../connectors/entry-command.ts";
import type { Host } from "../hosts/host.ts";
import type { EnvironmentValue, ServerEntry } from "./server-entry.ts";

interface Started {
  readonly source: ConnectorSource;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, EnvironmentValue>>;
  readonly options: readonly DescribedOption[];
}

/** The entry by which one host starts a connector, or why that host cannot, in words that tell another way. */
export function entryForHost(
  host: Host,
  { source, args, env, options }: Started,
  platform = process.platform,
): ServerEntry | { readonly problem: string } {
  const values: Record<string, EnvironmentValue> = {};
  for (const [name, value] of Object.entries(env)) {
    if ("text" in value) {
      values[name] = value;
      continue;
    }
    const option = options.find(({ environment }) => environment.includes(name));
    const handed = handedOn(host, name, value.variable, option);
    if (typeof handed === "object") return handed;
    if (handed !== undefined) values[handed] = value;
  }
  return { ...wrapped(entryCommand(source, args), host, platform), env: values };
}

/** Under which name the entry sets it; undefined where the server has it anyway. */
function handedOn(
  { title, variables }: Host,
  name: string,
  variable: string,
  option: DescribedOption | undefined,
): string | undefined | { readonly problem: string } {
  const keyring = `keep it in the system's keyring instead (--secret-keyring ${option?.name ?? "<option>"})`;
  if (variables === "by reference") return name;
  if (variables === "none") return { problem: `${title} hands no variables to its servers: ${keyring}` };
  const own = option?.environment ?? [name];
  if (!own.includes(variable)) {
    return {
      problem: `${title} hands variables on only by their own names, one of ${own.join(", ")}: set that one, or ${keyring}`,
    };
  }
  return variables === "by name" ? variable : undefined;
}

/** The command processor would act on some characters. */
const special = /[\s"&|<>^%!()]/;

function wrapped(
  { command, args }: Omit<ServerEntry, "env">,
  { wrapsOnWindows }: Host,
  platform: string,
): Omit<ServerEntry, "env"> {
  const isPlain = !args.some((argument) => special.test(argument));
  if (platform !== "win32" || wrapsOnWindows !== true || command !== "npx" || !isPlain) return { command, args };
  return { command: "cmd", args: ["/c", command, ...args] };
}
