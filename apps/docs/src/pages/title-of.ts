/** A page's first heading. */
export function titleOf(content: string): string {
  return /^# (.*)$/m.exec(content)?.[1]?.replaceAll("`", "") ?? "Untitled";
}
