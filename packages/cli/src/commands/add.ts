import { UsageError } from "@drawbridge/core";
import { type AddSettings, addConnectors } from "../add/add-connectors.ts";
import type { Choice } from "../add/choice.ts";
import { readChoice } from "../add/read-choice.ts";
import type { Call } from "../command-line/call.ts";
import type { Command } from "../command-line/command.ts";
import { confirmed } from "../command-line/confirmed.ts";
import { Failure } from "../command-line/failure.ts";
import { isInteractive } from "../command-line/is-interactive.ts";
import { print } from "../command-line/print.ts";
import { AskedConnector } from "../connectors/asked-connector.ts";
import { findSource } from "../connectors/find-source.ts";
import { type Reference, readReference } from "../connectors/read-reference.ts";
import { installedHosts, namedHosts } from "../hosts/find-hosts.ts";
import type { Host } from "../hosts/host.ts";
import { LockStore } from "../locks/lock-store.ts";
import { systemKeyring } from "../secrets/keyring.ts";
import { readSecret } from "../secrets/read-secret.ts";

/** Configures connectors in the person's AI hosts. */
export const add: Command = {
  name: "add",
  operands: "[connector …]",
  description: "Configure connectors in your AI hosts; asks what they need where there is a terminal",
  rest: "Options of the connector, as its own --help names them, where one connector is added",
  flags: [
    {
      name: "host",
      placeholder: "<names>",
      description: "The hosts, between commas; without it all that are found here",
      repeatable: true,
    },
    { name: "project", description: "Write the configuration of the project in this folder, not your own" },
    {
      name: "name",
      placeholder: "<name>",
      description: "What the hosts are to call it; without it the connector's own name",
    },
    {
      name: "secret-env",
      placeholder: "<option>=<VARIABLE>",
      description: "Have an option's secret from a variable that the host has; repeatable",
      repeatable: true,
    },
    {
      name: "secret-keyring",
      placeholder: "<option>",
      description: "Keep an option's secret in the system's keyring; asked for, or read from stdin; repeatable",
      repeatable: true,
    },
    { name: "replace", description: "Replace a server that has the name already" },
    { name: "no-check", description: "Do not try whether the system can be reached" },
    { name: "dry-run", description: "Show what would be written, and write nothing" },
    { name: "yes", description: "Write without asking" },
  ],
  examples: [
    ["drawbridge add", "pick connectors and hosts, and be asked for the rest"],
    ["drawbridge add filesystem --host cursor -- ~/notes", "let Cursor read a folder"],
    ["drawbridge add postgres --secret-env url=DATABASE_URL", "name a variable for what is secret"],
    ["drawbridge add github --secret-keyring token --yes < token.txt", "keep a secret in the keyring"],
    ["drawbridge add ./my-connector --project", "add one that you made yourself, to this project"],
  ],
  async run(call) {
    const isAsking = isInteractive() && !call.has("yes");
    const project = call.has("project") ? process.cwd() : undefined;
    if (call.operands.length === 0 && !isAsking) throw new UsageError("name a connector; drawbridge list shows them");
    // Before a registry is asked for anything.
    namedHosts(call.list("host"));
    const references = await referencesFor(call, isAsking);
    if (
      references.length > 1 &&
      (call.rest.length > 0 || call.has("name") || call.has("secret-env") || call.has("secret-keyring"))
    ) {
      throw new UsageError("options behind --, --name and secrets belong to one connector: add them one by one");
    }
    const choices: Choice[] = [];
    for (const reference of references) choices.push(await choiceFor(reference, call, isAsking));
    return addConnectors(choices, { ...(await settingsFor(call, isAsking)), project });
  },
};

async function referencesFor(call: Call, isAsking: boolean): Promise<readonly Reference[]> {
  if (call.operands.length > 0 || !isAsking) return call.operands.map(readReference);
  return (await import("../prompts/ask-connectors.ts")).askConnectors();
}

async function choiceFor(reference: Reference, call: Call, isAsking: boolean): Promise<Choice> {
  const { source, remark } = await findSource(reference);
  if (remark !== undefined) print(`${remark}.\n`);
  const description = await new AskedConnector(source).describe();
  const wanted = {
    name: call.text("name"),
    args: call.rest,
    fromVariables: call.texts("secret-env"),
    intoKeyring: call.list("secret-keyring"),
  };
  const choice = await readChoice(source, description, wanted, readSecret);
  // Who has written options knows what is wanted.
  if (!isAsking || choice.args.length > 0 || choice.secrets.length > 0) return choice;
  return (await import("../prompts/ask-choice.ts")).askChoice(choice);
}

async function settingsFor(call: Call, isAsking: boolean): Promise<Omit<AddSettings, "project">> {
  return {
    hosts: await hostsFor(call, isAsking),
    replaces: call.has("replace"),
    dryRun: call.has("dry-run"),
    checks: !call.has("no-check"),
    locks: new LockStore(),
    keyring: systemKeyring,
    confirm: confirmed(call, isAsking),
  };
}

async function hostsFor(call: Call, isAsking: boolean): Promise<readonly Host[]> {
  const names = call.list("host");
  if (names.length > 0) return namedHosts(names);
  const found = installedHosts();
  const usable = call.has("project") ? found.filter(({ projectFile }) => projectFile !== undefined) : found;
  if (isAsking)
    return (await import("../prompts/ask-hosts.ts")).askHosts(usable, call.has("project") ? process.cwd() : undefined);
  if (usable.length > 0) return usable;
  throw new Failure("no AI host is found on this machine: install one, or name it with --host (drawbridge add --help)");
}
