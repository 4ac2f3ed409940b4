import type { ExportSetting } from "@figma/rest-api-spec";
import type { Layer } from "../outline/layer.ts";
import { lowerWords } from "./lower-words.ts";
import { numberText } from "./number-text.ts";
import { quoted } from "./quoted.ts";

/** What designers leave for those who build: export settings, the state of the work, annotations. */
export function handoffText({ exportSettings, devStatus, annotations, isExposedInstance }: Layer): string {
  let text = isExposedInstance ? " exposed" : "";
  if (Array.isArray(exportSettings) && exportSettings.length > 0) {
    text += ` export:${exportSettings.map(exportText).join(",")}`;
  }
  if (devStatus && devStatus.type !== "NONE") {
    text += ` status:${lowerWords(devStatus.type)}`;
    if (devStatus.description) text += `(${quoted(devStatus.description)})`;
  }
  if (Array.isArray(annotations) && annotations.length > 0) {
    const notes = annotations.map(({ label, labelMarkdown }) => quoted(labelMarkdown ?? label ?? ""));
    text += ` notes:[${notes.join("; ")}]`;
  }
  return text;
}

function exportText({ format, suffix, constraint }: ExportSetting): string {
  const measures = { SCALE: "x", WIDTH: "w", HEIGHT: "h" } as const;
  const size =
    constraint && !(constraint.type === "SCALE" && constraint.value === 1)
      ? `@${numberText(constraint.value)}${measures[constraint.type] ?? ""}`
      : "";
  return `${lowerWords(format)}${size}${suffix ? `(${quoted(suffix)})` : ""}`;
}
