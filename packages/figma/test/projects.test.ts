import { figmaKeys } from "@drawbridge/sandbox";
import { afterAll, expect, it } from "vitest";
import { answered, ServedFigma } from "./stand/served-figma.ts";

const served = await ServedFigma.start({ isPlenty: true });
afterAll(() => served[Symbol.asyncDispose]());
const host = await served.open();
const list = (input: object) => host.callTool("figma_projects", { ...input });

it("lists a team's projects, and a project's files with the keys that other tools take", async () => {
  const { structured } = await answered(list({ team: "https://www.figma.com/files/team/41/Lamps" }));
  expect(structured).toEqual({
    name: "Lamps",
    projects: [
      { id: "51", name: "Web shop" },
      { id: "52", name: "Drafts" },
    ],
  });
  const files = (await answered(list({ project: "51" }))).structured?.files as { key: string }[];
  expect(files.map(({ key }) => key)).toEqual([figmaKeys.shop]);
});

it("lists branches beside their files where they are wanted", async () => {
  const { structured } = await answered(list({ project: "51", branches: true }));
  expect(structured?.files).toMatchObject([
    { key: figmaKeys.shop },
    { key: figmaKeys.branch, branch_of: figmaKeys.shop },
  ]);
});

it.each([
  [{}, "figma.com/files/team/ID"],
  [{ team: "Lamps" }, "neither a team's id nor its address"],
  [{ team: "404" }, "may not see team 404"],
])("says of %o what would work", async (input, words) => {
  const answer = await list(input);
  expect([answer.isError, answer.text]).toEqual([true, expect.stringContaining(words)]);
});

it("asks as Figma's own description has it", () => {
  expect(served.stand.violations).toEqual([]);
});
