import type { Page } from "@drawbridge/core";

/** A part of an answer that is a text. */
export interface TextPart {
  readonly facts?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly text: string;
}

/** As long as what core puts around each part, so that it is data to a model. */
const around = "\n\n<data 00000000>\n\n</data 00000000>\n\n";

/** Takes room for a part with all that will stand around its text. */
export function takePart(page: Page, { facts, text }: TextPart): boolean {
  return page.take(`${facts === undefined ? "" : JSON.stringify(facts)}${around}${text}`);
}
