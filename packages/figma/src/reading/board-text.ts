import type { ConnectorEndpoint } from "@figma/rest-api-spec";
import type { Layer } from "../outline/layer.ts";
import { lowerWords } from "./lower-words.ts";
import { numberText } from "./number-text.ts";

/** What layers of FigJam have alone: a shape's kind, a connector's ends, a sticky's author; and what a boolean operation does. */
export function boardText(layer: Layer): string {
  switch (layer.type) {
    case "SHAPE_WITH_TEXT":
      return layer.shapeType === undefined ? "" : ` ${lowerWords(layer.shapeType)}`;
    case "BOOLEAN_OPERATION":
      return layer.booleanOperation === undefined ? "" : ` ${lowerWords(layer.booleanOperation)}`;
    case "STICKY":
      return layer.authorVisible ? " signed" : "";
    case "SECTION":
      return layer.sectionContentsHidden ? " contents-hidden" : "";
    case "CONNECTOR":
      return connectorText(layer);
    default:
      return "";
  }
}

function connectorText(layer: Layer): string {
  const { connectorLineType, connectorStart, connectorEnd, connectorStartStrokeCap, connectorEndStrokeCap } = layer;
  const line = connectorLineType === undefined ? "" : ` ${lowerWords(connectorLineType)}`;
  const from = endText(connectorStart) + capText(connectorStartStrokeCap);
  return `${line} ${from}>${endText(connectorEnd)}${capText(connectorEndStrokeCap)}`;
}

function endText(end: ConnectorEndpoint | undefined): string {
  if (!end) return "nowhere";
  const magnet =
    "magnet" in end && end.magnet !== undefined && end.magnet !== "AUTO" ? `.${lowerWords(end.magnet)}` : "";
  const position = "position" in end ? end.position : undefined;
  const place = position === undefined ? "" : `@${numberText(position.x)},${numberText(position.y)}`;
  return `${end.endpointNodeId ?? ""}${magnet}${place}`;
}

function capText(cap: string | undefined): string {
  return cap === undefined || cap === "NONE" ? "" : `(${lowerWords(cap)})`;
}
