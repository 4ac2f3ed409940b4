import { describe, expect, it } from "vitest";
import { PluginStand } from "./plugin-stand.ts";

describe("changes of the file", () => {
  it("are told with who made them", async () => {
    const stand = new PluginStand();
    await stand.applied([{ op: "create", type: "FRAME", ref: "$f" }]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const [node] = stand.person.currentPage.children;
    if (node) node.x = 5;
    await new Promise((resolve) => setTimeout(resolve, 200));
    const told = stand.messages.flatMap((message) =>
      message.type === "reply" && message.reply.type === "changed" ? [message.reply] : [],
    );
    expect(told.map(({ origin }) => origin)).toEqual(["plan", "person"]);
    expect(told[1]?.nodes).toEqual([{ id: node?.id, kind: "changed", within: ["0:1"] }]);
  });
});
