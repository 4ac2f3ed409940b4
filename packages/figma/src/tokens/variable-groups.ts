import type { LocalVariable } from "@figma/rest-api-spec";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { collectionModes } from "./collection-modes.ts";
import { type NumberUse, numberUse } from "./number-use.ts";
import type { Token, TokenGroup, TokenType, TokenValue } from "./token.ts";
import { isAlias, variableValue } from "./variable-value.ts";

type Variables = NonNullable<FigmaDocument["variables"]>;

/** The collections of variables as groups of tokens, each with all of its modes. */
export function variableGroups(variables: Variables): readonly TokenGroup[] {
  return Object.values(variables.variableCollections)
    .filter((collection) => collection.isExtension !== true)
    .map((collection) => {
      const modes = collectionModes(variables, collection);
      const tokens = variablesOf(variables, collection.id, collection.variableIds).map((variable) => {
        const shape = shapeOf(variable);
        const values = modes.map(({ lookUp }) => variableValue(variables, shape, lookUp(variable.id)));
        return {
          key: variable.id,
          name: variable.name,
          ...shape,
          description: variable.description,
          isDeprecated: variable.deletedButReferenced === true,
          codeName: variable.codeSyntax?.WEB,
          values,
        };
      });
      return { name: collection.name, modes: modes.map(({ name }) => name), tokens: withoutHoles(tokens) };
    })
    .filter(({ tokens }) => tokens.length > 0);
}

/** In the designers' order; those that the collection does not list (deleted, and still referred to) at the end. */
function variablesOf(variables: Variables, collectionId: string, listed: readonly string[]): readonly LocalVariable[] {
  const own = Object.values(variables.variables).filter(
    ({ variableCollectionId }) => variableCollectionId === collectionId,
  );
  const order = new Map(listed.map((id, index) => [id, index]));
  return own.sort((one, other) => (order.get(one.id) ?? listed.length) - (order.get(other.id) ?? listed.length));
}

function shapeOf(variable: LocalVariable): { readonly type: TokenType; readonly use: NumberUse | undefined } {
  const { resolvedType, scopes = [], name } = variable;
  if (resolvedType === "COLOR") return { type: "color", use: undefined };
  if (resolvedType === "BOOLEAN") return { type: "boolean", use: undefined };
  if (resolvedType === "STRING") {
    const isFamily = scopes.includes("FONT_FAMILY") || (!scopes.includes("TEXT_CONTENT") && isFamilyName(name));
    return { type: isFamily ? "fontFamily" : "string", use: undefined };
  }
  const use = numberUse(name, scopes);
  if (use === "fontWeight" && weightsFit(variable)) return { type: "fontWeight", use };
  return { type: use === "opacity" || use === "number" || use === "fontWeight" ? "number" : "dimension", use };
}

function isFamilyName(name: string): boolean {
  return /(font|type)[-_ /]?(family|face)|typeface/i.test(name);
}

/** OpenType's weights are 1 to 1000. */
function weightsFit({ valuesByMode }: LocalVariable): boolean {
  return Object.values(valuesByMode).every(
    (value) => isAlias(value) || (typeof value === "number" && value >= 1 && value <= 1000),
  );
}

/** A variable without a value in its default mode is broken; in another mode the default's holds. */
function withoutHoles(
  tokens: readonly (Omit<Token, "values"> & { values: readonly (TokenValue | undefined)[] })[],
): Token[] {
  return tokens.flatMap((token) => {
    const [first] = token.values;
    return first === undefined ? [] : [{ ...token, values: token.values.map((value) => value ?? first) }];
  });
}
