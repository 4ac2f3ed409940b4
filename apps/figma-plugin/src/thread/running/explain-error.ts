import type { Failure } from "@drawbridge/figma/bridge";
import { Problem, wordsOf } from "../problem.ts";

type Rule = readonly [pattern: RegExp, code: Failure["code"], rule: string, mend: string];

/** What Figma's own errors mean for a plan. */
const rules: readonly Rule[] = [
  [
    /FILL can only be set/i,
    "invalid",
    "FILL only inside auto layout",
    "Give the parent a layout with mode HORIZONTAL or VERTICAL first, or leave FILL out.",
  ],
  [
    /HUG can only be set/i,
    "invalid",
    "HUG only on auto layout frames, and on text inside them",
    "Give the frame a layout first, or use FIXED.",
  ],
  [
    /parent is an instance|inside of an instance|overrid+en in an instance|Removing this node is not allowed/i,
    "invalid",
    "an instance's layers are its component's",
    "Change the main component, or swap or set properties of the instance.",
  ],
  [
    /unloaded font|could not be loaded/i,
    "font_missing",
    "fonts have to be there",
    "Use a font that is on this machine, or font_fallback.",
  ],
  [
    /min\/max dimensions/i,
    "invalid",
    "least and greatest sizes only with auto layout",
    "Give the node or its parent a layout first.",
  ],
  [
    /layoutPositioning/i,
    "invalid",
    "absolute only inside auto layout",
    "Leave absolute out: without auto layout every layer is placed by x and y.",
  ],
  [/layoutWrap/i, "invalid", "wrap only with HORIZONTAL", "Set mode HORIZONTAL."],
  [
    /scope/i,
    "invalid",
    "a variable's scopes say where it is used",
    "Bind a variable whose scopes allow the field, or give it the scope.",
  ],
  [
    /cannot be bound|resolved type|Mismatched variable/i,
    "invalid",
    "a variable's type fits the field",
    "Use a variable of the type that the message names.",
  ],
  [
    /not a supported API in the/i,
    "invalid",
    "some layers exist in one editor alone",
    "Stickies, shapes, connectors and tables are FigJam's; components are Figma's.",
  ],
  [
    /component cycle|component cannot be inside/i,
    "invalid",
    "no component inside a component",
    "Put an instance there instead.",
  ],
  [/section can only be/i, "invalid", "sections stand on pages and in sections", "Use a FRAME inside frames."],
  [/does not exist|No node with id/i, "not_found", "", "Read the file again: somebody may have removed it."],
  [/read.?only|permission|view.?only/i, "read_only", "", "Ask for the right to edit this file."],
];

/** Anything that was thrown, as a failure that a model can act on. */
export function explainError(error: unknown): Failure {
  if (error instanceof Problem) return error.failure;
  const message = `Figma refused: ${wordsOf(error).slice(0, 2_000)}`;
  const found = rules.find(([pattern]) => pattern.test(message));
  if (!found) return { code: "invalid", message };
  const [, code, rule, mend] = found;
  return { code, message, mend, ...(rule && { rule }) };
}
