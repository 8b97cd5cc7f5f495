/** The page's requests, read by schema and answered by the desk. */
import { z } from 'zod/mini';
import { VERBS, type Address, type Person } from '../contract.ts';
import type { ReviewDesk } from '../desk.ts';
import { BadRequest } from './bad-request.ts';

const TEXT = z.string().check(z.maxLength(2 ** 20));
const NAME = z.string().check(z.minLength(1), z.maxLength(1000));
const ID = z.string().check(z.regex(/^[\w-]{1,64}$/));

const addressSchema = z.object({ language: NAME, namespace: NAME, key: NAME });

const decisionSchema = z.object({
  by: ID,
  verb: z.enum(VERBS),
  language: NAME,
  units: z.array(z.object({ namespace: NAME, key: NAME, version: TEXT, target: z.optional(TEXT) })),
  final: z.optional(z.boolean()),
  check: z.optional(NAME),
  reason: z.optional(TEXT),
  note: z.optional(TEXT),
});

const judgeSchema = z.object({ address: addressSchema, target: TEXT });
const undoSchema = z.object({ by: ID });
const presenceSchema = z.object({
  id: ID,
  name: z.string().check(z.maxLength(80)),
  at: z.nullable(addressSchema),
  leaves: z.boolean(),
});

function read<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new BadRequest(z.prettifyError(parsed.error));
  return parsed.data;
}

function addressIn(query: URLSearchParams): Address {
  return read(addressSchema, Object.fromEntries(query));
}

/** What a GET of `/api/<name>` answers; undefined: there is no such thing. */
export const reads: Readonly<Record<string, (desk: ReviewDesk, query: URLSearchParams) => Promise<unknown>>> = {
  project: (desk) => desk.project(),
  units: (desk, query) => desk.units(read(NAME, query.get('language')), query.get('namespace') ?? undefined),
  unit: (desk, query) => desk.unit(addressIn(query)),
  matches: (desk, query) => desk.matches(addressIn(query)),
  terms: (desk, query) => desk.terms(read(NAME, query.get('language')), read(TEXT, query.get('text'))),
  search: (desk, query) => desk.search(read(NAME, query.get('text'))),
};

/** What the server knows besides the desk. */
export interface Hosts {
  readonly desk: ReviewDesk;
  readonly seen: (id: string, person: Person | null) => void;
}

/** What a POST of `/api/<name>` does; `undefined` is answered as null. */
export const writes: Readonly<Record<string, (hosts: Hosts, body: unknown) => Promise<unknown>>> = {
  judge({ desk }, body) {
    const { address, target } = read(judgeSchema, body);
    return desk.judge(address, target);
  },
  decide({ desk }, body) {
    const { by, ...decision } = read(decisionSchema, body);
    return desk.decide(decision, by);
  },
  undo: ({ desk }, body) => desk.undo(read(undoSchema, body).by),
  async presence({ seen }, body) {
    const { id, name, at, leaves } = read(presenceSchema, body);
    seen(id, leaves ? null : { id, name, at });
  },
};
