import * as z from "zod";
import type { ParameterDeclaration } from "./front-matter.ts";
import { parameterTypes } from "./parameter-types.ts";

const mostElements = 10_000;

/** What a tool takes for a parameter. Throws an `Error` that says which value of its declaration is none of its type. */
export function parameterSchema({ type, description, ...given }: ParameterDeclaration): z.ZodType {
  const isArray = type.endsWith("[]");
  const one = allowed(parameterTypes[type.replace(/\[\]$/, "")] ?? z.never(), given.enum, type);
  const schema = described(isArray ? z.array(one).max(mostElements) : one, description);
  if (given.default !== undefined) {
    const { error } = schema.safeParse(given.default);
    if (error !== undefined) throw new Error(`the default ${JSON.stringify(given.default)} is none of ${type}`);
    return schema.default(given.default as never);
  }
  return given.required === false ? schema.optional() : schema;
}

function allowed(type: z.ZodType, values: ParameterDeclaration["enum"], name: string): z.ZodType {
  if (values === undefined) return type;
  const wrong = values.find((value) => !type.safeParse(value).success);
  if (wrong !== undefined)
    throw new Error(`${JSON.stringify(wrong)} of its enum is none of ${name.replace(/\[\]$/, "")}`);
  return z.literal(values);
}

function described(schema: z.ZodType, description: string | undefined): z.ZodType {
  return description === undefined ? schema : schema.describe(description);
}
