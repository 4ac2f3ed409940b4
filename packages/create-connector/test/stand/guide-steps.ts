/** One thing that a guide has its reader do. */
export type GuideStep = { readonly run: string } | { readonly write: string; readonly content: string };

/**
 * What a guide in Markdown has its reader do, in order: each line of a block of `sh` is run, and each block of `ts` is written
 * to the file that was named last before it.
 */
export function guideSteps(markdown: string): GuideStep[] {
  const steps: GuideStep[] = [];
  let end = 0;
  for (const block of markdown.matchAll(/^```(sh|ts)\n(.*?)^```$/gms)) {
    const [whole, language, content = ""] = block;
    const before = markdown.slice(end, block.index);
    end = block.index + whole.length;
    if (language === "sh") {
      steps.push(
        ...content
          .trim()
          .split("\n")
          .map((run) => ({ run })),
      );
      continue;
    }
    const path = [...before.matchAll(/`((?:src|test)\/[\w/.-]+\.ts)`/g)].at(-1)?.[1];
    if (path === undefined) throw new Error(`No file is named before the block that begins ${content.slice(0, 60)}`);
    steps.push({ write: path, content });
  }
  return steps;
}
