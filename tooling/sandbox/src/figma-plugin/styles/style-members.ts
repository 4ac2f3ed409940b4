import type {
  BaseStyle,
  BaseStyleMixin,
  EffectStyle,
  GridStyle,
  PaintStyle,
  TextStyle,
} from "@figma/plugin-typings/plugin-api-standalone.js";
import { Entity } from "../file/entity.ts";
import { assertStylePaints } from "../nodes/assert-paints.ts";
import { frozen } from "../nodes/frozen.ts";
import { type Members, type Property, stored, told } from "../nodes/members.ts";
import { assertEffect } from "../nodes/paint-members.ts";
import { number, text } from "../nodes/rules.ts";
import type { Session } from "../nodes/session.ts";
import { assertFonts } from "../text/assert-fonts.ts";
import { type LetterStyle, plainStyle, type Run, restyle } from "../text/text-runs.ts";

const common: Members<Entity, BaseStyleMixin> = {
  id: told((style) => style.id),
  type: told((style) => style.type as BaseStyleMixin["type"]),
  key: told((style) => `key:${style.id}`),
  remote: told(() => false),
  name: stored<string>("", text),
  description: stored<string>("", text),
  remove(style, session) {
    session.file.write(style, "removed", true);
  },
};

export const paintStyle: Members<Entity, PaintStyle> = {
  ...common,
  type: told(() => "PAINT" as const),
  paints: {
    get: (style) => (style.get("paints") as PaintStyle["paints"] | undefined) ?? [],
    set(style, value, session) {
      assertStylePaints(value, session);
      session.file.write(style, "paints", frozen(value));
      restyleLetters(session, style, { fills: [...frozen(value)] });
    },
  },
};

/** Texts follow their text style, and the paint style of their letters, when that is changed. */
function restyleLetters(session: Session, style: Entity, change: Partial<LetterStyle>): void {
  const field = style.type === "TEXT" ? "textStyleId" : "fillStyleId";
  for (const node of session.file.nodes.values()) {
    const runs = node.values.runs as readonly Run[] | undefined;
    if (node.removed || !runs?.some((run) => run.style[field] === style.id)) continue;
    let next = runs;
    let at = 0;
    for (const run of runs) {
      if (run.style[field] === style.id) next = restyle(next, at, at + run.length, change);
      at += run.length;
    }
    session.file.write(node, "runs", frozen(next));
  }
}

function letter<K extends "fontSize" | "fontName" | "lineHeight" | "letterSpacing" | "textCase" | "textDecoration">(
  name: K,
): Property<Entity, LetterStyle[K]> {
  return {
    get: (style) => (style.get(name) as LetterStyle[K] | undefined) ?? plainStyle[name],
    set(style, value, session) {
      if (name === "fontSize") number(1)(value, style, session, name);
      const font = name === "fontName" ? value : (style.get("fontName") ?? plainStyle.fontName);
      assertFonts(session, [font as LetterStyle["fontName"]]);
      session.file.write(style, name, frozen(value));
      restyleLetters(session, style, { [name]: frozen(value) });
    },
  };
}

export const textStyle: Members<Entity, TextStyle> = {
  ...common,
  type: told(() => "TEXT" as const),
  fontSize: letter("fontSize"),
  fontName: letter("fontName"),
  lineHeight: letter("lineHeight"),
  letterSpacing: letter("letterSpacing"),
  textCase: letter("textCase"),
  textDecoration: letter("textDecoration"),
  paragraphSpacing: stored<number>(0, number(0)),
  paragraphIndent: stored<number>(0, number(0)),
};

export const effectStyle: Members<Entity, EffectStyle> = {
  ...common,
  type: told(() => "EFFECT" as const),
  effects: stored<EffectStyle["effects"]>([], (value) => {
    for (const effect of value) assertEffect(effect);
    return undefined;
  }),
};

export const gridStyleMembers: Members<Entity, GridStyle> = {
  ...common,
  type: told(() => "GRID" as const),
  layoutGrids: stored<GridStyle["layoutGrids"]>([]),
};

/** A new local style. */
export function createStyle<S extends BaseStyle>(session: Session, type: S["type"]): S {
  session.assertOpen();
  const style = new Entity(`S:${session.file.nextNumber().toString(16).padStart(8, "0")},`, type);
  session.file.styles.set(style.id, style);
  style.values.removed = true;
  session.file.write(style, "removed", false);
  session.file.write(style, "name", "Style");
  return session.handle<S>(style);
}
