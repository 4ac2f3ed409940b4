import type { Resource } from "./resource.ts";

/** Declares a kind of resource, readable by its address. */
export function defineResource<Client>(resource: Resource<Client>): Resource<Client> {
  return resource;
}
