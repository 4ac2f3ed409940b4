import type { InstanceNode } from "@figma/rest-api-spec";
import { assignmentsOf, propertiesOf } from "./component-properties.ts";
import { FigError } from "./fig-error.ts";
import { referredGuid } from "./guid-text.ts";
import { inherited } from "./inherited.ts";
import type { KiwiNode } from "./kiwi.ts";
import type { InstancePlace, Mapping, Place } from "./mapping.ts";
import { OverrideTree } from "./override-tree.ts";
import { overridesOf } from "./overrides.ts";
import { patched } from "./patched.ts";

/** An instance with what it has from its component. */
export interface OpenInstance {
  readonly node: KiwiNode;
  /** Whose layers it shows; undefined where the file lacks it. */
  readonly component: KiwiNode | undefined;
  readonly inside: InstancePlace;
  /** What REST says of instances alone. */
  readonly told: Pick<InstanceNode, "componentId" | "isExposedInstance" | "componentProperties" | "overrides">;
}

/**
 * Makes an instance what a person sees: its component, with what is changed in it and in the instances around it. The file
 * stores the changes alone.
 */
export function openInstance(stored: KiwiNode, id: string, place: Place, mapping: Mapping): OpenInstance {
  const componentId = referredGuid(stored.overriddenSymbolID) ?? referredGuid(stored.symbolData?.symbolID) ?? "";
  const component = mapping.scene.nodes.get(componentId);
  const components = place.instance?.components ?? new Set<string>();
  if (components.has(componentId))
    throw new FigError("invalid_input", `The component ${componentId} in the file contains an instance of itself.`);
  const own = OverrideTree.of(stored);
  const around = (place.instance?.overrides ?? []).flatMap((tree) => tree.inside(stored) ?? []);
  const changed = patched(stored, own.patches);
  const node = component === undefined ? changed : inherited(changed, component);
  const assignments = assignmentsOf(node, mapping);
  return {
    node,
    component,
    inside: { id, overrides: [own, ...around], assignments, components: new Set([...components, componentId]) },
    told: {
      componentId,
      ...(stored.propsAreBubbled === true ? { isExposedInstance: true } : {}),
      ...(component === undefined ? {} : propertiesOf(component, assignments, mapping)),
      overrides: overridesOf(stored, id),
    },
  };
}
