import { confirm, isCancel, multiselect, password, select, text } from "@clack/prompts";
import { Failure } from "../command-line/failure.ts";

/** Something to choose. */
export interface Offer {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** Questions to the person at the terminal. Each throws `Failure` when they leave it with Ctrl+C or Escape. */
export const ask = {
  async yes(message: string, initialValue = true): Promise<boolean> {
    return answered(await confirm({ message, initialValue }));
  },
  /** Not shown while it is typed. */
  async secret(message: string): Promise<string> {
    return answered(await password({ message, validate: required }));
  },
  /** @param isRequired whether an empty answer is not taken */
  async line(message: string, isRequired: boolean, initialValue = ""): Promise<string> {
    return answered(await text({ message, initialValue, ...(isRequired && { validate: required }) })) ?? "";
  },
  async one(message: string, offers: readonly Offer[], initialValue?: string): Promise<string> {
    return answered(
      await select({ message, options: [...offers], ...(initialValue !== undefined && { initialValue }) }),
    );
  },
  async several(
    message: string,
    offers: readonly Offer[],
    isRequired: boolean,
    initialValues: readonly string[] = [],
  ): Promise<string[]> {
    return answered(
      await multiselect({ message, options: [...offers], required: isRequired, initialValues: [...initialValues] }),
    );
  },
};

function required(value: string | undefined): string | undefined {
  return value === undefined || value === "" ? "This is needed" : undefined;
}

function answered<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (isCancel(answer)) throw new Failure("left off; nothing was written");
  return answer as Exclude<Answer, symbol>;
}
