import type { GithubCall } from "../api/github-call.ts";
import { nodesOf } from "../pulls/nodes-of.ts";
import type { Project, ProjectField } from "./project.ts";

/** A field by its name and what it is set to, in GraphQL's words. Throws `invalid_input` that names what there is. */
export function fieldValue(call: GithubCall, { fields }: Project, wanted: string, value: string | number | null) {
  const all = nodesOf(fields);
  const field = named(all, wanted, ({ name }) => name);
  if (field === undefined)
    throw call.invalid(`There is no field ${wanted}. There are ${all.map(({ name }) => name).join(", ")}.`);
  return { fieldId: field.id, ...(value === null ? {} : { value: setting(call, field, value) }) };
}

function setting(call: GithubCall, field: ProjectField, value: string | number): object {
  const { name, dataType, options = [], configuration } = field;
  const text = String(value);
  switch (dataType) {
    case "TEXT":
      return { text };
    case "DATE":
      return { date: text };
    case "NUMBER":
      if (Number.isFinite(Number(value))) return { number: Number(value) };
      throw call.invalid(`The field ${name} takes a number.`);
    case "SINGLE_SELECT":
      return { singleSelectOptionId: chosen(call, name, options, text, (option) => option.name) };
    case "ITERATION":
      return { iterationId: chosen(call, name, configuration?.iterations ?? [], text, ({ title }) => title) };
    default:
      throw call.invalid(`The field ${name} is changed in the issue or pull request itself, with github_issue_write.`);
  }
}

function chosen<Choice extends { readonly id: string }>(
  call: GithubCall,
  field: string,
  choices: readonly Choice[],
  wanted: string,
  nameOf: (choice: Choice) => string,
): string {
  const found = named(choices, wanted, nameOf);
  if (found !== undefined) return found.id;
  throw call.invalid(`The field ${field} has no ${wanted}. It has ${choices.map(nameOf).join(", ")}.`);
}

function named<Named>(all: readonly Named[], wanted: string, nameOf: (one: Named) => string): Named | undefined {
  return all.find((one) => nameOf(one).toLowerCase() === wanted.toLowerCase());
}
