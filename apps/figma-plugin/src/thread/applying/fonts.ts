import type { FontName, TextSublayerNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Host } from "../host.ts";
import { Problem } from "../problem.ts";
import { fontsOf } from "./letters.ts";

const plain: FontName = { family: "Inter", style: "Regular" };

/** What is tried where a font is not there and the plan allows another: the family's regular, then Inter in the style, then plain Inter. */
function others({ family, style }: FontName): FontName[] {
  return [{ family, style: "Regular" }, { family: "Inter", style }, plain];
}

/** The fonts that a plan has loaded, and those that it had to do without. */
export class Fonts {
  readonly fallbacks: { wanted: string; used: string }[] = [];
  private readonly host: Host;
  private readonly allowed: boolean;
  private readonly loaded = new Map<string, FontName>();

  constructor(host: Host, allowFallback: boolean) {
    this.host = host;
    this.allowed = allowFallback;
  }

  /** Loads a font and returns it, or the one that is used instead. @throws Problem where it is not there and no other may be taken */
  async load(font: FontName): Promise<FontName> {
    const key = `${font.family} ${font.style}`;
    const known = this.loaded.get(key);
    if (known) return known;
    for (const candidate of [font, ...(this.allowed ? others(font) : [])]) {
      try {
        await this.host.loadFontAsync(candidate);
      } catch {
        continue;
      }
      if (candidate !== font) this.fallbacks.push({ wanted: key, used: `${candidate.family} ${candidate.style}` });
      this.loaded.set(key, candidate);
      return candidate;
    }
    throw new Problem("font_missing", `The font ${key} is not on this machine`, {
      rule: "fonts have to be there",
      mend: "Use a font that is there (Inter always is), or allow another with font_fallback.",
    });
  }

  /** Whether nothing has to be waited for. */
  has(fonts: readonly FontName[]): boolean {
    return fonts.every(({ family, style }) => this.loaded.has(`${family} ${style}`));
  }

  /** Loads what letters are set in, without which nothing of them can be changed; letters in a font that is missing get one that is there. */
  async loadOf(part: TextSublayerNode): Promise<void> {
    for (const font of fontsOf(part)) await this.load(font);
  }
}
