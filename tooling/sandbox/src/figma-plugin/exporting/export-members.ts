import type {
  ExportMixin,
  ExportSettings,
  ExportSettingsREST,
  ExportSettingsSVGString,
} from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import type { Members } from "../nodes/members.ts";
import { drawSvg } from "./draw-svg.ts";
import { restNode } from "./rest-node.ts";

type Settings = ExportSettings | ExportSettingsREST | ExportSettingsSVGString;

export const exporting: Members<
  NodeRecord,
  Pick<ExportMixin, "exportAsync"> & { exportAsync(settings?: Settings): Promise<never> }
> = {
  async exportAsync(node, session, settings = { format: "PNG" }) {
    session.file.settle();
    if (session.user === "plugin" && node.page && !session.pages.has(node.page)) {
      throw new Error("Cannot export a node of an unloaded page. Call await page.loadAsync() first.");
    }
    return (await exported(node, settings)) as never;
  },
};

async function exported(node: NodeRecord, settings: Settings): Promise<unknown> {
  if (settings.format === "JSON_REST_V1") return { document: restNode(node), components: {}, styles: {} };
  if (settings.format === "SVG_STRING") return drawSvg(node);
  if (settings.format === "SVG") return new TextEncoder().encode(drawSvg(node));
  if (settings.format !== "PNG") throw new Error(`The simulator does not export ${settings.format}`);
  const { rasterize } = node.file.options;
  if (!rasterize) throw new Error("This file was opened without a way to draw pixels");
  const { constraint } = settings;
  return rasterize(drawSvg(node), constraint?.type === "SCALE" ? constraint.value : 1);
}
