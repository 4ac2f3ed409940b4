import type { OptionDescription } from "./option-description.ts";
import { shortFlags } from "./short-flags.ts";

interface Help {
  /** The command's name. */
  readonly command: string;
  readonly title: string;
  readonly description: string;
  readonly examples: ReadonlyArray<readonly [commandLine: string, meaning: string]>;
  readonly own: readonly OptionDescription[];
  readonly standard: readonly OptionDescription[];
}

const column = 34;

/** What `--help` prints: written for somebody who has never seen the project. */
export function helpText({ command, title, description, examples, own, standard }: Help): string {
  const width = Math.max(...examples.map(([line]) => line.length));
  const positional = own.find((option) => option.positional);
  const usage = `${command} [options]${positional === undefined ? "" : ` ${positional.placeholder}`}`;
  const ownFlags = own.filter((option) => !option.positional);
  return [
    `${title} for AI hosts, over the Model Context Protocol. ${description}`,
    `Usage\n  ${usage}`,
    ["Examples", ...examples.map(([line, meaning]) => `  ${line.padEnd(width)}  ${meaning}`)].join("\n"),
    ...(positional === undefined ? [] : [section(positional.placeholder, [positional])]),
    ...(ownFlags.length === 0 ? [] : [section("Options of this connector", ownFlags)]),
    section("Options of every connector", standard),
    "Each option can also be set by the environment variable shown in [brackets], or in the --config file under its\nname without dashes; a secret also by <VARIABLE>_FILE, or by <VARIABLE>_KEYRING=<service>/<account> in the system's\nkeyring. Exit codes: 0 well, 1 failed, 2 wrong usage.",
    "",
  ].join("\n\n");
}

function section(heading: string, options: readonly OptionDescription[]): string {
  return [heading, ...options.map(line)].join("\n");
}

function line(option: OptionDescription): string {
  const { name, kind, placeholder, description, defaultText, environment, secret, positional } = option;
  const short = shortFlags[name];
  const flag = positional
    ? ""
    : secret
      ? name
      : kind === "boolean"
        ? `${short === undefined ? "" : `-${short}, `}--${name}`
        : `--${name} ${placeholder}`;
  const remarks = [
    ...(defaultText === undefined ? [] : [`(default ${defaultText})`]),
    ...(environment.length === 0 ? [] : [`[${environment.join(", ")}${secret ? `, ${environment[0]}_FILE` : ""}]`]),
  ];
  const text = [description, ...remarks].join(" ");
  const lead = `  ${flag}`.padEnd(column);
  const start = lead.length > column ? `${lead}\n${" ".repeat(column)}` : lead;
  return start + wrap(text, 110 - column).join(`\n${" ".repeat(column)}`);
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
