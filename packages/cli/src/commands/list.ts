import type { ConnectorDescription } from "@drawbridge/core";
import { coloured } from "../command-line/coloured.ts";
import type { Command } from "../command-line/command.ts";
import { print } from "../command-line/print.ts";
import { officialConnectors } from "../connectors/official-connectors.ts";
import { LockStore } from "../locks/lock-store.ts";

/** Shows the connectors that there are. */
export const list: Command = {
  name: "list",
  operands: "",
  description: "Show the connectors: what each does, needs and grants",
  flags: [{ name: "json", description: "As JSON, with every option and tool" }],
  examples: [["drawbridge list", "see what there is"]],
  async run(call) {
    const connectors = officialConnectors();
    if (call.has("json")) print(`${JSON.stringify(connectors, null, 2)}\n`);
    else print(`${connectors.map(paragraph).join("\n")}\n${addedLine()}`);
    return 0;
  },
};

function paragraph(connector: ConnectorDescription): string {
  const { name, title, description, package: from, tools } = connector;
  const { read, write, destroy } = tools;
  const grants = [
    `${read.length} tools that read`,
    ...(write.length === 0 ? [] : [`${write.length} that write (--access write)`]),
    ...(destroy.length === 0 ? [] : [`${destroy.length} that destroy (--access full)`]),
  ];
  return [
    `${coloured("bold", name)}  ${title}, ${from}`,
    `  does    ${description}`,
    `  needs   ${needs(connector)}`,
    `  grants  ${grants.join(", ")}`,
    "",
  ].join("\n");
}

/** What is asked for first: what it serves, and its secrets. */
function needs({ options }: ConnectorDescription): string {
  const own = options.filter(({ standard }) => !standard);
  const asked = own.filter(({ required, positional, secret }) => required || positional || secret);
  const words = asked.map(({ name, placeholder, positional, secret, required, environment }) => {
    const written = positional
      ? placeholder
      : secret
        ? `${name} (${environment.slice(1).join(" or ") || environment[0]})`
        : `--${name} ${placeholder}`;
    return required || written.startsWith("[") ? written : `[${written}]`;
  });
  return words.length === 0 ? "nothing" : words.join(", ");
}

function addedLine(): string {
  const names = new LockStore().all().map(({ name }) => name);
  const added = names.length === 0 ? "" : `Added: ${[...new Set(names)].join(", ")}. `;
  return `${added}drawbridge add <name> configures one in your AI hosts.\n`;
}
