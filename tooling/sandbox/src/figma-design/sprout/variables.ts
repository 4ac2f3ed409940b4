import type { Collection, Variable } from "../design.ts";

const light = "10:1";
const dark = "10:2";
const only = "11:0";

/** The ids of what screens refer to. */
export const theme = { id: "10:0", light, dark } as const;

const color = (id: string, name: string, inLight: string, inDark: string, scopes: readonly string[]): Variable => ({
  id,
  name,
  type: "COLOR",
  scopes,
  web: `var(--${name.replaceAll("/", "-")})`,
  values: { [light]: { alias: inLight }, [dark]: { alias: inDark } },
});

const primitive = (id: string, name: string, value: `#${string}`): Variable => ({
  id,
  name,
  type: "COLOR",
  scopes: [],
  values: { [only]: value },
});

export const background = color("10:10", "color/background", "11:10", "11:16", ["FRAME_FILL"]);
export const surface = color("10:11", "color/surface", "11:11", "11:15", ["FRAME_FILL", "SHAPE_FILL"]);
export const ink = color("10:12", "color/text", "11:16", "11:10", ["TEXT_FILL"]);
export const muted = color("10:13", "color/text-muted", "11:14", "11:13", ["TEXT_FILL"]);
export const accent = color("10:14", "color/accent", "11:20", "11:21", ["ALL_FILLS"]);
export const onAccent = color("10:15", "color/on-accent", "11:11", "11:16", ["TEXT_FILL", "SHAPE_FILL"]);
export const line = color("10:16", "color/line", "11:12", "11:14", ["STROKE_COLOR"]);

const number = (id: string, name: string, value: number, scopes: readonly string[]): Variable => ({
  id,
  name,
  type: "FLOAT",
  scopes,
  values: { "12:1": value },
});

export const small = number("12:10", "space/s", 8, ["GAP"]);
export const medium = number("12:11", "space/m", 16, ["GAP"]);
export const cardRadius = number("12:12", "radius/card", 16, ["CORNER_RADIUS"]);

export const reminders: Variable = {
  id: "12:13",
  name: "feature/reminders",
  type: "BOOLEAN",
  scopes: ["ALL_SCOPES"],
  values: { "12:1": true },
};

export const greeting: Variable = {
  id: "12:14",
  name: "copy/greeting",
  type: "STRING",
  scopes: ["TEXT_CONTENT"],
  description: "What the home screen says first.",
  values: { "12:1": "Good morning, Ida" },
};

export const collections: readonly Collection[] = [
  {
    id: theme.id,
    name: "Theme",
    modes: [
      { id: light, name: "Light" },
      { id: dark, name: "Dark" },
    ],
    variables: [background, surface, ink, muted, accent, onAccent, line],
  },
  {
    id: "11:1",
    name: "Primitives",
    modes: [{ id: only, name: "Value" }],
    variables: [
      primitive("11:10", "stone/50", "#f7f6f2"),
      primitive("11:11", "white", "#ffffff"),
      primitive("11:12", "stone/200", "#dfddd5"),
      primitive("11:13", "stone/400", "#a9a698"),
      primitive("11:14", "stone/600", "#66635a"),
      primitive("11:15", "stone/800", "#2b2a26"),
      primitive("11:16", "stone/900", "#1a1917"),
      primitive("11:20", "green/600", "#2f7d4f"),
      primitive("11:21", "green/400", "#6cc58d"),
    ],
  },
  {
    id: "12:0",
    name: "Layout",
    modes: [{ id: "12:1", name: "Phone" }],
    variables: [small, medium, cardRadius, reminders, greeting],
  },
];
