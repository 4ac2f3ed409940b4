/**
 * A mutation of GraphQL's with one variable, `$input`.
 *
 * @param wanted fields of what it answers: `issue { id }`
 */
export function mutationOf(name: string, wanted: string): string {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation($input: ${type}!) { ${name}(input: $input) { ${wanted} } }`;
}
