import type { Expander } from "../expand.ts";
import type { Layer, Property } from "../layer.ts";

const nameOf = ({ name, id }: Property) => `${name}#${id}`;
const references = { visible: "visible", characters: "characters", component: "mainComponent" } as const;

/** What a variant's name says. */
function variantOf({ name }: Layer): Array<readonly [string, string]> {
  return name.split(", ").map((part) => {
    const [property = "", value = ""] = part.split("=");
    return [property, value] as const;
  });
}

/** What a component or a set offers, and what in a layer is set by such a property. */
export function restComponent(layer: Layer, expander: Expander) {
  const set = Object.entries(layer.set ?? {}).map(([field, id]) => {
    const property = expander.property(id ?? "");
    return [references[field as keyof typeof references], nameOf(property)];
  });
  const offered = [
    ...variantsOf(layer),
    ...(layer.properties ?? []).map((property) => [nameOf(property), definitionOf(property)]),
  ];
  return {
    ...(set.length === 0 ? {} : { componentPropertyReferences: Object.fromEntries(set) }),
    ...(offered.length === 0 || layer.type === "INSTANCE"
      ? {}
      : { componentPropertyDefinitions: Object.fromEntries(offered) }),
  };
}

function definitionOf({ type, value }: Property) {
  return { type, defaultValue: value };
}

function variantsOf({ type, children = [] }: Layer) {
  const [first] = children;
  if (type !== "COMPONENT_SET" || first === undefined) return [];
  return variantOf(first).map(([property, defaultValue]) => {
    const all = children.flatMap((child) => variantOf(child)).filter(([name]) => name === property);
    return [property, { type: "VARIANT", defaultValue, variantOptions: [...new Set(all.map(([, value]) => value))] }];
  });
}

export function restInstance(layer: Layer, id: string, expander: Expander) {
  const { of, values = {}, changes = {} } = layer.instance ?? { of: "" };
  const component = expander.find(of);
  const set = expander.setOf(of);
  const properties = [
    ...(set === undefined ? [] : variantOf(component).map(([name, value]) => [name, { type: "VARIANT", value }])),
    ...((set ?? component).properties ?? []).map((property) => [
      nameOf(property),
      { type: property.type, value: values[property.id] ?? property.value },
    ]),
  ];
  return {
    componentId: of,
    ...(properties.length === 0 ? {} : { componentProperties: Object.fromEntries(properties) }),
    overrides: Object.entries(changes).map(([path, change]) => ({
      id: `${id.startsWith("I") ? "" : "I"}${id};${path}`,
      overriddenFields: Object.keys(change).map(
        (field) => ({ hidden: "visible", properties: "componentProperties" })[field] ?? field,
      ),
    })),
  };
}
