import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OpenQuestions } from "./open-questions.ts";

describe("OpenQuestions", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const asked = () => {
    const questions = new OpenQuestions();
    const host = new AbortController();
    const abandoned = vi.fn();
    questions.add("call-7", host.signal, abandoned);
    return { questions, host, abandoned };
  };

  it("ends a call whose person has not answered within ten minutes, once", () => {
    const { abandoned } = asked();
    vi.advanceTimersByTime(10 * 60_000 - 1);
    expect(abandoned).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10 * 60_000);
    expect(abandoned).toHaveBeenCalledTimes(1);
  });

  it("ends a call that its host gives up while the person thinks", () => {
    const { host, abandoned } = asked();
    host.abort();
    expect(abandoned).toHaveBeenCalledTimes(1);
  });

  it("ends what is open when the server stops", () => {
    const { questions, abandoned } = asked();
    questions.abandonAll();
    questions.abandonAll();
    expect(abandoned).toHaveBeenCalledTimes(1);
  });

  it("leaves a call alone that was answered, and nothing behind of it", () => {
    const { questions, host, abandoned } = asked();
    questions.answered("call-7");
    expect([vi.getTimerCount(), getEventListeners(host.signal, "abort").length]).toEqual([0, 0]);
    host.abort();
    questions.abandonAll();
    expect(abandoned).not.toHaveBeenCalled();
  });

  it("has room for 1024", () => {
    const questions = new OpenQuestions();
    const { signal } = new AbortController();
    for (let count = 0; count < 1024; count += 1) questions.add(`call-${count}`, signal, () => {});
    expect(questions.hasRoom).toBe(false);
    questions.answered("call-3");
    expect(questions.hasRoom).toBe(true);
  });
});
