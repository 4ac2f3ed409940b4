import { makeVisible } from "@drawbridge/core";
import { print } from "../command-line/print.ts";
import { ask } from "../prompts/ask.ts";
import type { FormField } from "./form.ts";
import { readInput } from "./read-input.ts";

interface InputSchema {
  readonly properties?: Readonly<Record<string, FormField>> | undefined;
  readonly required?: readonly string[] | undefined;
}

/** Asks for what a tool takes: what is needed one by one, and then whatever else, as `key=value`. */
export async function askInput({ properties = {}, required = [] }: InputSchema): Promise<Record<string, unknown>> {
  const pairs: string[] = [];
  for (const name of required) pairs.push(`${name}=${await ask.line(question(name, properties[name]), true)}`);
  const others = Object.entries(properties).filter(([name]) => !required.includes(name));
  if (others.length === 0) return readInput(undefined, pairs);
  print(`It also takes\n${others.map(([name, field]) => `  ${question(name, field)}`).join("\n")}\n`);
  for (;;) {
    const pair = await ask.line("key=value, Enter alone goes on", false);
    if (pair === "") return readInput(undefined, pairs);
    pairs.push(pair);
  }
}

function question(name: string, field: FormField | undefined): string {
  return makeVisible(field?.description === undefined ? name : `${name}: ${field.description}`).replace(/\s+/g, " ");
}
