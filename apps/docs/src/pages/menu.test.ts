import { expect, it } from "vitest";
import { menu } from "./menu.ts";

it("leads with the page of a folder that names its others", () => {
  const pages = ["connectors/figma", "connectors/index", "connectors/postgres"].map((path) => ({
    path,
    content: "# T\n",
  }));
  const links = menu(pages)
    .find(({ text }) => text === "Connectors")
    ?.items?.map(({ link }) => link);
  expect(links).toEqual(["/connectors/", "/connectors/figma", "/connectors/postgres"]);
});
