import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

const require = createRequire(import.meta.url);
/** Fonts that may be passed on, which come with what reads PDF. */
const fontFiles = ["Regular", "Bold", "Italic", "BoldItalic"].map((style) => `LiberationSans-${style}.ttf`);
let ready: Promise<Uint8Array[]> | undefined;

async function prepare(): Promise<Uint8Array[]> {
  await initWasm(await readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
  const folder = join(dirname(require.resolve("pdfjs-dist/package.json")), "standard_fonts");
  return Promise.all(fontFiles.map((name) => readFile(join(folder, name))));
}

/** The most pixels along a side, so that no picture takes all memory. */
const mostPixels = 4096;

/** Draws an SVG as PNG; every family is set in Liberation Sans. */
export async function rasterize(svg: string, scale: number): Promise<Uint8Array> {
  ready ??= prepare();
  const fontBuffers = await ready;
  const [, width = "1", height = "1"] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const fitting = Math.min(scale, mostPixels / Math.max(1, Number(width), Number(height)));
  const renderer = new Resvg(svg, {
    fitTo: { mode: "zoom", value: fitting },
    font: { fontBuffers, defaultFontFamily: "Liberation Sans", sansSerifFamily: "Liberation Sans" },
  });
  try {
    const image = renderer.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    renderer.free();
  }
}
