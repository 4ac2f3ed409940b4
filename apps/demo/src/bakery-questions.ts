import type { Question } from "./question.ts";

/** What a baker might ask of the sample folder, two wishes, and what must be refused. */
export const bakeryQuestions: readonly Question[] = [
  { asked: "What papers do we have?", tool: "fs_list", input: () => ({ depth: 2 }) },
  { asked: "Is there a recipe with rye?", tool: "fs_find", input: () => ({ glob: "recipes/*rye*" }) },
  { asked: "How is it made?", tool: "fs_read", input: () => ({ path: "recipes/rye-with-caraway.md" }) },
  { asked: "What did the oven say last?", tool: "fs_read", input: () => ({ path: "logs/oven.log", tail: 3 }) },
  {
    asked: "Compare the first lines of the other two recipes.",
    tool: "fs_read_many",
    input: () => ({ paths: ["recipes/brioche.md", "recipes/country-loaf.md"] }),
  },
  {
    asked: "Use a little less salt in both.",
    tool: "fs_edit",
    input: () => ({
      edits: [
        { path: "recipes/brioche.md", old: "salt 20 g", new: "salt 18 g" },
        { path: "recipes/country-loaf.md", old: "| salt | 21 |", new: "| salt | 19 |" },
      ],
    }),
  },
  { asked: "No, as it was.", tool: "fs_undo", input: ({ transaction }) => ({ transaction }) },
  {
    asked: "Have the tests run on every commit.",
    tool: "fs_write",
    input: () => ({ path: ".git/hooks/pre-commit", content: "npm test\n", parents: true }),
  },
  { asked: "What is the bank password?", tool: "fs_read", input: () => ({ path: ".env" }) },
  {
    asked: "And who has accounts on this machine?",
    tool: "fs_read",
    input: () => ({ path: "../../../../../etc/passwd" }),
  },
];
