import type { NodeRecord } from "../file/node-record.ts";

/** What the name of a variant says of it: `State=On, Size=Large`. */
export function variantsOf(component: NodeRecord): Record<string, string> {
  const name = (component.get("name") as string | undefined) ?? "";
  const pairs = name.split(",").map((part) => part.split("=").map((side) => side.trim()));
  const proper = pairs.every(([key, value]) => key && value);
  return proper ? (Object.fromEntries(pairs) as Record<string, string>) : { "Property 1": name };
}

/** The variant of a set that has these properties, and otherwise those of the present one. */
export function findVariant(present: NodeRecord, wanted: Readonly<Record<string, string>>): NodeRecord | undefined {
  const target = { ...variantsOf(present), ...wanted };
  return present.parent?.children.find((component) => {
    const has = variantsOf(component);
    return Object.entries(target).every(([name, value]) => has[name] === value);
  });
}
