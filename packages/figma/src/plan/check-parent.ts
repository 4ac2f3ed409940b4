import type { Scene } from "./scene.ts";
import { type Broken, broken } from "./violation.ts";

const holders = new Set([
  "PAGE",
  "FRAME",
  "COMPONENT",
  "COMPONENT_SET",
  "GROUP",
  "SECTION",
  "BOOLEAN_OPERATION",
  "SLIDE",
]);

/** Whether a parent may hold a node of a type. */
export function checkParent(scene: Scene, type: string | undefined, parent: string | undefined): Broken | undefined {
  const facts = scene.facts(parent);
  if (parent === undefined || !facts?.type) return undefined;
  if (facts.type === "INSTANCE" || facts.insideInstance) {
    return broken(
      "an instance's layers are its component's",
      `${parent} is ${facts.type === "INSTANCE" ? "an instance" : "inside an instance"}`,
      "Add to the main component, or set properties of the instance.",
    );
  }
  if (!holders.has(facts.type)) {
    return broken(
      "only frames, components, groups, sections and pages hold layers",
      `${parent} is a ${facts.type}`,
      "Name another parent.",
    );
  }
  if (type === "SECTION" && facts.type !== "SECTION" && facts.type !== "PAGE") {
    return broken(
      "sections stand on pages and in sections",
      `${parent} is a ${facts.type}`,
      "Use a FRAME inside frames.",
    );
  }
  if (facts.type === "COMPONENT_SET" && type !== undefined && type !== "COMPONENT") {
    return broken("a component set holds components alone", `A ${type} in ${parent}`, "Name another parent.");
  }
  if (type !== "COMPONENT" && type !== "COMPONENT_SET") return undefined;
  for (const [name, above] of scene.above(parent)) {
    if (above?.type !== "COMPONENT") continue;
    return broken("no component inside a component", `${name} is a component`, "Put an INSTANCE there instead.");
  }
  return undefined;
}
