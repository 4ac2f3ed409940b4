import type { Grammar, Language } from "./grammar.ts";

const nodes = (names: string): ReadonlySet<string> => new Set(names.split(" "));

const ecmaScript = {
  containers: nodes("abstract_class_declaration class_declaration interface_declaration internal_module module"),
  symbols: nodes(
    "abstract_method_signature class enum_declaration function_declaration function_expression function_signature " +
      "generator_function_declaration lexical_declaration method_definition method_signature type_alias_declaration " +
      "variable_declaration",
  ),
  around: nodes("ambient_declaration export_statement expression_statement"),
};

/** Each language's grammar, all from one package. */
export const grammars: Readonly<Record<Language, Grammar>> = {
  typescript: { file: "tree-sitter-typescript.wasm", ...ecmaScript },
  tsx: { file: "tree-sitter-tsx.wasm", ...ecmaScript },
  javascript: { file: "tree-sitter-javascript.wasm", ...ecmaScript },
  python: {
    file: "tree-sitter-python.wasm",
    containers: nodes("class_definition"),
    symbols: nodes("assignment function_definition type_alias_statement"),
    around: nodes("decorated_definition expression_statement"),
  },
  go: {
    file: "tree-sitter-go.wasm",
    containers: new Set(),
    symbols: nodes("const_spec function_declaration method_declaration type_alias type_spec var_spec"),
    groups: nodes("const_declaration type_declaration var_declaration var_spec_list"),
    keywords: { const_spec: "const", type_alias: "type", type_spec: "type", var_spec: "var" },
  },
  rust: {
    file: "tree-sitter-rust.wasm",
    containers: nodes("impl_item mod_item trait_item"),
    symbols: nodes(
      "const_item enum_item function_item function_signature_item macro_definition static_item struct_item type_item union_item",
    ),
    groups: nodes("foreign_mod_item"),
  },
  java: {
    file: "tree-sitter-java.wasm",
    containers: nodes(
      "annotation_type_declaration class_declaration enum_declaration interface_declaration record_declaration",
    ),
    symbols: nodes(
      "compact_constructor_declaration constant_declaration constructor_declaration field_declaration method_declaration",
    ),
    groups: nodes("enum_body_declarations"),
  },
};
