import { ConnectorError } from "@drawbridge/core";

/** What `params` may hold. */
export type Parameter = string | number | boolean | null | readonly unknown[] | { readonly [key: string]: unknown };

/** PostgreSQL refuses more. */
const mostParameters = 65535;

/** Parameters as PostgreSQL's text: an array becomes an array's literal, an object JSON. What type each has, the statement says. */
export function parameterTexts(parameters: readonly Parameter[]): (string | null)[] {
  if (parameters.length > mostParameters) {
    throw new ConnectorError(
      "invalid_input",
      `There are more than ${mostParameters} params. Pass lists as one array: id = ANY($1).`,
    );
  }
  return parameters.map((parameter) => {
    if (parameter === null) return null;
    const text = parameterText(parameter);
    if (text.includes("\0"))
      throw new ConnectorError("invalid_input", "A param holds a NUL character, which PostgreSQL has no text for.");
    return text;
  });
}

function parameterText(value: Exclude<Parameter, null>): string {
  if (Array.isArray(value)) return `{${value.map(elementText).join(",")}}`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function elementText(element: unknown): string {
  if (element === null || element === undefined) return "NULL";
  if (Array.isArray(element)) return `{${element.map(elementText).join(",")}}`;
  const text = typeof element === "object" ? JSON.stringify(element) : String(element);
  return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}
