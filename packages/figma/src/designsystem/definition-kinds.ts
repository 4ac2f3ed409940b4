/** What a design system is made of, as it is asked for. */
export const definitionKinds = ["components", "component_sets", "styles", "variables", "libraries"] as const;

export type DefinitionKind = (typeof definitionKinds)[number];
