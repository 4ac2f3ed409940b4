import { componentMembers, propertyMembers, references, setMembers } from "../components/component-members.ts";
import { instanceMembers } from "../components/instance-members.ts";
import { exporting } from "../exporting/export-members.ts";
import type { Entity } from "../file/entity.ts";
import { effectStyle, gridStyleMembers, paintStyle, textStyle } from "../styles/style-members.ts";
import { ofText, segments, sublayerText } from "../text/text-members.ts";
import { bindings, explicitModes } from "../variables/binding-members.ts";
import { collectionMembers, variableMembers } from "../variables/variable-members.ts";
import { autoLayout } from "./auto-layout-members.ts";
import { base, pluginData, scene } from "./base-members.ts";
import { withChildren } from "./children-members.ts";
import { cloning } from "./cloning-members.ts";
import { corner, corners } from "./corner-members.ts";
import { connector, section, shapeWithText, sticky, table, tableCell } from "./figjam-members.ts";
import { constraints, geometry } from "./geometry-members.ts";
import { makePrototype } from "./make-prototype.ts";
import { documentMembers, pageEvents, pageMembers } from "./page-members.ts";
import { blend, fills, gridStyle, minimalBlend, sides, strokes } from "./paint-members.ts";
import { annotations, prototyping, reactions } from "./prototyping-members.ts";
import { booleanOperation, ellipse, vector } from "./shape-members.ts";

const {
  layoutSizingHorizontal: _h,
  layoutSizingVertical: _v,
  resize: _r,
  resizeWithoutConstraints: _w,
  ...opaqueGeometry
} = geometry;
const any = [base, pluginData, scene, bindings, explicitModes, references, exporting, cloning];
const layer = [...any, geometry, blend, reactions];
const shape = [...layer, constraints, fills, strokes, annotations];
const frame = [...shape, withChildren, sides, corners, autoLayout, gridStyle];
const opaque = [...any, opaqueGeometry, minimalBlend];
const letters = [sublayerText, segments];

const sets: Readonly<Record<string, readonly object[]>> = {
  DOCUMENT: [base, pluginData, withChildren, documentMembers],
  PAGE: [base, pluginData, withChildren, explicitModes, exporting, pageMembers, pageEvents],
  FRAME: [...frame, prototyping],
  COMPONENT: [...frame, prototyping, componentMembers, propertyMembers],
  COMPONENT_SET: [...frame, setMembers, propertyMembers],
  INSTANCE: [...frame, prototyping, instanceMembers],
  GROUP: [...layer, withChildren],
  BOOLEAN_OPERATION: [...layer, withChildren, fills, strokes, corner, booleanOperation],
  RECTANGLE: [...shape, sides, corners],
  LINE: shape,
  ELLIPSE: [...shape, corner, ellipse],
  POLYGON: [...shape, corner],
  STAR: [...shape, corner],
  VECTOR: [...shape, corner, vector],
  TEXT: [...shape, ...letters, ofText],
  SECTION: [...opaque, withChildren, fills, strokes, corners, section],
  STICKY: [...opaque, fills, sticky],
  SHAPE_WITH_TEXT: [...opaque, fills, strokes, shapeWithText],
  CONNECTOR: [...opaque, strokes, connector],
  TABLE: [...opaque, fills, table],
  TABLE_CELL: [tableCell, fills],
  TEXT_SUBLAYER: letters,
  VARIABLE: [pluginData, variableMembers],
  VARIABLE_COLLECTION: [pluginData, collectionMembers],
  PAINT: [pluginData, paintStyle],
  EFFECT: [pluginData, effectStyle],
  GRID: [pluginData, gridStyleMembers],
};

/** A text style, which has the name of a type of node. */
const textStyles = [pluginData, textStyle];
const made = new Map<string, object>();

/** What an entity can be asked by a plugin. */
export function prototypeOf(entity: Entity): object {
  const isStyle = entity.type === "TEXT" && entity.id.startsWith("S:");
  const key = isStyle ? "TEXT_STYLE" : entity.type;
  let prototype = made.get(key);
  if (!prototype) {
    // Of other kinds of nodes, which documents may hold, what all nodes have is known.
    prototype = makePrototype(isStyle ? textStyles : (sets[key] ?? layer));
    made.set(key, prototype);
  }
  return prototype;
}
