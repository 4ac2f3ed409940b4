import type { Layer } from "../layer.ts";
import { inkFill, mutedFill, surfaceFill } from "./components.ts";
import { ellipse, frame, rectangle, stack, text, vector } from "./draw.ts";
import { caption, heading, label, styleIds } from "./styles.ts";

/** What lies around on a page of tries: groups, masks, sections, and what a reviewer would remark on. */
export function sketches(): Layer[] {
  return [
    avatar,
    mark,
    chips,
    section(),
    notes,
    { ...ellipse(["60:90", "Old idea"], [80, 80], { fills: [{ color: "#9747ff" }] }), y: 900, hidden: true },
  ];
}

const avatar: Layer = {
  ...frame(
    ["60:1", "Avatar"],
    [96, 96],
    [
      ellipse(["60:2", "Mask"], [96, 96], { fills: [{ color: "#d9d9d9" }], mask: true }),
      rectangle(["60:3", "Portrait"], [96, 96], { fills: [{ image: "calathea", scale: "FIT" }] }),
    ],
  ),
  type: "GROUP",
  clips: false,
};

const mark: Layer = {
  ...frame(
    ["60:10", "Mark"],
    [64, 64],
    [
      ellipse(["60:11", "Ring"], [64, 64], { fills: [{ color: "#2f7d4f" }] }),
      ellipse(["60:12", "Hole"], [32, 32], { x: 16, y: 16, fills: [{ color: "#2f7d4f" }] }),
    ],
  ),
  type: "BOOLEAN_OPERATION",
  clips: false,
  x: 140,
  fills: [{ color: "#2f7d4f" }],
  styles: { fill: styleIds.brand },
  exportsPng: true,
};

const chip = (id: string, name: string) =>
  stack(
    [`60:2${id}`, name],
    { direction: "HORIZONTAL", padding: [6, 12, 6, 12] },
    [text([`60:3${id}`, "Label"], label, name, { fills: inkFill, styles: { text: styleIds.label } })],
    { fills: surfaceFill, radius: 16 },
  );

const chips: Layer = stack(
  ["60:20", "Chips"],
  { direction: "HORIZONTAL", gap: 8, wraps: { gap: 8 }, hugs: [false, true] },
  ["Shade", "Half shade", "Sun", "Loves mist", "Safe for cats"].map((name, index) => chip(String(index + 1), name)),
  { x: 240, width: 220 },
);

function section(): Layer {
  const step = (id: string, name: string, x: number) =>
    frame(
      [`60:4${id}`, name],
      [200, 200],
      [
        vector([`60:5${id}`, "Leaf"], [80, 80], "M0 80C0 30 30 0 80 0C80 50 50 80 0 80Z", {
          x: 60,
          y: 40,
          fills: [
            {
              gradient: "right",
              stops: [
                [0, "#6cc58d"],
                [1, "#2f7d4f"],
              ],
            },
          ],
        }),
        text([`60:6${id}`, "Words"], heading, name, {
          x: 16,
          y: 152,
          fills: inkFill,
          styles: { text: styleIds.heading },
        }),
      ],
      { x, y: 48, fills: surfaceFill },
    );
  return {
    ...frame(["60:40", "Onboarding"], [480, 280], [step("1", "Add a plant", 24), step("2", "Get reminded", 248)]),
    type: "SECTION",
    clips: false,
    y: 140,
    fills: [{ color: "#f0ede3" }],
    ready: true,
  };
}

/** Low contrast, a target too small for a finger, a colour of its own, names that nobody chose, a text that runs out. */
const notes: Layer = frame(
  ["60:70", "Frame 12"],
  [240, 120],
  [
    text(["60:71", "Hint"], caption, "Swipe to skip a day", { x: 16, y: 16, fills: [{ color: "#c9c7bf" }] }),
    rectangle(["60:72", "Rectangle 4"], [16, 16], {
      x: 208,
      y: 16,
      fills: [{ color: "#2f7d4f" }],
      links: [{ to: "50:1" }],
    }),
    text(["60:73", "Long"], label, "A line that runs out of its frame at the right", {
      x: 16,
      y: 60,
      fills: mutedFill,
    }),
  ],
  { y: 480, fills: [{ color: "#ffffff" }] },
);
