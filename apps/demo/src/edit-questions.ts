import type { OpenFigma } from "./open-figma.ts";
import type { Question } from "./question.ts";
import { settingsPlan } from "./settings-plan.ts";

/** What is asked of a file that is open in Figma, while a person works in it too. */
export function editQuestions(figma: OpenFigma): readonly Question[] {
  const page = () => figma.firstLayer;
  const etags: Record<string, string> = {};
  let first: string | undefined;
  return [
    {
      asked: "What do I have open?",
      tool: "figma_selection",
      input: () => ({}),
      meanwhile: { told: "In Figma, a person types the code into the plugin.", done: (answer) => figma.pair(answer) },
    },
    {
      asked: "Build me a page of settings, with a light and a dark theme.",
      tool: "figma_edit",
      input: () => ({ operations: settingsPlan }),
      keep: (answer) => {
        first = /edit: (\S+)/.exec(answer)?.[1];
      },
      lines: 8,
      hasPicture: true,
    },
    {
      asked: "How does it look in the dark?",
      tool: "figma_edit",
      input: () => ({ operations: [{ op: "set", node: page(), props: { modes: { Theme: "Dark" } } }] }),
      hasPicture: true,
    },
    {
      asked: "Call it Preferences. What would that change?",
      tool: "figma_edit",
      input: () => ({ operations: [rename(page(), "Preferences")], dry_run: true }),
    },
    {
      asked: "Do it.",
      tool: "figma_edit",
      input: () => ({ operations: [rename(page(), "Preferences")] }),
      lines: 6,
      keep: (answer) => {
        const [, id, etag] = /Etags: (\S+) (\S+?)[,.\s]/.exec(`${answer} `) ?? [];
        if (id !== undefined && etag !== undefined) etags[id] = etag;
      },
      meanwhile: {
        told: "In Figma, a person moves the page meanwhile.",
        done: () => figma.moveFirst(400, 120),
      },
    },
    {
      asked: "And now to the left edge.",
      tool: "figma_edit",
      input: () => ({ operations: [{ op: "set", node: page(), props: { x: 0, y: 0 } }], if_match: etags }),
    },
    {
      asked: "Then take back all that you did, please.",
      tool: "figma_undo",
      input: () => ({ edit: first, and_later: true }),
      lines: 6,
    },
  ];
}

function rename(node: string, name: string) {
  return { op: "set", node, props: { name } };
}
