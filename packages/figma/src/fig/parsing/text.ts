import type { TypePropertiesTrait, TypeStyle } from "@figma/rest-api-spec";
import { finite } from "./finite.ts";
import type { Kiwi, KiwiNode } from "./kiwi.ts";
import type { Mapping } from "./mapping.ts";
import { paintsOf } from "./paints.ts";
import { textStyleOf } from "./text-style.ts";
import { translate } from "./translate.ts";
import type { Modes } from "./variable-table.ts";

type LineType = TypePropertiesTrait["lineTypes"][number];
const lists: Readonly<Record<string, LineType>> = { ORDERED_LIST: "ORDERED", UNORDERED_LIST: "UNORDERED" };

/** A text with its runs. */
export function textOf(node: KiwiNode, mapping: Mapping, modes: Modes): TypePropertiesTrait {
  const { characters = "", characterStyleIDs = [], styleOverrideTable = [], lines = [] } = node.textData ?? {};
  const metrics = [...(node.derivedTextData?.fontMetaData ?? []), ...(node.textData?.fontMetaData ?? [])];
  const used = new Set(characterStyleIDs);
  const runs = styleOverrideTable.flatMap((run) => {
    if (run.styleID === undefined || !used.has(run.styleID)) return [];
    return [[String(run.styleID), runStyleOf(run, node, metrics, mapping, modes)] as const];
  });
  // A line that the file does not describe is no item of a list.
  const kinds = characters.split("\n").map((_, index) => lines[index]);
  return {
    characters,
    style: textStyleOf(node, metrics),
    layoutVersion: 4,
    characterStyleOverrides: runs.length === 0 ? [] : withoutEnd(characterStyleIDs),
    styleOverrideTable: Object.fromEntries(runs),
    lineTypes: kinds.map((line) => translate(lists, line?.lineType) ?? "NONE"),
    lineIndentations: kinds.map((line) => finite(line?.indentationLevel, 0)),
  };
}

function runStyleOf(
  run: KiwiNode,
  node: KiwiNode,
  metrics: readonly Kiwi<"FontMetaData">[],
  mapping: Mapping,
  modes: Modes,
): TypeStyle {
  return {
    ...textStyleOf(run, metrics, node),
    ...(run.fillPaints === undefined ? {} : { fills: paintsOf(run.fillPaints, mapping, modes) }),
  };
}

/** Characters at the end that are set like the text as a whole are not told. */
function withoutEnd(ids: readonly number[]): number[] {
  const last = ids.findLastIndex((id) => id !== 0);
  return ids.slice(0, last + 1);
}
