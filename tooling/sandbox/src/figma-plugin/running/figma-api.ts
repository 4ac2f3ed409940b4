import type {
  BaseNode,
  BaseStyle,
  ComponentNode,
  EffectStyle,
  GridStyle,
  PageNode,
  PaintStyle,
  PluginAPI,
  SceneNode,
  TextStyle,
} from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import { absoluteMatrix, around, boundsUnder, boxOf } from "../layout/boxes.ts";
import { entityOf } from "../nodes/make-prototype.ts";
import type { Session } from "../nodes/session.ts";
import { createStyle } from "../styles/style-members.ts";
import { fontKey } from "../text/assert-fonts.ts";
import { variablesApi } from "../variables/variables-api.ts";
import { combineNodes } from "./combine-nodes.ts";
import { createNodes } from "./create-nodes.ts";
import type { PluginEvents } from "./plugin-events.ts";

/** What is kept as a node and is none for the API. */
const parts = new Set(["TEXT_SUBLAYER", "TABLE_CELL"]);

/** What `figma` holds that needs nothing of where the plugin runs. */
export function figmaApi(session: Session, events: PluginEvents) {
  const { file } = session;
  const stylesOf =
    <S extends BaseStyle>(type: S["type"]) =>
    async (): Promise<S[]> =>
      [...file.styles.values()]
        .filter((style) => style.type === type && !style.removed)
        .map((style) => session.handle<S>(style));
  const found = (id: string): BaseNode | null => {
    const node = file.nodes.get(id);
    return node && !node.removed && !parts.has(node.type) ? session.handle<BaseNode>(node) : null;
  };
  const imported = <H extends object>(key: string, type: string): H => {
    const local = [...file.nodes.values()].find((node) => node.type === type && keyOf(node) === key && !node.removed);
    const component = local ?? file.libraries.get(key);
    if (component?.type !== type)
      throw new Error(`in import${type}: Could not find a published ${type} with the key "${key}"`);
    return session.handle<H>(component);
  };
  return {
    apiVersion: "1.0.0",
    editorType: file.options.editor,
    mode: "default",
    fileKey: file.options.key,
    mixed: session.mixed as PluginAPI["mixed"],
    skipInvisibleInstanceChildren: false,
    ...createNodes(session),
    ...combineNodes(session),
    variables: variablesApi(session) as PluginAPI["variables"],
    get root() {
      return session.handle<PluginAPI["root"]>(file.root);
    },
    get currentPage() {
      return session.handle<PageNode>(session.currentPage);
    },
    async setCurrentPageAsync(page: PageNode) {
      session.assertOpen();
      session.currentPage = entityOf<NodeRecord>(page);
      session.pages.add(session.currentPage);
      events.emit("currentpagechange");
    },
    async getNodeByIdAsync(id: string) {
      session.assertOpen();
      return found(id);
    },
    getNodeById(): never {
      throw new Error(
        "in getNodeById: Cannot call with documentAccess: dynamic-page. Use figma.getNodeByIdAsync instead.",
      );
    },
    async getStyleByIdAsync(id: string) {
      const style = file.styles.get(id);
      return style && !style.removed ? session.handle<BaseStyle>(style) : null;
    },
    getLocalPaintStylesAsync: stylesOf<PaintStyle>("PAINT"),
    getLocalTextStylesAsync: stylesOf<TextStyle>("TEXT"),
    getLocalEffectStylesAsync: stylesOf<EffectStyle>("EFFECT"),
    getLocalGridStylesAsync: stylesOf<GridStyle>("GRID"),
    createPaintStyle: () => createStyle<PaintStyle>(session, "PAINT"),
    createTextStyle: () => createStyle<TextStyle>(session, "TEXT"),
    createEffectStyle: () => createStyle<EffectStyle>(session, "EFFECT"),
    createGridStyle: () => createStyle<GridStyle>(session, "GRID"),
    async importComponentByKeyAsync(key: string) {
      return imported<ComponentNode>(key, "COMPONENT");
    },
    async listAvailableFontsAsync() {
      return file.options.fonts.map((fontName) => ({ fontName }));
    },
    async loadFontAsync(font: { family: string; style?: string }) {
      const name = { family: font.family, style: font.style ?? "Regular" };
      if (!session.hasFont(name)) {
        throw new Error(`in loadFontAsync: The font "${name.family} ${name.style}" could not be loaded`);
      }
      session.fonts.add(fontKey(name));
    },
    async loadAllPagesAsync() {
      for (const page of file.root.children) session.pages.add(page);
      events.allPages = true;
    },
    getImageByHash: (hash: string) => (file.images.has(hash) ? { hash } : null),
    commitUndo() {
      session.assertOpen();
      file.commitUndo();
    },
    triggerUndo() {
      session.assertOpen();
      file.triggerUndo();
    },
    on: events.on,
    off: events.off,
    once: events.once,
    viewport: {
      center: { x: 0, y: 0 },
      zoom: 1,
      /** Of a window of 1280 by 800 pixels. */
      get bounds() {
        const [width, height] = [1280 / this.zoom, 800 / this.zoom];
        return { x: this.center.x - width / 2, y: this.center.y - height / 2, width, height };
      },
      scrollAndZoomIntoView(this: { center: { x: number; y: number } }, nodes: readonly SceneNode[]) {
        file.settle();
        const records = nodes.map((node) => entityOf<NodeRecord>(node));
        const box = around(records.map((node) => boundsUnder(absoluteMatrix(node), boxOf(node))));
        if (box) this.center = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      },
    },
  };
}

function keyOf(node: NodeRecord): string {
  return (node.get("key") as string | undefined) ?? `key:${node.id}`;
}
