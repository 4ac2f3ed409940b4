import { addFile } from "../add-file.ts";
import type { FigmaState } from "../figma-state.ts";
import { png } from "../pictures/png.ts";
import { photo, shopDocument } from "./shop-document.ts";
import { shopVariables } from "./shop-variables.ts";

/** Keys of the files that the stand has at first. */
export const figmaKeys = {
  /** A shop's design, with four versions, comments and variables. */
  shop: "SHOPdesignFILE00000001",
  /** A branch of it. */
  branch: "SHOPbranchFILE00000001",
  /** In a Starter plan. */
  starter: "STARTERplanFILE0000001",
  /** A board of FigJam. */
  board: "BOARDfigjamFILE0000001",
  /** A Make, whose nodes the API does not give. */
  make: "MAKEprojectFILE0000001",
  /** Not ada's to see. */
  secret: "SECRETnobodyFILE000001",
} as const;

/** Team 41 (Lamps) has projects 51 (Web shop) and 52 (Drafts); see {@link figmaKeys}. */
export function fillFigma(state: FigmaState): void {
  state.teams.set("41", "Lamps");
  state.projects.set("51", { id: "51", name: "Web shop", team: "41" });
  state.projects.set("52", { id: "52", name: "Drafts", team: "41" });
  const { shop, branch, starter, board, make, secret } = figmaKeys;
  const images = new Map([[photo, quarters()]]);
  const design = addFile(state, { key: shop, name: "Shop", images, variables: shopVariables }, shopDocument("A lamp"));
  state.commit(design, shopDocument("A lamp for evenings"), "grace");
  state.commit(design, shopDocument("A lamp for long evenings"), "grace", "Launch", "What goes live in May");
  state.commit(design, shopDocument(), "ada");
  addFile(state, { key: branch, name: "Shop, other words", branchOf: shop, images }, shopDocument("A lamp for branches"));
  addFile(state, { key: starter, name: "Sketches", plan: "starter", project: "52", images }, shopDocument("A sketch"));
  addFile(state, { key: board, name: "Ideas", editorType: "figjam", project: "52" }, shopDocument("An idea"));
  addFile(state, { key: make, name: "Prototype", editorType: "make", project: "52" }, shopDocument());
  addFile(state, { key: secret, name: "Secret", readers: ["grace"] }, shopDocument());
  design.comments.push({
    ...{ id: "900", file_key: shop, user: state.user("grace"), created_at: state.now().toISOString(), resolved_at: null },
    ...{ message: "The price could be larger", order_id: "1", client_meta: { node_id: "1:5", node_offset: { x: 4, y: 4 } } },
    reactions: [],
  });
}

/** A picture of 40 points each way, whose quarters are red, green, blue and white. */
function quarters(): Buffer {
  return png(40, 40, (x, y) => {
    if (y < 20) return x < 20 ? [255, 0, 0, 255] : [0, 255, 0, 255];
    return x < 20 ? [0, 0, 255, 255] : [255, 255, 255, 255];
  });
}
