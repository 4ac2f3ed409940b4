/** What a pantry can be made to get wrong. */
export type Fault =
  | `effect ${"below its lowest" | "above its highest" | "that throws" | "turned upside down" | "additive and destroying"}`
  | `reading ${"a tool writes" | "a resource writes"}`
  | "putting twice adds twice"
  | `plan ${"missing" | "empty" | "always the same" | "carried out" | "never the same"}`
  | "dry run carried out"
  | `answer with ${"an undeclared key" | "a wrong type" | "a misspelt word" | "too much to say"}`
  | `pages ${"lose" | "repeat" | "never end" | "grow too large" | "of text lose" | "fail when small"}`
  | "callers mixed up"
  | `resource ${"like no tool" | "listed twice" | "of no template" | "without a name" | "failing"}`
  | `address ${"that fails" | "completed by numbers" | "whose completion fails"}`
  | `prompt ${"without a word" | "that fails" | "with room for anything" | "like no tool"}`
  | `input ${"that fails" | "without a word of help"}`
  | "signal unheard"
  | `progress ${"backwards" | "beyond its total" | "that is no number"}`
  | "system down by surprise"
  | "password unmarked";
