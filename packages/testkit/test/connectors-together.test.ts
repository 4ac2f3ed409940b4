import { describe, expect, it } from "vitest";
import { lintDefinitions } from "../src/definitions/lint-definitions.ts";
import { workspacePackages } from "./workspace-packages.ts";

const packages = await workspacePackages();
const connectors = packages.flatMap((each) => each.connectors);

describe("the connectors of this repository, served together", () => {
  it("are all here", () => {
    expect(connectors.map(({ name }) => name)).toContain("filesystem");
    for (const { name, isConnector, connectors: exported } of packages) {
      expect(exported, name).toHaveLength(isConnector ? 1 : 0);
    }
  });

  it.each(connectors.map((connector) => [connector.name, connector] as const))(
    "%s speaks of no tool of the others, and has no name that could be taken for one of theirs",
    (_, connector) => {
      expect(lintDefinitions(connector, connectors)).toEqual([]);
    },
  );
});
