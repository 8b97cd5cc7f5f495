import { z } from 'zod/mini';

/** A schema with the words that an editor shows for the field. */
export function described<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  z.globalRegistry.add(schema, { description });
  return schema;
}
