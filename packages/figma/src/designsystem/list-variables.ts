import { describeValue } from "../differences/describe-value.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { collectionModes } from "../tokens/collection-modes.ts";
import { isAlias } from "../tokens/variable-value.ts";
import { type Listed, listed } from "./listed.ts";
import type { Usage } from "./usage.ts";

type Variables = NonNullable<FigmaDocument["variables"]>;

/** The variables of a design with their values by mode; an alias is the name of what it stands for, in braces. */
export function listVariables(variables: Variables, { uses }: Usage): readonly Listed[] {
  return Object.values(variables.variableCollections)
    .filter(({ isExtension }) => isExtension !== true)
    .flatMap((collection) => {
      const modes = collectionModes(variables, collection);
      return Object.values(variables.variables)
        .filter(({ variableCollectionId }) => variableCollectionId === collection.id)
        .map((variable) =>
          listed({
            name: variable.name,
            id: variable.id,
            collection: collection.name,
            type: variable.resolvedType.toLowerCase(),
            values: Object.fromEntries(modes.map((mode) => [mode.name, shown(variables, mode.lookUp(variable.id))])),
            scopes: variable.scopes.includes("ALL_SCOPES") ? undefined : variable.scopes.join(", ").toLowerCase(),
            web: variable.codeSyntax?.WEB,
            description: variable.description,
            uses: uses.get(variable.id) ?? 0,
            remote: variable.remote,
          }),
        );
    });
}

function shown(variables: Variables, value: unknown): unknown {
  if (isAlias(value)) return `{${variables.variables[value.id]?.name ?? value.id}}`;
  return typeof value === "object" ? describeValue("", value) : value;
}
