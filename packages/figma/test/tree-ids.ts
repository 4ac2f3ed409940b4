interface Holder {
  readonly depth: number;
  readonly id: string;
}

interface ToldLayer extends Holder {
  readonly type: string;
}

/** The ids of the layers that have a line on pages of a tree, whole again: an id that begins with a semicolon goes on from its instance's. */
export function treeIds(pages: readonly string[]): string[] {
  return pages.flatMap((page) => {
    // Shared values and an empty line stand before the tree where there are any.
    const [first = "", ...rest] = page
      .slice(page.indexOf("\n\n") + 1)
      .replace(/^\n/, "")
      .split("\n");
    const hasPlace = first.startsWith("within ");
    const told = (hasPlace ? rest : [first, ...rest]).flatMap((line) => layerOf(line) ?? []);
    return idsOf(told, hasPlace ? holdersIn(first, told[0]?.depth ?? 0) : []);
  });
}

function idsOf(told: readonly ToldLayer[], begun: readonly Holder[]): string[] {
  let open = [...begun];
  return told.map(({ depth, type, id: written }) => {
    open = open.filter((holder) => holder.depth < depth);
    const holder = open.at(-1)?.id ?? "";
    const id = written.startsWith(";") ? `${holder.startsWith("I") ? "" : "I"}${holder}${written}` : written;
    if (type === "instance") open.push({ depth, id });
    return id;
  });
}

const layerLine = /^( *)(?:\((\d+)\) )?([a-z-]+)(?: "(?:[^"\\]|\\.)*")? ((?:I?-?\d+:\d+)?(?:;-?\d+:\d+)*)(?= |$)/;

function layerOf(line: string): ToldLayer | undefined {
  const [whole, indent = "", deep, type = "", id = ""] = layerLine.exec(line) ?? [];
  if (whole === undefined || id === "") return undefined;
  return { depth: deep === undefined ? indent.length / 2 : Number(deep), type, id };
}

/** The instances that hold what a page begins with. */
function holdersIn(place: string, depth: number): Holder[] {
  const named = [...place.matchAll(/(?:^within |> )([a-z-]+) "(?:[^"\\]|\\.)*" (\S+)/g)];
  return named.flatMap(([, type, id = ""], index) =>
    type === "instance" ? [{ depth: depth - named.length + index, id }] : [],
  );
}
