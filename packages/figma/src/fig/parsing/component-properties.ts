import type { ComponentProperty, ComponentPropertyDefinition, InstanceSwapPreferredValue } from "@figma/rest-api-spec";
import { byPosition } from "./by-position.ts";
import { guidText, referredGuid } from "./guid-text.ts";
import type { Kiwi, KiwiNode } from "./kiwi.ts";
import type { InstancePlace, Mapping } from "./mapping.ts";
import type { ComponentPropertyOfFile } from "./property-table.ts";
import { idOf } from "./scene.ts";
import { told } from "./told.ts";
import { defaultVariantOf, variantValuesOf } from "./variants.ts";

type Assignments = InstancePlace["assignments"];

/** What a component or a set lets its instances choose. */
export function propertyDefinitionsOf(
  owner: KiwiNode,
  mapping: Mapping,
): { componentPropertyDefinitions?: Record<string, ComponentPropertyDefinition> } {
  const definitions = [
    ...(owner.isStateGroup === true ? variantDefinitionsOf(owner, mapping) : []),
    ...ownPropertiesOf(owner, mapping).map(
      (property) =>
        [
          property.name,
          {
            type: property.type,
            defaultValue: propertyValueOf(property, property.definition.initialValue),
            ...preferredOf(property),
          },
        ] as const,
    ),
  ];
  return definitions.length === 0 ? {} : { componentPropertyDefinitions: Object.fromEntries(definitions) };
}

function variantDefinitionsOf(set: KiwiNode, { scene }: Mapping) {
  const variants = scene.childrenOf(idOf(set)).filter(({ type }) => type === "SYMBOL");
  const byDefault = new Map(defaultVariantOf(variants) && variantValuesOf(defaultVariantOf(variants) ?? {}));
  const options = new Map<string, Set<string>>();
  for (const { property, values } of set.stateGroupPropertyValueOrders ?? [])
    if (property !== undefined) options.set(property, new Set(values));
  for (const variant of variants)
    for (const [property, value] of variantValuesOf(variant))
      options.set(property, (options.get(property) ?? new Set()).add(value));
  return [...options].map(
    ([property, values]) =>
      [
        property,
        {
          type: "VARIANT" as const,
          defaultValue: byDefault.get(property) ?? [...values][0] ?? "",
          variantOptions: [...values],
        },
      ] as const,
  );
}

/** What an instance chose: what is assigned to it, and otherwise what its component has. */
export function propertiesOf(
  component: KiwiNode,
  assignments: Assignments,
  mapping: Mapping,
): { componentProperties?: Record<string, ComponentProperty> } {
  const { scene, variables } = mapping;
  const owner = scene.ownerOf(component);
  const variants = owner === component ? [] : variantValuesOf(component);
  const properties = [
    ...variants.map(([name, value]) => [name, { type: "VARIANT" as const, value }] as const),
    ...ownPropertiesOf(owner, mapping).map((property) => {
      const assignment = assignments.get(property.id);
      const value = propertyValueOf(property, assignment?.value ?? property.definition.initialValue);
      const alias = variables.aliasIn(assignment?.varValue);
      const bound = alias === undefined ? {} : { boundVariables: { value: alias } };
      return [property.name, { type: property.type, value, ...preferredOf(property), ...bound }] as const;
    }),
  ];
  return properties.length === 0 ? {} : { componentProperties: Object.fromEntries(properties) };
}

/** What an instance's properties are set to, by the ids of their first definitions. */
export function assignmentsOf({ componentPropAssignments = [] }: KiwiNode, { properties }: Mapping): Assignments {
  return new Map(
    componentPropAssignments.flatMap((assignment) =>
      assignment.defID === undefined ? [] : [[properties.rootOf(guidText(assignment.defID)), assignment] as const],
    ),
  );
}

/** A layer with what the properties of the instance around it set in it. */
export function withProperties(node: KiwiNode, assignments: Assignments, { properties }: Mapping): KiwiNode {
  let result = node;
  for (const { defID, componentPropNodeField, isDeleted } of node.componentPropRefs ?? []) {
    if (defID === undefined || isDeleted === true) continue;
    const value = assignments.get(properties.rootOf(guidText(defID)))?.value;
    if (value !== undefined) result = { ...result, ...fieldFrom(componentPropNodeField, value, result) };
  }
  return result;
}

function fieldFrom(field: string | undefined, value: Kiwi<"ComponentPropValue">, node: KiwiNode): KiwiNode {
  if (field === "VISIBLE" && value.boolValue !== undefined) return { visible: value.boolValue };
  if (field === "OVERRIDDEN_SYMBOL_ID" && value.guidValue !== undefined) return { overriddenSymbolID: value.guidValue };
  if (field !== "TEXT_DATA" || value.textValue === undefined) return {};
  return value.textValue.characters === node.textData?.characters ? {} : { textData: value.textValue };
}

function ownPropertiesOf(owner: KiwiNode, { properties }: Mapping): ComponentPropertyOfFile[] {
  const inOrder = [...(owner.componentPropDefs ?? [])].sort(byPosition(({ sortPosition }) => sortPosition));
  return inOrder.flatMap(({ id }) => (id === undefined ? [] : (properties.find(guidText(id)) ?? [])));
}

function propertyValueOf(
  { type }: ComponentPropertyOfFile,
  value: Kiwi<"ComponentPropValue"> | undefined,
): boolean | string {
  if (type === "BOOLEAN") return value?.boolValue ?? false;
  return (type === "TEXT" ? value?.textValue?.characters : referredGuid(value?.guidValue)) ?? "";
}

function preferredOf({ type, definition }: ComponentPropertyOfFile): {
  preferredValues?: InstanceSwapPreferredValue[];
} {
  if (type !== "INSTANCE_SWAP") return {};
  const values = definition.preferredValues?.instanceSwapValues ?? [];
  return told({
    preferredValues:
      values.length === 0
        ? undefined
        : values.map(({ type: kind, key }) => ({
            type: kind === "STATE_GROUP" ? ("COMPONENT_SET" as const) : ("COMPONENT" as const),
            key: key ?? "",
          })),
  });
}
