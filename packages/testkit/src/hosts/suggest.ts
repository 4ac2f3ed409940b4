/**
 * Asks what is suggested for a variable of a template, or an argument of a prompt.
 *
 * @param owner the template, or the prompt's name
 * @param chosen what stands in other variables or arguments
 */
export type Suggest = (
  owner: string,
  name: string,
  typed: string,
  chosen?: Readonly<Record<string, string>>,
) => Promise<readonly string[]>;
