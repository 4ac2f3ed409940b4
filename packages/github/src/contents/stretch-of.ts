import type { ToolContext } from "@drawbridge/core";

/** Lines of a text from `begin` to before `end`, without the parts of secrets that the borders cut through. */
export function stretchOf(
  lines: readonly string[],
  begin: number,
  end: number,
  { secretReach, withoutCutSecrets }: Pick<ToolContext<unknown>, "secretReach" | "withoutCutSecrets">,
): string {
  const before = lines
    .slice(Math.max(0, begin - secretReach), begin)
    .join("")
    .slice(-secretReach || undefined);
  const after = lines
    .slice(end, end + secretReach)
    .join("")
    .slice(0, secretReach);
  return withoutCutSecrets(before, lines.slice(begin, end).join(""), after);
}
