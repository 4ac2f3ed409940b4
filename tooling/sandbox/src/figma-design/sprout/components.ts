import type { Fill, Layer } from "../layer.ts";
import { component, ellipse, frame, instance, rectangle, stack, text } from "./draw.ts";
import { chevron, drop, leaf } from "./icons.ts";
import { body, caption, cardShadow, heading, label, styleIds } from "./styles.ts";
import { accent, cardRadius, ink, line, muted, onAccent, small, surface } from "./variables.ts";

const fill = (color: `#${string}`, variable: { readonly id: string }): readonly Fill[] => [
  { color, variable: variable.id },
];

export const inkFill = fill("#1a1917", ink);
export const mutedFill = fill("#66635a", muted);
export const surfaceFill = fill("#ffffff", surface);
const accentFill = fill("#2f7d4f", accent);
const lineFill = fill("#dfddd5", line);

export const buttonLabel = "30:1";
export const buttonIcon = "30:2";
export const buttonSwap = "30:3";

const button = (id: string, kind: "Primary" | "Quiet", state: "Default" | "Disabled"): Layer =>
  component(
    stack(
      [`31:${id}`, `Kind=${kind}, State=${state}`],
      { direction: "HORIZONTAL", gap: 8, padding: [12, 20, 12, 20], along: "CENTER", across: "CENTER" },
      [
        instance([`32:${id}`, "Icon"], leaf, { set: { visible: buttonIcon, component: buttonSwap } }),
        text([`33:${id}`, "Label"], label, "Water now", {
          fills: kind === "Primary" ? fill("#ffffff", onAccent) : accentFill,
          styles: { text: styleIds.label },
          set: { characters: buttonLabel },
        }),
      ],
      {
        radius: 24,
        bound: { gap: small.id },
        ...(kind === "Primary" ? { fills: accentFill } : { strokes: accentFill, strokeWeight: 1 }),
        ...(state === "Disabled" ? { opacity: 0.5 } : {}),
      },
    ),
  );

export const primary = button("1", "Primary", "Default");
export const disabled = button("2", "Primary", "Disabled");
export const quiet = button("3", "Quiet", "Default");

const variants = [primary, disabled, quiet].map((variant, index) => ({ ...variant, x: 24, y: 24 + index * 72 }));

export const buttons: Layer = {
  ...frame(["30:0", "Button"], [240, 240], variants, {
    strokes: [{ color: "#9747ff" }],
    strokeWeight: 1,
    dashes: [10, 5],
    radius: 5,
  }),
  type: "COMPONENT_SET",
  description: "Starts something. One primary button a screen.",
  properties: [
    { id: buttonLabel, name: "Label", type: "TEXT", value: "Water now" },
    { id: buttonIcon, name: "Show icon", type: "BOOLEAN", value: true },
    { id: buttonSwap, name: "Icon", type: "INSTANCE_SWAP", value: leaf.id },
  ],
};

export const toggle: Layer = component(
  stack(
    ["34:0", "Toggle"],
    { direction: "HORIZONTAL", padding: [2, 2, 2, 2], along: "MAX", across: "CENTER", hugs: [false, true] },
    [ellipse(["34:1", "Knob"], [20, 20], { fills: surfaceFill })],
    { width: 44, radius: 12, fills: accentFill },
  ),
);

export const rowTitle = "35:1";
export const rowNote = "35:2";
export const rowHasNote = "35:3";

/** One line of settings: what it is, a note below it, and what it does at the right. */
export const row: Layer = component(
  stack(
    ["36:0", "Row"],
    { direction: "HORIZONTAL", gap: 12, padding: [12, 16, 12, 16], across: "CENTER", hugs: [false, true] },
    [
      instance(["36:1", "Icon"], drop),
      stack(
        ["36:2", "Words"],
        { direction: "VERTICAL", gap: 2, hugs: [true, false] },
        [
          text(["36:3", "Title"], body, "Reminders", {
            fills: inkFill,
            styles: { text: styleIds.body },
            set: { characters: rowTitle },
          }),
          text(["36:4", "Note"], caption, "Every morning at eight", {
            fills: mutedFill,
            styles: { text: styleIds.caption },
            set: { characters: rowNote, visible: rowHasNote },
          }),
        ],
        { fillsAlong: true },
      ),
      instance(["36:5", "Toggle"], toggle),
    ],
    { width: 343, fills: surfaceFill, strokes: lineFill, strokeWeight: 1, sides: [0, 0, 1, 0] },
  ),
  {
    description: "A setting that is on or off.",
    properties: [
      { id: rowTitle, name: "Title", type: "TEXT", value: "Reminders" },
      { id: rowNote, name: "Note", type: "TEXT", value: "Every morning at eight" },
      { id: rowHasNote, name: "Has note", type: "BOOLEAN", value: true },
    ],
  },
);

export const cardName = "37:1";
export const cardState = "37:2";

export const card: Layer = component(
  stack(
    ["38:0", "Plant card"],
    { direction: "VERTICAL", hugs: [true, false] },
    [
      rectangle(["38:1", "Photo"], [164, 120], {
        fills: [{ image: "monstera", scale: "FILL" }],
        fillsAcross: true,
        radius: [16, 16, 0, 0],
      }),
      stack(
        ["38:2", "Words"],
        { direction: "VERTICAL", gap: 4, padding: [12, 12, 12, 12], hugs: [true, false] },
        [
          text(["38:3", "Name"], heading, "Monstera", {
            fills: inkFill,
            styles: { text: styleIds.heading },
            set: { characters: cardName },
          }),
          text(["38:4", "State"], caption, "Water today", {
            fills: mutedFill,
            styles: { text: styleIds.caption },
            set: { characters: cardState },
          }),
        ],
        { fillsAcross: true },
      ),
      instance(["38:5", "Open"], chevron, { absolute: true, x: 132, y: 136, constraints: ["RIGHT", "TOP"] }),
    ],
    {
      width: 164,
      clips: true,
      radius: 16,
      bound: { radius: cardRadius.id },
      fills: surfaceFill,
      shadows: [cardShadow],
      styles: { effect: styleIds.card },
    },
  ),
  {
    properties: [
      { id: cardName, name: "Name", type: "TEXT", value: "Monstera" },
      { id: cardState, name: "State", type: "TEXT", value: "Water today" },
    ],
  },
);
