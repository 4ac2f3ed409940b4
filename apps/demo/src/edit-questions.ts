import type { OpenFigma } from "./open-figma.ts";
import type { Question } from "./question.ts";
import { settingsPlan } from "./settings-plan.ts";

/** What is asked of a file that is open in Figma, while a person works in it too. */
export function editQuestions(figma: OpenFigma): readonly Question[] {
  const page = () => figma.firstLayer;
  const etags: Record<string, string> = {};
  const keep = (answer: string) => {
    const [, id, etag] = /Etags: (\S+) (\S+?)[,.\s]/.exec(`${answer} `) ?? [];
    if (id !== undefined && etag !== undefined) etags[id] = etag;
  };
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
      lines: 8,
      hasPicture: true,
    },
    {
      asked: "How does it look in the dark?",
      tool: "figma_edit",
      input: () => ({ operations: [{ op: "set", node: page(), props: { modes: { Theme: "Dark" } } }] }),
      hasPicture: true,
    },
    { asked: "In the light again, please.", tool: "figma_undo", input: () => ({}), lines: 6 },
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
      meanwhile: {
        told: "In Figma, a person moves the page meanwhile.",
        done: (answer) => {
          keep(answer);
          figma.moveFirst(400, 120);
        },
      },
    },
    {
      asked: "And now to the left edge.",
      tool: "figma_edit",
      input: () => ({ operations: [{ op: "set", node: page(), props: { x: 0, y: 0 } }], if_match: etags }),
    },
  ];
}

function rename(node: string, name: string) {
  return { op: "set", node, props: { name } };
}
