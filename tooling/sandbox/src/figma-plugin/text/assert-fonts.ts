import type { FontName } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Session } from "../nodes/session.ts";
import type { Run } from "./text-runs.ts";

export function fontKey({ family, style }: FontName): string {
  return `${family}\u0000${style}`;
}

/** @throws where a font was not loaded, as Figma asks of a plugin before it changes how text is set */
export function assertFonts(session: Session, fonts: Iterable<FontName>): void {
  if (session.user === "person") return;
  for (const font of fonts) {
    if (session.fonts.has(fontKey(font))) continue;
    const call = `figma.loadFontAsync({ family: "${font.family}", style: "${font.style}" })`;
    throw new Error(
      `Cannot write to node with unloaded font "${font.family} ${font.style}". Please call ${call} and await the returned promise first.`,
    );
  }
}

export function assertRunFonts(session: Session, runs: readonly Run[]): void {
  assertFonts(
    session,
    runs.map(({ style }) => style.fontName),
  );
}
