import { describe, expect, it } from "vitest";
import { toolAnswer } from "./tool-answer.ts";

describe("toolAnswer", () => {
  it("joins the blocks of text, and passes over others", () => {
    const content = [{ type: "text", text: "one" }, { type: "image" }, { type: "text", text: "two" }];
    expect(toolAnswer({ content }).text).toBe("one\ntwo");
  });

  it("keeps images apart from texts", () => {
    const content = [
      { type: "text", text: "one" },
      { type: "image", data: "AAAA", mimeType: "image/png" },
    ];
    expect(toolAnswer({ content })).toMatchObject({ text: "one", media: [{ data: "AAAA", mimeType: "image/png" }] });
  });

  it("takes an answer without a mark for no error", () => {
    expect(toolAnswer({ content: [] })).toEqual({ text: "", structured: undefined, meta: {}, isError: false });
  });

  it("keeps structure, facts and the mark of an error", () => {
    expect(toolAnswer({ structuredContent: { a: 1 }, _meta: { code: "refused" }, isError: true })).toEqual({
      text: "",
      structured: { a: 1 },
      meta: { code: "refused" },
      isError: true,
    });
  });
});
