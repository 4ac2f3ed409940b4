import type { ImagePaint, Node, Paint } from "@figma/rest-api-spec";

/** Where the picture of a layer comes from: Figma renders it, or it is an image that somebody put there. */
export type PictureSource = { readonly render: true } | { readonly fill: ImagePaint };

/**
 * A layer that is but an image gives that image, as it was put there; any other is rendered.
 *
 * @param wanted `auto`, or what the caller wants of it
 */
export function pictureSource(node: Node, wanted: "auto" | "render" | "fill"): PictureSource | undefined {
  if (wanted === "render") return { render: true };
  const fills = visibleFills(node);
  const images = fills.filter((fill): fill is ImagePaint => fill.type === "IMAGE");
  const [image] = images;
  if (wanted === "fill") return image === undefined ? undefined : { fill: image };
  const isImageAlone = images.length === 1 && fills.length === 1 && !hasContent(node);
  return isImageAlone && image !== undefined ? { fill: image } : { render: true };
}

function visibleFills(node: Node): readonly Paint[] {
  const fills = "fills" in node ? ((node.fills ?? []) as Paint[]) : [];
  return fills.filter(({ visible, opacity }) => visible !== false && opacity !== 0);
}

function hasContent(node: Node): boolean {
  return (
    "children" in node && (node.children as Node[]).some((child) => !("visible" in child) || child.visible !== false)
  );
}
