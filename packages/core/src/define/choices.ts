/**
 * For optional text inputs by name, the values that there are to choose from. With one or none there is no choice, and the
 * input falls away.
 */
export type Choices = Readonly<Record<string, readonly string[]>>;
