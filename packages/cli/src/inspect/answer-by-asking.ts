import { makeVisible } from "@drawbridge/core";
import { coloured } from "../command-line/coloured.ts";
import { print } from "../command-line/print.ts";
import { ask } from "../prompts/ask.ts";
import type { AnswerForm, FormField, FormValue } from "./form.ts";

/** Has the person at the terminal answer what a server asks. */
export const answerByAsking: AnswerForm = async ({ message, schema }) => {
  print(`\n${coloured("yellow", "The server asks")}\n${makeVisible(message)}\n\n`);
  const content: Record<string, FormValue> = {};
  const fields = Object.entries(schema.properties ?? {});
  for (const [name, field] of fields) {
    const value = await askField(name, field, schema.required?.includes(name) ?? false);
    if (value !== undefined) content[name] = value;
  }
  const isOnlyTicks = fields.length > 0 && fields.every(([, { type }]) => type === "boolean");
  const isYes = isOnlyTicks ? Object.values(content).some((value) => value === true) : await ask.yes("Send this?");
  return isYes ? { action: "accept", content } : { action: "decline" };
};

async function askField(name: string, field: FormField, isRequired: boolean): Promise<FormValue | undefined> {
  const { type, title = name, description, oneOf, enum: choices } = field;
  const question = makeVisible(description === undefined ? title : `${title}: ${description}`);
  if (type === "boolean") return ask.yes(question, field.default === true);
  const offers =
    oneOf?.map((each) => ({ value: each.const, label: makeVisible(each.title) })) ??
    choices?.map((each) => ({ value: each, label: makeVisible(each) }));
  if (offers !== undefined) return ask.one(question, offers);
  const text = await ask.line(question, isRequired, field.default === undefined ? "" : String(field.default));
  if (text === "") return undefined;
  return type === "number" || type === "integer" ? Number(text) : text;
}
