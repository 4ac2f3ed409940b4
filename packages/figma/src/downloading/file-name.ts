/** A plain name for what is made of a layer, of the layer's name and id: the same each time, and another for each layer. */
export function fileName(name: string, id: string, extension: string): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, "");
  const part = id
    .replaceAll(/[^0-9A-Za-z]+/g, "-")
    .slice(-80)
    .replace(/^-+/, "");
  return `${words === "" ? "layer" : words}-${part}.${extension}`;
}
