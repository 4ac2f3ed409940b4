import { randomUUID } from "node:crypto";
import { type Models, Serialize, Spec, Validation } from "@cyclonedx/cyclonedx-library";

/** A bill of materials as JSON. Rejects where CycloneDX's own schema does not accept it. */
export async function sbomText(bom: Models.Bom, now: Date): Promise<string> {
  bom.metadata.timestamp = now;
  bom.serialNumber = `urn:uuid:${randomUUID()}`;
  const specification = Spec.Spec1dot6;
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(specification));
  const text = serializer.serialize(bom, { sortLists: true, space: 2 });
  const problem = await new Validation.JsonStrictValidator(specification.version).validate(text);
  if (problem !== null) throw new Error(`The bill of materials is not valid CycloneDX: ${JSON.stringify(problem)}`);
  return `${text}\n`;
}
