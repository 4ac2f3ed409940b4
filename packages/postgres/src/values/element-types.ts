/** PostgreSQL's own types of arrays and of their elements, by their numbers in pg_type, which never change. */
export const elementTypes: ReadonlyMap<number, number> = new Map([
  // bool, bytea, "char", name, int8, int2, int4, text, oid
  ...pairs([1000, 16], [1001, 17], [1002, 18], [1003, 19], [1016, 20], [1005, 21], [1007, 23], [1009, 25], [1028, 26]),
  // json, xml, float4, float8, numeric, bpchar, varchar
  ...pairs([199, 114], [143, 142], [1021, 700], [1022, 701], [1231, 1700], [1014, 1042], [1015, 1043]),
  // date, time, timestamp, timestamptz, interval, timetz, bit, varbit
  ...pairs(
    [1182, 1082],
    [1183, 1083],
    [1115, 1114],
    [1185, 1184],
    [1187, 1186],
    [1270, 1266],
    [1561, 1560],
    [1563, 1562],
  ),
  // inet, cidr, macaddr, uuid, tsvector, jsonb
  ...pairs([1041, 869], [651, 650], [1040, 829], [2951, 2950], [3643, 3614], [3807, 3802]),
  // int4range, numrange, tsrange, tstzrange, daterange, int8range
  ...pairs([3905, 3904], [3907, 3906], [3909, 3908], [3911, 3910], [3913, 3912], [3927, 3926]),
]);

function pairs(...all: [array: number, element: number][]): [number, number][] {
  return all;
}
