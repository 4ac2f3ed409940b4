/** What a server asks a person. */
export interface Form {
  readonly message: string;
  readonly schema: {
    readonly properties?: Readonly<Record<string, FormField>> | undefined;
    readonly required?: readonly string[] | undefined;
  };
}

/** One field of a form, in the part of JSON Schema that forms have. */
export interface FormField {
  readonly type?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly default?: unknown;
  readonly enum?: readonly string[] | undefined;
  readonly oneOf?: ReadonlyArray<{ readonly const: string; readonly title: string }> | undefined;
}

/** A field's value. */
export type FormValue = string | number | boolean | string[];

/** What a person, or a flag in their place, says to it. */
export type AnswerForm = (
  form: Form,
) => Promise<{ action: "accept"; content: Record<string, FormValue> } | { action: "decline" }>;
