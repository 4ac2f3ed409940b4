import type { VariableData } from "@figma/rest-api-spec";
import { colorOf } from "./colors.ts";
import { finite } from "./finite.ts";
import type { Kiwi } from "./kiwi.ts";
import type { Mapping } from "./mapping.ts";
import { told } from "./told.ts";
import { sameWord, translate } from "./translate.ts";

/** Expressions within expressions beyond this are left out. */
const deepest = 16;

const functions: Readonly<Record<string, "MULTIPLICATION" | "DIVISION">> = {
  MULTIPLY: "MULTIPLICATION",
  DIVIDE: "DIVISION",
};
const sameFunctions = [
  "ADDITION",
  "SUBTRACTION",
  "EQUALS",
  "NOT_EQUAL",
  "LESS_THAN",
  "LESS_THAN_OR_EQUAL",
  "GREATER_THAN",
  "GREATER_THAN_OR_EQUAL",
  "AND",
  "OR",
  "VAR_MODE_LOOKUP",
  "NEGATE",
  "NOT",
] as const;

/** A value of a prototype: a variable, a constant, or what comes of others. */
export function variableDataOf(
  data: Kiwi<"VariableData"> | undefined,
  mapping: Mapping,
  depth = 0,
): VariableData | undefined {
  if (data === undefined || depth > deepest) return undefined;
  const resolvedType = sameWord(["BOOLEAN", "FLOAT", "STRING", "COLOR"], data.resolvedDataType);
  const rest = told({ resolvedType });
  const alias = mapping.variables.aliasIn(data);
  if (alias !== undefined) return { type: "VARIABLE_ALIAS", ...rest, value: alias };
  const { boolValue, floatValue, textValue, colorValue, expressionValue } = data.value ?? {};
  if (expressionValue !== undefined) {
    const called =
      translate(functions, expressionValue.expressionFunction) ??
      sameWord(sameFunctions, expressionValue.expressionFunction);
    const expressionArguments = (expressionValue.expressionArguments ?? []).map(
      (argument) => variableDataOf(argument, mapping, depth + 1) ?? {},
    );
    return called && { type: "EXPRESSION", ...rest, value: { expressionFunction: called, expressionArguments } };
  }
  if (colorValue !== undefined) return { type: "COLOR", ...rest, value: colorOf(colorValue) };
  if (boolValue !== undefined) return { type: "BOOLEAN", ...rest, value: boolValue };
  if (floatValue !== undefined) return { type: "FLOAT", ...rest, value: finite(floatValue, 0) };
  return textValue === undefined ? undefined : { type: "STRING", ...rest, value: textValue };
}
