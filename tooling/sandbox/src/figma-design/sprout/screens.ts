import type { Change, Layer, Values } from "../layer.ts";
import {
  buttonIcon,
  buttonLabel,
  buttonSwap,
  card,
  cardName,
  cardState,
  inkFill,
  mutedFill,
  primary,
  quiet,
  row,
  rowHasNote,
  rowNote,
  rowTitle,
  surfaceFill,
} from "./components.ts";
import { frame, instance, rectangle, stack, text } from "./draw.ts";
import { drop } from "./icons.ts";
import { body, caption, heading, label, styleIds, title } from "./styles.ts";
import { background, greeting, medium, theme } from "./variables.ts";

const phone = [375, 812] as const;
const page = [{ color: "#f7f6f2", variable: background.id }] as const;

/** What a designer did between the two versions of the file. */
export interface Revision {
  readonly revised: boolean;
}

export function screens({ revised }: Revision): Layer[] {
  return [
    home(revised),
    details(revised),
    settings("52", "Settings", theme.light, 860),
    settings("53", "Settings, dark", theme.dark, 1290),
  ];
}

function home(revised: boolean): Layer {
  const plants = [
    ["1", "Monstera", "Water today"],
    ["2", "Fiddle leaf fig", revised ? "Water today" : "In two days"],
    ["3", "Snake plant", "Next week"],
    ["4", "Calathea", "Needs light"],
  ] as const;
  const cards = plants.map(([id, name, state]) =>
    instance([`51:${id}`, name], card, {
      values: { [cardName]: name, [cardState]: state },
      ...(id === "1" ? { links: [{ to: "50:40", moves: "SMART_ANIMATE", milliseconds: 300 } as const] } : {}),
      ...(id === "4" ? { changes: { "38:1": { fills: [{ image: "calathea", scale: "FILL" } as const] } } } : {}),
    }),
  );
  const content = stack(
    ["50:2", "Content"],
    { direction: "VERTICAL", gap: 16, padding: [24, 16, 24, 16], hugs: [true, false] },
    [
      text(["50:3", "Greeting"], title, "Good morning, Ida", {
        fills: inkFill,
        styles: { text: styleIds.title },
        bound: { characters: greeting.id },
        width: 343,
        fillsAcross: true,
      }),
      text(["50:4", "Summary"], body, revised ? "Two plants are thirsty today." : "One plant is thirsty today.", {
        fills: mutedFill,
        styles: { text: styleIds.body },
        width: 343,
        fillsAcross: true,
      }),
      stack(
        ["50:5", "Plants"],
        { direction: "HORIZONTAL", gap: 15, wraps: { gap: 16 }, hugs: [false, true] },
        revised ? cards.slice(0, 3) : cards,
        { width: 343, fillsAcross: true },
      ),
      instance(["50:6", "Water all"], primary, {
        values: { [buttonLabel]: revised ? "Water both" : "Water one plant", [buttonSwap]: drop.id },
      }),
    ],
    { width: 375, bound: { gap: medium.id } },
  );
  return frame(["50:1", "Home"], phone, [content, tabs("50:20")], {
    fills: page,
    columns: 4,
    startsFlow: "Water a plant",
    scrolls: true,
    ready: true,
  });
}

function tabs(id: string): Layer {
  const tab = (number: string, name: string) =>
    text([`${id}${number}`, name], caption, name, { fills: mutedFill, styles: { text: styleIds.caption } });
  const settings = { ...tab("2", "Settings"), links: [{ to: "52:1" } as const] };
  return stack(
    [`${id}0`, "Tab bar"],
    {
      direction: "HORIZONTAL",
      padding: [16, 32, 32, 32],
      along: "SPACE_BETWEEN",
      across: "CENTER",
      hugs: [false, true],
    },
    [tab("1", "Plants"), settings, tab("3", "Profile")],
    {
      width: 375,
      y: 748,
      fills: surfaceFill,
      constraints: ["LEFT_RIGHT", "BOTTOM"],
      shadows: [{ color: "#00000014", y: -1, radius: 4 }],
    },
  );
}

