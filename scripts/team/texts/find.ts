/** Texts of the team's other projects that may fit: all that can be alike enough, and few others. */
import { z } from 'zod/mini';
import { exactHash } from '../../project/hash.ts';
import type { LanguagePair } from '../../engines/engine.ts';
import { STATES, type State, type SyntaxName } from '../../units/unit.ts';
import type { Database } from '../database.ts';
import { orderHash, wordQuery, type Frequencies } from './rare-words.ts';

export interface TextQuery {
  /** In canonical form. */
  readonly source: string;
  /** In lower case, in their order; absent: only what is equal is looked for. */
  readonly words?: readonly string[];
}

export interface FoundText {
  readonly project: string;
  readonly namespace: string;
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly syntax: SyntaxName;
  readonly state: State;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface TextFinder {
  /**
   * @param minimum the least likeness, in per cent of the words; 100: the same words.
   * @returns for each query the texts that may reach it; exact ones among them.
   */
  find(pair: LanguagePair, queries: readonly TextQuery[], minimum: number): Promise<FoundText[][]>;
  /** Whether others have anything for the pair. */
  hasAny(pair: LanguagePair): Promise<boolean>;
}

const SYNTAXES = {
  markdown: 'markdown',
  mdx: 'mdx',
  html: 'html',
  plain: 'plain',
  i18next: 'i18next',
  icu: 'icu',
  'vue-i18n': 'vue-i18n',
  laravel: 'laravel',
} as const satisfies { readonly [Name in SyntaxName]: Name };

const foundRow = z.object({
  at: z.number(),
  project: z.string(),
  namespace: z.string(),
  key: z.string(),
  source: z.string(),
  target: z.string(),
  syntax: z.enum(SYNTAXES),
  state: z.enum(STATES),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
});

/** @param project whose own texts are not looked for: it has them itself. */
export async function textFinder(database: Database, project: string): Promise<TextFinder> {
  const frequencies = await readFrequencies(database);
  return {
    async hasAny({ source, target }) {
      const rows = await database.rows(
        z.object({ any: z.boolean() }),
        `select exists (
           select from glossa.shared_text join glossa.source_text on source_text.id = shared_text.source
           where shared_text.language = $1 and project <> $2 and source_text.language = $3
         ) as any`,
        [target, project, source],
      );
      return rows[0]?.any === true;
    },
    async find({ source, target }, queries, minimum) {
      const found = queries.map((): FoundText[] => []);
      const bounds = queries.map(({ words = [] }) => boundsOf(words.length, minimum));
      const rows = await database.rows(
        foundRow,
        // The texts first, then what others said for them: the planner never gets to choose another order.
        `select q.at, s.text as source, t.project, t.namespace, t.key, t.target, t.syntax, t.state, t.before, t.after
         from unnest($1::int[], $2::text[], $3::text[], $4::int[], $5::int[], $9::text[])
           as q (at, hash, query, least, most, word_order)
         cross join lateral (
           select id, text from glossa.source_text where language = $6 and hash = q.hash
           union
           select id, text from glossa.source_text
           where language = $6 and source_text.word_order = q.word_order
           union
           select id, text from glossa.source_text
           where q.query <> '' and words @@ q.query::tsquery and language = $6 and count between q.least and q.most
           offset 0
         ) as s
         cross join lateral (
           select * from glossa.shared_text where shared_text.source = s.id and shared_text.language = $7 and project <> $8
           offset 0
         ) as t`,
        [
          queries.map((_, at) => at),
          queries.map((query) => exactHash(query.source)),
          queries.map(({ words = [] }, at) => {
            // Texts of the same words in their order need no search: see `orderHash`.
            const { edits = 0, most = 0 } = bounds[at] ?? {};
            return edits === 0 && most <= words.length ? '' : wordQuery(words, edits, frequencies);
          }),
          bounds.map(({ least }) => least),
          bounds.map(({ most }) => most),
          source,
          target,
          project,
          queries.map(({ words }) => (words === undefined ? null : orderHash(words))),
        ],
      );
      for (const { at, before, after, ...row } of rows)
        found[at]?.push({ ...row, before: before ?? undefined, after: after ?? undefined });
      return found;
    },
  };
}

/** The words of a text that is alike enough: fewer or more than the query's by what edits allow. */
function boundsOf(
  count: number,
  minimum: number,
): { readonly edits: number; readonly least: number; readonly most: number } {
  const edits = Math.floor((count * (100 - minimum)) / 100);
  return { edits, least: count - edits, most: Math.floor((100 * count) / minimum) };
}

/** The frequent words, as the server's statistics know them. */
async function readFrequencies(database: Database): Promise<Frequencies> {
  const [row] = await database.rows(
    z.object({ words: z.nullable(z.array(z.string())), shares: z.nullable(z.array(z.number())) }),
    `select most_common_elems::text::text[] as words, most_common_elem_freqs as shares from pg_stats
     where schemaname = $1 and tablename = 'source_text' and attname = 'words'`,
    [database.address.schema],
  );
  return new Map((row?.words ?? []).map((word, index) => [word, row?.shares?.[index] ?? 0]));
}
