import type { Connector } from "@drawbridge/core";
import type { Finding } from "../finding.ts";
import { withinOneEdit } from "../names/within-one-edit.ts";
import type { Rule } from "../rule.ts";
import { quote } from "../words/quote.ts";

interface Name {
  readonly where: string;
  readonly name: string;
  readonly owner: string;
}

/**
 * A name that can be mistaken for another is called in its stead, by a model or by a person who approves. Resources are
 * told apart by their addresses; tools, prompts and connectors have only their names.
 */
export const nearDuplicates: Rule = ({ connector, others }) => {
  const beside = others.filter((other) => other !== connector);
  return [connectorNames, toolNames, promptNames].flatMap((namesOf) => {
    const own = namesOf(connector);
    const theirs = beside.flatMap(namesOf);
    return own.flatMap((name, index) =>
      [...own.slice(0, index), ...theirs].filter((other) => mistakable(name.name, other.name)).map(finding(name)),
    );
  });
};

function finding({ where, name, owner }: Name): (other: Name) => Finding {
  return (other) => ({
    where,
    rule: "near-duplicates",
    problem: `${quote(name)} can be mistaken for ${quote(other.name)}${other.owner === owner ? "" : ` of ${quote(other.owner)}`}`,
    mend: "Choose a name that differs in its words, not in a letter or their order.",
  });
}

function mistakable(one: string, other: string): boolean {
  return withinOneEdit(letters(one), letters(other)) || sortedWords(one) === sortedWords(other);
}

function letters(name: string): string {
  return name.normalize("NFKC").toLowerCase().replaceAll(/[_-]/g, "");
}

function sortedWords(name: string): string {
  return name.toLowerCase().split(/[_-]/).sort().join();
}

function connectorNames({ name }: Connector): readonly Name[] {
  return [{ where: "name", name, owner: name }];
}

function toolNames({ name: owner, tools }: Connector): readonly Name[] {
  return tools.map(({ name }) => ({ where: `tools.${name}.name`, name, owner }));
}

function promptNames({ name: owner, prompts = [] }: Connector): readonly Name[] {
  return prompts.map(({ name }) => ({ where: `prompts.${name}.name`, name, owner }));
}
