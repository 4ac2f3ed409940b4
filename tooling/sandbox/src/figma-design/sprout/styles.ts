import type { Style } from "../design.ts";

const set = { font: "Regular", size: 16, line: 24 } as const;

export const title = { font: "Bold", size: 28, line: 34, spacing: -0.5 } as const;
export const heading = { font: "Semi Bold", size: 18, line: 24 } as const;
export const body = set;
export const label = { font: "Medium", size: 14, line: 20 } as const;
export const caption = { font: "Regular", size: 12, line: 16 } as const;

/** The ids under which layers have them. */
export const styleIds = {
  title: "13:1",
  heading: "13:2",
  body: "13:3",
  label: "13:4",
  caption: "13:5",
  card: "13:6",
  brand: "13:7",
} as const;

export const cardShadow = { color: "#0000001f", y: 2, radius: 8 } as const;

export const styles: readonly Style[] = [
  { id: styleIds.title, name: "Title", type: "TEXT", text: title, description: "The name of a screen." },
  { id: styleIds.heading, name: "Heading", type: "TEXT", text: heading },
  { id: styleIds.body, name: "Body", type: "TEXT", text: body },
  { id: styleIds.label, name: "Label", type: "TEXT", text: label, description: "On buttons and rows." },
  { id: styleIds.caption, name: "Caption", type: "TEXT", text: caption },
  { id: styleIds.card, name: "Elevation/Card", type: "EFFECT", shadows: [cardShadow] },
  { id: styleIds.brand, name: "Brand/Leaf", type: "FILL", color: "#2f7d4f" },
];
