import type { OperationOf } from "@drawbridge/figma/operations";
import type {
  ComponentNode,
  ComponentSetNode,
  ConnectorNode,
  SceneNode,
  TableNode,
  VectorNode,
} from "@figma/plugin-typings/plugin-api-standalone.js";
import { Problem } from "../problem.ts";
import { applyProps } from "./apply-props.ts";
import { applyText } from "./apply-text.ts";
import { applyProperties } from "./component-operations.ts";
import type { Stage } from "./stage.ts";

type Create = OperationOf<"create">;

/** Makes a node, puts it into its parent, and gives it its properties. */
export async function create(stage: Stage, operation: Create): Promise<void> {
  const parent = stage.parent(operation.parent);
  const node = await make(stage, operation);
  stage.made(node, operation.ref);
  if (node.type === "VECTOR") draw(node, operation);
  if (node.type === "SHAPE_WITH_TEXT") node.shapeType = operation.shape ?? "ROUNDED_RECTANGLE";
  if (operation.index === undefined) parent.appendChild(node);
  else parent.insertChild(Math.min(operation.index, parent.children.length), node);
  if (node.type === "CONNECTOR") connect(stage, node, operation);
  if (node.type === "TABLE") await fillCells(stage, node, operation);
  if (operation.properties && node.type === "INSTANCE") applyProperties(stage, node, operation.properties);
  if (operation.props) await applyProps(stage, node, operation.props);
  stage.log.created(node.id, node.name, node.type);
}

async function make(stage: Stage, operation: Create): Promise<SceneNode> {
  const { host } = stage;
  switch (operation.type) {
    case "FRAME":
      return host.createFrame();
    case "RECTANGLE":
      return host.createRectangle();
    case "ELLIPSE":
      return host.createEllipse();
    case "LINE":
      return host.createLine();
    case "TEXT":
      return host.createText();
    case "COMPONENT":
      return host.createComponent();
    case "SECTION":
      return host.createSection();
    case "STICKY":
      return host.createSticky();
    case "CONNECTOR":
      return host.createConnector();
    case "SHAPE":
      return host.createShapeWithText();
    case "TABLE":
      return host.createTable(operation.cells?.length ?? 2, operation.cells?.[0]?.length ?? 2);
    case "VECTOR":
      return host.createVector();
    case "INSTANCE":
      return (await componentFor(stage, operation)).createInstance();
  }
}

function draw(node: VectorNode, { path, evenOdd }: Create): void {
  if (!path)
    throw new Problem("invalid", "A VECTOR needs a path", { mend: 'Give path, for example "M 0 0 L 24 0 L 12 24 Z".' });
  node.vectorPaths = [{ windingRule: evenOdd ? "EVENODD" : "NONZERO", data: spaced(path) }];
}

/** Figma wants blanks around every command and number of a path. */
function spaced(path: string): string {
  return path
    .replace(/([A-Za-z])/g, " $1 ")
    .replace(/ ([eE]) ?/g, "$1")
    .replace(/,/g, " ")
    .replace(/(\d)-/g, "$1 -")
    .replace(/(?<!\d)\.(?=\d)/g, "0.")
    .replace(/\s+/g, " ")
    .trim();
}

async function componentFor(stage: Stage, { component }: Create): Promise<ComponentNode> {
  if (!component)
    throw new Problem("invalid", "An INSTANCE needs a component", {
      mend: "Give component: its id, a $ref, or a library's key.",
    });
  const node = await findComponent(stage, component);
  return node.type === "COMPONENT_SET" ? node.defaultVariant : node;
}

/** A component by id or reference, or, where it is neither, by its key in a library. */
export async function findComponent(stage: Stage, name: string): Promise<ComponentNode | ComponentSetNode> {
  if (/^[\da-f]{40}$/i.test(name)) return stage.wait(() => stage.host.importComponentByKeyAsync(name));
  const node = stage.node(name);
  if (node.type === "COMPONENT" || node.type === "COMPONENT_SET") return node;
  throw new Problem("invalid", `${name} is a ${node.type}, not a component`, {
    mend: "Name a COMPONENT or COMPONENT_SET.",
  });
}

function connect(stage: Stage, node: ConnectorNode, { from, to, line }: Create): void {
  if (!from || !to)
    throw new Problem("invalid", "A CONNECTOR needs from and to", { mend: "Name the two nodes that it connects." });
  node.connectorLineType = line ?? "ELBOWED";
  const magnet = node.connectorLineType === "STRAIGHT" ? "CENTER" : "AUTO";
  node.connectorStart = { endpointNodeId: stage.scene(from).id, magnet };
  node.connectorEnd = { endpointNodeId: stage.scene(to).id, magnet };
}

async function fillCells(stage: Stage, table: TableNode, { cells }: Create): Promise<void> {
  for (const [row, texts] of (cells ?? []).entries()) {
    for (const [column, characters] of texts.entries()) {
      if (column >= table.numColumns) throw new Problem("invalid", `Row ${row} has more cells than the first one`);
      if (characters !== "") await applyText(stage, table, { characters }, [row, column]);
    }
  }
}
