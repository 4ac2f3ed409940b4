type Operation = Readonly<Record<string, unknown>>;

const color = (name: string, light: string, dark: string): Operation => ({
  op: "variable",
  collection: "$theme",
  name,
  type: "COLOR",
  ref: `$${name}`,
  values: { Light: light, Dark: dark },
});

const text = (parent: string, characters: string, size: number, variable: string, style = "Regular"): Operation => ({
  op: "create",
  type: "TEXT",
  parent,
  props: { name: characters, text: { characters, size, family: "Inter", style }, fills: [{ variable }] },
});

function row(title: string, note: string, isOn: boolean): Operation[] {
  const [line, words, knob] = [`$row-${title}`, `$words-${title}`, `$switch-${title}`];
  const layout = {
    mode: "HORIZONTAL",
    gap: 12,
    padding: [12, 16, 12, 16],
    align: "SPACE_BETWEEN",
    crossAlign: "CENTER",
  };
  return [
    {
      op: "create",
      type: "FRAME",
      parent: "$list",
      ref: line,
      props: { name: title, layout, placement: { horizontal: "FILL", vertical: "HUG" }, fills: [] },
    },
    {
      op: "create",
      type: "FRAME",
      parent: line,
      ref: words,
      props: {
        name: "Words",
        layout: { mode: "VERTICAL", gap: 2 },
        placement: { horizontal: "HUG", vertical: "HUG" },
        fills: [],
      },
    },
    text(words, title, 16, "$ink", "Medium"),
    text(words, note, 12, "$muted"),
    {
      op: "create",
      type: "FRAME",
      parent: line,
      ref: knob,
      props: {
        name: "Switch",
        width: 44,
        height: 24,
        corners: 12,
        layout: { mode: "HORIZONTAL", padding: 2, align: isOn ? "MAX" : "MIN", crossAlign: "CENTER" },
        placement: { horizontal: "FIXED", vertical: "FIXED" },
        fills: [{ variable: isOn ? "$accent" : "$muted" }],
      },
    },
    {
      op: "create",
      type: "ELLIPSE",
      parent: knob,
      props: { name: "Knob", width: 20, height: 20, fills: [{ variable: "$surface" }] },
    },
  ];
}

/** A page of settings, whose colours are variables with a light and a dark mode: one plan, which is applied as one. */
export const settingsPlan: readonly Operation[] = [
  { op: "collection", name: "Theme", ref: "$theme", modes: ["Light", "Dark"] },
  color("background", "#f7f6f2", "#1a1917"),
  color("surface", "#ffffff", "#2b2a26"),
  color("ink", "#1a1917", "#f7f6f2"),
  color("muted", "#66635a", "#a9a698"),
  color("accent", "#2f7d4f", "#6cc58d"),
  {
    op: "create",
    type: "FRAME",
    ref: "$page",
    props: {
      name: "Settings",
      width: 375,
      height: 420,
      layout: { mode: "VERTICAL", gap: 16, padding: [48, 16, 24, 16] },
      placement: { horizontal: "FIXED", vertical: "FIXED" },
      fills: [{ variable: "$background" }],
    },
  },
  text("$page", "Settings", 28, "$ink", "Bold"),
  {
    op: "create",
    type: "FRAME",
    parent: "$page",
    ref: "$list",
    props: {
      name: "List",
      layout: { mode: "VERTICAL" },
      placement: { horizontal: "FILL", vertical: "HUG" },
      corners: 16,
      clip: true,
      fills: [{ variable: "$surface" }],
    },
  },
  ...row("Reminders", "Every morning at eight", true),
  ...row("Weather", "Water less after rain", true),
  ...row("Sounds", "A drop, when it is time", false),
];
