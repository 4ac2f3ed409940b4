import { namesOf } from "./names.ts";
import type { Wanted } from "./wanted.ts";

/** What the template's connector is called, in the forms that its files write. */
const template = namesOf("quill-harbour");

/** A text of the template, or the path of one, with the new connector's names in it. */
export function renamed(text: string, { name, system, packageName, isInside }: Wanted): string {
  const names = namesOf(name);
  const command = isInside ? `drawbridge-${name}` : packageName.replace(/^.*\//, "");
  const forms: ReadonlyArray<readonly [from: string, to: string]> = [
    [`@drawbridge/${template.kebab}`, packageName],
    [`drawbridge-${template.kebab}`, command],
    ["Quill Harbour", system],
    [template.kebab, names.kebab],
    [template.camel, names.camel],
    [template.pascal, names.pascal],
    [template.snake, names.snake],
    [template.screaming, names.screaming],
  ];
  const pattern = new RegExp(forms.map(([from]) => from).join("|"), "g");
  const replacements = new Map(forms);
  return text.replace(pattern, (from) => replacements.get(from) ?? from);
}
