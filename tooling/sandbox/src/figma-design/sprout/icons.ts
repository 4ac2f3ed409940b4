import type { Fill, Layer } from "../layer.ts";
import { component, frame, vector } from "./draw.ts";
import { ink } from "./variables.ts";

const inked: readonly Fill[] = [{ color: "#1a1917", variable: ink.id }];

const icon = (id: string, name: string, path: string): Layer =>
  component(
    frame(
      [`20:${id}`, `Icon/${name}`],
      [24, 24],
      [vector([`21:${id}`, "Shape"], [16, 16], path, { x: 4, y: 4, fills: inked, constraints: ["SCALE", "SCALE"] })],
    ),
  );

export const leaf = icon("1", "Leaf", "M0 16C0 6 6 0 16 0C16 10 10 16 0 16Z");
export const drop = icon("2", "Drop", "M8 0C12 5 14 8 14 11C14 14 11 16 8 16C5 16 2 14 2 11C2 8 4 5 8 0Z");
export const chevron = icon("3", "Chevron", "M4 0L12 8L4 16L2 14L8 8L2 2Z");
export const sun = icon("4", "Sun", "M8 2L10 6L14 8L10 10L8 14L6 10L2 8L6 6Z");

export const icons: readonly Layer[] = [leaf, drop, chevron, sun];
