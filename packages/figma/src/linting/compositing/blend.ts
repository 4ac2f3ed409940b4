import type { BlendMode, RGB, RGBA } from "@figma/rest-api-spec";

type Channel = (under: number, above: number) => number;

/** Per channel (W3C Compositing and Blending Level 1, section 9.1; the linear ones are those of Figma and Photoshop). */
const separable: Partial<Record<BlendMode, Channel>> = {
  DARKEN: Math.min,
  MULTIPLY: (under, above) => under * above,
  LINEAR_BURN: (under, above) => Math.max(0, under + above - 1),
  COLOR_BURN: (under, above) => (under >= 1 ? 1 : above <= 0 ? 0 : 1 - Math.min(1, (1 - under) / above)),
  LIGHTEN: Math.max,
  SCREEN: (under, above) => under + above - under * above,
  LINEAR_DODGE: (under, above) => Math.min(1, under + above),
  COLOR_DODGE: (under, above) => (under <= 0 ? 0 : above >= 1 ? 1 : Math.min(1, under / (1 - above))),
  OVERLAY: (under, above) => hardLight(above, under),
  SOFT_LIGHT: softLight,
  HARD_LIGHT: hardLight,
  DIFFERENCE: (under, above) => Math.abs(under - above),
  EXCLUSION: (under, above) => under + above - 2 * under * above,
};

/** Of whole colours (section 9.2). */
const whole: Partial<Record<BlendMode, (under: RGB, above: RGB) => RGB>> = {
  HUE: (under, above) => withLuminosity(withSaturation(above, saturation(under)), luminosity(under)),
  SATURATION: (under, above) => withLuminosity(withSaturation(under, saturation(above)), luminosity(under)),
  COLOR: (under, above) => withLuminosity(above, luminosity(under)),
  LUMINOSITY: (under, above) => withLuminosity(under, luminosity(above)),
};

/** A colour laid over another in a blend mode, both with straight alpha (section 5.8: source over, after blending). */
export function blend(above: RGBA, under: RGBA, mode: BlendMode | undefined): RGBA {
  if (above.a <= 0) return under;
  const mixed = blended(above, under, mode);
  const a = above.a + under.a * (1 - above.a);
  const channel = (source: number, mix: number, below: number) =>
    (above.a * ((1 - under.a) * source + under.a * mix) + (1 - above.a) * under.a * below) / a;
  return {
    r: channel(above.r, mixed.r, under.r),
    g: channel(above.g, mixed.g, under.g),
    b: channel(above.b, mixed.b, under.b),
    a,
  };
}

function blended(above: RGBA, under: RGBA, mode: BlendMode | undefined): RGB {
  const channel = mode === undefined ? undefined : separable[mode];
  if (channel !== undefined)
    return { r: channel(under.r, above.r), g: channel(under.g, above.g), b: channel(under.b, above.b) };
  return (mode === undefined ? undefined : whole[mode])?.(under, above) ?? above;
}

function hardLight(under: number, above: number): number {
  return above <= 0.5 ? under * 2 * above : under + (2 * above - 1) - under * (2 * above - 1);
}

function softLight(under: number, above: number): number {
  if (above <= 0.5) return under - (1 - 2 * above) * under * (1 - under);
  const lifted = under <= 0.25 ? ((16 * under - 12) * under + 4) * under : Math.sqrt(under);
  return under + (2 * above - 1) * (lifted - under);
}

function luminosity({ r, g, b }: RGB): number {
  return 0.3 * r + 0.59 * g + 0.11 * b;
}

function saturation({ r, g, b }: RGB): number {
  return Math.max(r, g, b) - Math.min(r, g, b);
}

function withLuminosity(color: RGB, wanted: number): RGB {
  const shift = wanted - luminosity(color);
  const moved = each(color, (channel) => channel + shift);
  const lowest = Math.min(moved.r, moved.g, moved.b);
  const highest = Math.max(moved.r, moved.g, moved.b);
  const lifted =
    lowest >= 0 ? moved : each(moved, (channel) => wanted + ((channel - wanted) * wanted) / (wanted - lowest));
  return highest <= 1
    ? lifted
    : each(lifted, (channel) => wanted + ((channel - wanted) * (1 - wanted)) / (highest - wanted));
}

function withSaturation(color: RGB, wanted: number): RGB {
  const lowest = Math.min(color.r, color.g, color.b);
  const range = saturation(color);
  return range === 0 ? { r: 0, g: 0, b: 0 } : each(color, (channel) => ((channel - lowest) * wanted) / range);
}

function each({ r, g, b }: RGB, change: (channel: number) => number): RGB {
  return { r: change(r), g: change(g), b: change(b) };
}
