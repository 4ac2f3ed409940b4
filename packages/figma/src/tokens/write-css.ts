import { cssComment } from "./css-comment.ts";
import { cssDeclarations } from "./css-declarations.ts";
import { type CssNames, cssNames } from "./css-names.ts";
import { type ModeBlock, modeBlocks } from "./mode-blocks.ts";
import type { TokenGroup } from "./token.ts";
import type { TokenFile } from "./token-file.ts";

/** Tokens as custom properties of CSS, with modes chosen by attributes: `<html data-theme="dark">`. */
export function writeCss(groups: readonly TokenGroup[], allGroups: readonly TokenGroup[]): readonly TokenFile[] {
  const names = cssNames(allGroups);
  const text = modeBlocks(groups)
    .map((block) => cssBlock(block, names))
    .join("\n");
  return [{ name: "tokens.css", text }];
}

/** One rule. What a token's name was is told where the property's differs from it. */
export function cssBlock({ selector, about, declarations }: ModeBlock, names: CssNames): string {
  const lines = declarations
    .flatMap(({ token, mode }) => cssDeclarations(token, mode, names))
    .map((line) => `  ${line}\n`);
  return `${about === "" ? "" : `${cssComment(about)}\n`}${selector} {\n${lines.join("")}}\n`;
}
