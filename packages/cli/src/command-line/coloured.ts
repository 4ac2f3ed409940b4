import { styleText } from "node:util";

type Style = "bold" | "cyan" | "dim" | "green" | "red" | "yellow";

/** The text in a style where a terminal shows it and the person does not mind (https://no-color.org). */
export function coloured(style: Style, text: string): string {
  return process.stdout.isTTY === true && !process.env.NO_COLOR ? styleText(style, text) : text;
}