function details(revised: boolean): Layer {
  const facts = "Light: bright, no sun at noon\nWater: once a week\nSoil: loose, a little sour";
  const care = "Wipe the leaves with a damp cloth, and turn the pot a little each week. More in the care guide.";
  return frame(
    ["50:40", "Plant"],
    phone,
    [
      rectangle(["50:41", "Hero"], [375, 320], {
        fills: [{ image: "monstera", scale: "FILL" }],
        constraints: ["LEFT_RIGHT", "TOP"],
      }),
      rectangle(["50:42", "Shade"], [375, 120], {
        y: 200,
        fills: [
          {
            gradient: "down",
            stops: [
              [0, "#00000000"],
              [1, "#000000a6"],
            ],
          },
        ],
        blend: "MULTIPLY",
      }),
      text(["50:43", "Name"], title, "Monstera", {
        x: 16,
        y: 272,
        fills: [{ color: "#ffffff" }],
        styles: { text: styleIds.title },
      }),
      stack(
        ["50:44", "Care"],
        { direction: "VERTICAL", gap: revised ? 20 : 16, padding: [24, 16, 24, 16], hugs: [true, false] },
        [
          text(["50:45", "Care heading"], heading, revised ? "Care" : "How to care for it", {
            fills: inkFill,
            styles: { text: styleIds.heading },
          }),
          text(["50:46", "Facts"], body, facts, {
            fills: inkFill,
            styles: { text: styleIds.body },
            list: true,
            width: 343,
            fillsAcross: true,
          }),
          text(["50:47", "Advice"], body, care, {
            fills: inkFill,
            styles: { text: styleIds.body },
            width: 343,
            fillsAcross: true,
            runs: [
              { from: 21, to: 31, font: "Semi Bold" },
              { from: 84, to: 94, url: "https://example.com/care", color: "#2f7d4f" },
            ],
          }),
          stack(["50:48", "Actions"], { direction: "HORIZONTAL", gap: 12, across: "CENTER" }, [
            instance(["50:49", "Water"], primary),
            instance(["50:50", "Skip"], quiet, { values: { [buttonLabel]: "Skip today", [buttonIcon]: false } }),
          ]),
        ],
        { y: 320, width: 375, fills: surfaceFill, radius: [24, 24, 0, 0] },
      ),
      stack(
        ["50:51", "Back"],
        { direction: "HORIZONTAL", padding: [8, 12, 8, 12] },
        [text(["50:52", "Label"], label, "Back", { fills: inkFill, styles: { text: styleIds.label } })],
        { x: 16, y: 48, fills: [{ color: "#ffffff", opacity: 0.8 }], radius: 16, blur: 12, links: [{ to: "back" }] },
      ),
    ],
    { x: 430, fills: page },
  );
}

type Changes = Readonly<Record<string, Change>>;

/** The switch in a row: grey, and its knob seen through. */
const off: Changes = { "36:5": { fills: [{ color: "#a9a698" }] }, "36:5;34:1": { opacity: 0.75 } };

function settings(id: string, name: string, mode: string, x: number): Layer {
  const line = (number: string, values: Values, changes: Changes = {}) =>
    instance([`${id}:1${number}`, String(values[rowTitle])], row, { values, changes, fillsAcross: true });
  return frame(
    [`${id}:1`, name],
    phone,
    [
      stack(
        [`${id}:2`, "Content"],
        { direction: "VERTICAL", gap: 16, padding: [72, 16, 24, 16], hugs: [true, false] },
        [
          text([`${id}:3`, "Title"], title, "Settings", { fills: inkFill, styles: { text: styleIds.title } }),
          stack(
            [`${id}:4`, "List"],
            { direction: "VERTICAL", hugs: [true, false] },
            [
              line("1", { [rowTitle]: "Reminders", [rowNote]: "Every morning at eight" }),
              line("2", { [rowTitle]: "Weather", [rowNote]: "Water less after rain" }),
              line("3", { [rowTitle]: "Sounds", [rowHasNote]: false }, off),
            ],
            { width: 343, fillsAcross: true, radius: 16, clips: true },
          ),
        ],
        { width: 375 },
      ),
    ],
    { x, fills: page, modes: { [theme.id]: mode } },
  );
}
