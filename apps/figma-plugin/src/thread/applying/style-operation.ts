import type { LettersFields, OperationOf } from "@drawbridge/figma/operations";
import type { BaseStyle, TextStyle } from "@figma/plugin-typings/plugin-api-standalone.js";
import { Problem } from "../problem.ts";
import { letterSpacingOf, lineHeightOf } from "./apply-text.ts";
import { effectsOf, paintsOf } from "./paints.ts";
import type { Stage } from "./stage.ts";

/** Makes a style or changes one. */
export async function style(stage: Stage, operation: OperationOf<"style">): Promise<void> {
  const { name, description, paints, text, effects } = operation;
  const target =
    operation.style === undefined ? make(stage, operation) : stage.entity<BaseStyle>("style", operation.style);
  if (name !== undefined) stage.set(target, "name", name, "style");
  if (description !== undefined) stage.set(target, "description", description, "style");
  if (paints !== undefined && target.type === "PAINT") stage.set(target, "paints", paintsOf(stage, paints), "style");
  else if (effects !== undefined && target.type === "EFFECT") stage.set(target, "effects", effectsOf(effects), "style");
  else if (text !== undefined && target.type === "TEXT") await setLetters(stage, target, text);
  else if (paints ?? effects ?? text)
    throw new Problem("invalid", `${JSON.stringify(target.name)} is a ${target.type} style`);
  if (operation.style === undefined) stage.madeEntity("style", target, operation.ref);
}

function make(stage: Stage, { name, paints, text, effects }: OperationOf<"style">): BaseStyle {
  const given = [paints, text, effects].filter((one) => one !== undefined).length;
  if (given !== 1 || name === undefined) {
    throw new Problem("invalid", "A new style needs a name and one of paints, text and effects");
  }
  const { host } = stage;
  const made = paints ? host.createPaintStyle() : text ? host.createTextStyle() : host.createEffectStyle();
  stage.journal.push({ do: "remove", kind: "style", id: made.id });
  return made;
}

async function setLetters(stage: Stage, target: TextStyle, fields: LettersFields): Promise<void> {
  const { size, lineHeight, letterSpacing, decoration } = fields;
  const present = target.fontName;
  await stage.wait(() => stage.fonts.load(present));
  if (fields.family !== undefined || fields.style !== undefined) {
    const wanted = { family: fields.family ?? present.family, style: fields.style ?? "Regular" };
    const font = await stage.wait(() => stage.fonts.load(wanted));
    stage.set(target, "fontName", font, "style");
  }
  if (size !== undefined) stage.set(target, "fontSize", size, "style");
  if (lineHeight !== undefined) stage.set(target, "lineHeight", lineHeightOf(lineHeight), "style");
  if (letterSpacing !== undefined) stage.set(target, "letterSpacing", letterSpacingOf(letterSpacing), "style");
  if (fields.case !== undefined) stage.set(target, "textCase", fields.case, "style");
  if (decoration !== undefined) stage.set(target, "textDecoration", decoration, "style");
}
