import type {
  HasBlendModeAndOpacityTrait,
  HasExportSettingsTrait,
  HasMaskTrait,
  IsLayerTrait,
} from "@figma/rest-api-spec";
import { bindingsOf } from "./bindings.ts";
import { blendModeOf } from "./blend-modes.ts";
import { finite } from "./finite.ts";
import { guidText } from "./guid-text.ts";
import type { Kiwi, KiwiNode } from "./kiwi.ts";
import type { Mapping } from "./mapping.ts";
import { matrixOf } from "./matrix.ts";
import { told, unless } from "./told.ts";
import { translate } from "./translate.ts";

const scrolls = { FIXED_WHEN_CHILD_OF_SCROLLING_FRAME: "FIXED", STICKY_SCROLLS: "STICKY_SCROLLS" } as const;
const masks = { ALPHA: "ALPHA", OUTLINE: "VECTOR", LUMINANCE: "LUMINANCE" } as const;
const formats = { PNG: "PNG", JPEG: "JPG", SVG: "SVG", PDF: "PDF" } as const;
const constraints = { CONTENT_SCALE: "SCALE", CONTENT_WIDTH: "WIDTH", CONTENT_HEIGHT: "HEIGHT" } as const;
const references = { VISIBLE: "visible", TEXT_DATA: "characters", OVERRIDDEN_SYMBOL_ID: "mainComponent" } as const;

type Values<T> = T[keyof T];

/** What every layer has, but its type. */
export function layerOf(node: KiwiNode, id: string, mapping: Mapping): Omit<IsLayerTrait, "type"> {
  const { a, b } = matrixOf(node.transform);
  const rotation = Math.atan2(b, a);
  return {
    id,
    name: node.name ?? "",
    scrollBehavior: translate<Values<typeof scrolls>>(scrolls, node.scrollBehavior) ?? "SCROLLS",
    ...told({
      visible: unless(true, node.visible),
      locked: unless(false, node.locked),
      // A whole turn more or less is no rotation: what remains of it is an error of the arithmetic.
      rotation: Math.abs(rotation) < 1e-6 ? undefined : rotation,
      componentPropertyReferences: referencesOf(node, mapping),
      boundVariables: bindingsOf(node, mapping),
      explicitVariableModes: explicitModesOf(node, mapping),
    }),
  };
}

export function blendOf(node: KiwiNode): HasBlendModeAndOpacityTrait {
  return {
    blendMode: blendModeOf(node.blendMode, "PASS_THROUGH"),
    ...told({ opacity: unless(1, finite(node.opacity, 1)) }),
  };
}

export function maskOf(node: KiwiNode): HasMaskTrait {
  if (node.mask !== true) return {};
  const maskType = translate<Values<typeof masks>>(masks, node.maskType) ?? "ALPHA";
  return { isMask: true, maskType, isMaskOutline: maskType === "VECTOR" };
}

export function exportSettingsOf({ exportSettings = [] }: KiwiNode): HasExportSettingsTrait {
  const settings = exportSettings.flatMap(({ suffix, imageType, constraint }) => {
    const format = translate<Values<typeof formats>>(formats, imageType);
    if (format === undefined) return [];
    const type = translate<Values<typeof constraints>>(constraints, constraint?.type) ?? "SCALE";
    return [{ suffix: suffix ?? "", format, constraint: { type, value: finite(constraint?.value, 1) } }];
  });
  return settings.length === 0 ? {} : { exportSettings: settings };
}

function referencesOf(
  { componentPropRefs = [] }: KiwiNode,
  { properties }: Mapping,
): Record<string, string> | undefined {
  const told = componentPropRefs.flatMap((reference: Kiwi<"ComponentPropRef">) => {
    const field = translate<Values<typeof references>>(references, reference.componentPropNodeField);
    if (field === undefined || reference.defID === undefined || reference.isDeleted === true) return [];
    const property = properties.find(guidText(reference.defID));
    return property === undefined ? [] : [[field, property.name] as const];
  });
  return told.length === 0 ? undefined : Object.fromEntries(told);
}

function explicitModesOf(node: KiwiNode, { scene, variables }: Mapping): Record<string, string> | undefined {
  const modes = (node.variableModeBySetMap?.entries ?? []).flatMap(({ variableSetID, variableModeID }) => {
    const set = scene.referred(variableSetID);
    return set === undefined || variableModeID === undefined
      ? []
      : [[variables.idOf(set), guidText(variableModeID)] as const];
  });
  return modes.length === 0 ? undefined : Object.fromEntries(modes);
}
