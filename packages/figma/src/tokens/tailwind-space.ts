import type { Token } from "./token.ts";

/** Tailwind's namespaces for numbers (Tailwind CSS 4, "Theme variables"); what is not here makes no utilities. */
const byUse = {
  radius: "radius",
  spacing: "spacing",
  size: "spacing",
  blur: "blur",
  fontSize: "text",
  fontWeight: "font-weight",
  lineHeight: "leading",
  letterSpacing: "tracking",
} as const;

/** The namespace whose utilities a token makes, `bg-brand` of `--color-brand`; undefined for what Tailwind has none for. */
export function tailwindSpace({ type, use, name }: Token): string | undefined {
  if (type === "color") return "color";
  if (type === "shadow") return "shadow";
  if (type === "fontFamily") return "font";
  if (type === "fontWeight") return "font-weight";
  if (type === "typography") return "text";
  if (type !== "dimension") return undefined;
  if (use === "size" && /breakpoint|screen/i.test(name)) return "breakpoint";
  return use === undefined ? undefined : (byUse as Partial<Record<typeof use, string>>)[use];
}
