import type { ReadNodes } from "@drawbridge/figma/bridge";
import type { PluginAPI } from "@figma/plugin-typings/plugin-api-standalone.js";

/** Local variables as REST's `meta` has them. */
export async function readVariables({
  variables,
}: Pick<PluginAPI, "variables">): Promise<NonNullable<ReadNodes["variables"]>> {
  const all = await variables.getLocalVariablesAsync();
  const collections = await variables.getLocalVariableCollectionsAsync();
  return {
    variables: Object.fromEntries(
      all.map(
        ({
          id,
          name,
          key,
          variableCollectionId,
          resolvedType,
          valuesByMode,
          remote,
          description,
          hiddenFromPublishing,
          scopes,
        }) => [
          id,
          {
            id,
            name,
            key,
            variableCollectionId,
            resolvedType,
            valuesByMode,
            remote,
            description,
            hiddenFromPublishing,
            scopes,
            codeSyntax: {},
          },
        ],
      ),
    ),
    variableCollections: Object.fromEntries(
      collections.map(({ id, name, key, modes, defaultModeId, remote, hiddenFromPublishing, variableIds }) => [
        id,
        { id, name, key, modes, defaultModeId, remote, hiddenFromPublishing, variableIds },
      ]),
    ),
  };
}
