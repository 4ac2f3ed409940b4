/** A plan that makes a list of so many layers, with its frame, one operation each. */
export function longList(layers: number) {
  return [
    { op: "create", type: "FRAME", ref: "$list", props: { name: "List", layout: { mode: "VERTICAL", gap: 2 } } },
    ...Array.from({ length: layers - 1 }, (_, i) => ({
      op: "create",
      type: "RECTANGLE",
      parent: "$list",
      props: { name: `Row ${i}`, height: 4, fills: ["#336699"] },
    })),
  ];
}
