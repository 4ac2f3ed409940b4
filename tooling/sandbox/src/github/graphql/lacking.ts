import {
  type GraphQLOutputType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from "graphql";

const scalars: Readonly<Record<string, unknown>> = {
  Int: 0,
  Float: 0,
  BigInt: "0",
  Boolean: false,
  DateTime: "2026-01-01T00:00:00Z",
  URI: "http://127.0.0.1/",
};

/** What stands for a field that the stand knows nothing of: null where there may be none, else the emptiest of its type. */
export function lacking(type: GraphQLOutputType): unknown {
  if (!isNonNullType(type)) return null;
  const inner = getNullableType(type);
  if (isListType(inner)) return [];
  if (isScalarType(inner)) return scalars[inner.name] ?? "";
  if (isEnumType(inner)) return inner.getValues()[0]?.value;
  if (!isObjectType(inner)) throw new Error(`the stand has no ${inner}`);
  if (!inner.name.endsWith("Connection")) return {};
  return { totalCount: 0, nodes: [], edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } };
}
