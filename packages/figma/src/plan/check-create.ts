import type { Create } from "../operations/creating.ts";
import { checkParent } from "./check-parent.ts";
import { checkProps } from "./check-props.ts";
import type { Facts, Scene } from "./scene.ts";
import { type Broken, broken } from "./violation.ts";

const laidOut = new Set(["FRAME", "COMPONENT"]);
const inFigJam = new Set(["STICKY", "SHAPE", "CONNECTOR", "TABLE"]);
const inFigma = new Set(["COMPONENT", "INSTANCE"]);

/** What a created node is, in Figma's words. */
export function factsOfCreated({ type, parent, props, component }: Create, scene: Scene): Facts {
  return {
    type: type === "SHAPE" ? "SHAPE_WITH_TEXT" : type,
    parent,
    name: props?.name,
    insideInstance: false,
    layout: laidOut.has(type)
      ? (props?.layout?.mode ?? "NONE")
      : type === "INSTANCE"
        ? scene.facts(component)?.layout
        : undefined,
  };
}

export function checkCreate(scene: Scene, operation: Create, editor: string | undefined): Broken | undefined {
  const facts = factsOfCreated(operation, scene);
  const parent = operation.parent === undefined ? { type: "PAGE" } : scene.facts(operation.parent);
  return (
    checkEditor(operation.type, editor) ??
    checkParent(scene, facts.type, operation.parent) ??
    checkSpecifics(scene, operation) ??
    (operation.props &&
      checkProps(operation.props, { ...facts, layout: laidOut.has(operation.type) ? "NONE" : facts.layout }, parent))
  );
}

/** Some kinds of nodes are one editor's alone. */
export function checkEditor(type: string, editor: string | undefined): Broken | undefined {
  const wrong = (editor === "figma" && inFigJam.has(type)) || (editor === "figjam" && inFigma.has(type));
  if (!wrong) return undefined;
  return broken(
    "some layers exist in one editor alone",
    `There is no ${type} in a ${editor === "figma" ? "Figma design" : "FigJam"} file`,
    "Stickies, shapes, connectors and tables are FigJam's; components are Figma's.",
  );
}

function checkSpecifics(scene: Scene, { type, component, path, from, to, cells }: Create): Broken | undefined {
  if (type === "INSTANCE") {
    if (component === undefined)
      return broken(
        "an instance has a component",
        "component is missing",
        "Give component: its id, a $ref, or a library's key.",
      );
    const of = scene.facts(component)?.type;
    if (of !== undefined && of !== "COMPONENT" && of !== "COMPONENT_SET") {
      return broken("an instance is of a component", `${component} is a ${of}`, "Name a COMPONENT or COMPONENT_SET.");
    }
  }
  if (type === "VECTOR" && !/^\s*M[\s\d.-]/.test(path ?? "")) {
    return broken(
      "a vector has a path",
      "path has to begin with M",
      'Give path, for example "M 0 0 L 24 0 L 12 24 Z".',
    );
  }
  if (type === "CONNECTOR" && (from === undefined || to === undefined)) {
    return broken("a connector has two ends", "from or to is missing", "Name the two nodes that it connects.");
  }
  if (type === "TABLE" && cells?.some((row) => row.length !== cells[0]?.length)) {
    return broken("rows of a table have as many cells as the first", "Rows differ in length", 'Fill up with "".');
  }
  return undefined;
}
