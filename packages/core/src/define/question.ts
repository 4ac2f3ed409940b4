import type * as z from "zod";

interface AnyQuestion {
  /** Passed over where the host cannot ask, or its person declines; the answer is then undefined. */
  readonly optional?: boolean;
}

/** A form for the person at the host. One who does not send it off has declined, and the call is refused. */
export interface FormQuestion<Fields extends z.ZodObject = z.ZodObject> extends AnyQuestion {
  readonly kind: "form";
  /** What the person reads above it. */
  readonly message: string;
  /**
   * Texts, numbers, booleans, `z.enum` for a choice and `z.array(z.enum(…))` for several; choices with titles are a union
   * of literals that each have `title` in their metadata. Nothing nested. Defaults are filled in beforehand.
   */
  readonly fields: Fields;
}

/** A text for the host's own model to answer. */
export interface SamplingQuestion extends AnyQuestion {
  readonly kind: "sampling";
  readonly prompt: string;
  readonly maxTokens: number;
}

/** Which folders the host works in. */
export interface RootsQuestion extends AnyQuestion {
  readonly kind: "roots";
}

/** Something that only the host, or its person, can answer. */
export type Question = FormQuestion | SamplingQuestion | RootsQuestion;

/** What the host's model answered. */
export interface SampledText {
  readonly text: string;
  readonly model: string;
}

/** A folder that the host works in. */
export interface HostRoot {
  readonly uri: string;
  readonly name?: string | undefined;
}

/** What a question is answered with. All of it comes from outside. */
export type Answer<Asked extends Question> =
  Asked extends FormQuestion<infer Fields>
    ? z.output<Fields>
    : Asked extends SamplingQuestion
      ? SampledText
      : readonly HostRoot[];

export type Questions = Readonly<Record<string, Question>>;

export type Answers<Asked extends Questions> = {
  readonly [Name in keyof Asked]: Asked[Name] extends { readonly optional: true }
    ? Answer<Asked[Name]> | undefined
    : Answer<Asked[Name]>;
};
