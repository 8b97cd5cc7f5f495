/** A project's own texts, as the others of its team may use them. */
import { z } from 'zod/mini';
import { exactHash } from '../../project/hash.ts';
import type { State, SyntaxName } from '../../units/unit.ts';
import type { Database, Statements } from '../database.ts';
import { lexemeOf, orderHash } from './rare-words.ts';

export interface SharedText {
  readonly namespace: string;
  readonly key: string;
  readonly sourceLanguage: string;
  /** In canonical form. */
  readonly source: string;
  /** The source's words in lower case, in their order. */
  readonly words: readonly string[];
  readonly target: string;
  readonly syntax: SyntaxName;
  readonly state: State;
  /** What tells the units before and after it. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A language of a namespace. */
export interface SharedFile {
  readonly language: string;
  readonly namespace: string;
  /** Changes when one of its texts does. */
  readonly print: string;
}

/** @returns the prints of what was shared, by `language namespace`. */
export async function sharedPrints(database: Database, project: string): Promise<ReadonlyMap<string, string>> {
  const rows = await database.rows(
    z.object({ language: z.string(), namespace: z.string(), print: z.string() }),
    'select language, namespace, print from glossa.shared_file where project = $1',
    [project],
  );
  return new Map(rows.map(({ language, namespace, print }) => [`${language} ${namespace}`, print]));
}

/** Puts the texts of a file in the place of those that were shared of it before. */
export async function shareFile(
  database: Database,
  project: string,
  { language, namespace, print }: SharedFile,
  texts: readonly SharedText[],
): Promise<void> {
  await database.transaction(async (statements) => {
    const ids = await keepSources(statements, texts);
    await statements.run('delete from glossa.shared_text where project = $1 and language = $2 and namespace = $3', [
      project,
      language,
      namespace,
    ]);
    await statements.run(
      `insert into glossa.shared_text (project, language, namespace, key, source, target, syntax, state, before, after)
       select $1, $2, $3, one.* from
         unnest($4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[]) as one
       on conflict do nothing`,
      [
        project,
        language,
        namespace,
        texts.map(({ key }) => key),
        texts.map((text) => ids.get(sourceKey(text)) ?? null),
        texts.map(({ target }) => target),
        texts.map(({ syntax }) => syntax),
        texts.map(({ state }) => state),
        texts.map(({ before }) => before ?? null),
        texts.map(({ after }) => after ?? null),
      ],
    );
    await statements.run(
      `insert into glossa.shared_file (project, language, namespace, print) values ($1, $2, $3, $4)
       on conflict (project, language, namespace) do update set print = excluded.print`,
      [project, language, namespace, print],
    );
  });
}

/** What is shared no longer: files that are gone, or all of a project. @param gone `language namespace`; absent: all. */
export async function unshare(database: Database, project: string, gone?: readonly string[]): Promise<void> {
  for (const table of ['shared_text', 'shared_file'])
    await database.run(
      `delete from glossa.${table} where project = $1 and ($2::text[] is null or language || ' ' || namespace = any($2))`,
      [project, gone ?? null],
    );
}

/** After much has changed: how frequent words are is known by statistics. */
export async function refreshStatistics(database: Database): Promise<void> {
  await database.run('analyze glossa.source_text');
}

function sourceKey({ sourceLanguage, source }: Pick<SharedText, 'sourceLanguage' | 'source'>): string {
  return `${sourceLanguage} ${exactHash(source)}`;
}

/** @returns ids by `sourceKey`. */
async function keepSources(statements: Statements, texts: readonly SharedText[]): Promise<Map<string, string>> {
  // In one order: whoever adds the same texts at the same time waits, and never for each other.
  const sources = [...new Map(texts.map((text) => [sourceKey(text), text]))].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const columns = [
    sources.map(([, { sourceLanguage }]) => sourceLanguage),
    sources.map(([, { source }]) => exactHash(source)),
  ];
  await statements.run(
    `insert into glossa.source_text (language, hash, text, count, words, word_order)
     select language, hash, text, count, array_to_tsvector(array(select json_array_elements_text(words::json))), word_order
     from unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::text[], $6::text[])
       as one (language, hash, text, count, words, word_order)
     on conflict (language, hash) do nothing`,
    [
      ...columns,
      sources.map(([, { source }]) => source),
      sources.map(([, { words }]) => words.length),
      sources.map(([, { words }]) => JSON.stringify([...new Set(words.map(lexemeOf))])),
      sources.map(([, { words }]) => orderHash(words)),
    ],
  );
  const rows = await statements.rows(
    z.object({ id: z.string(), language: z.string(), hash: z.string() }),
    `select id::text as id, language, hash from glossa.source_text
     where (language, hash) in (select * from unnest($1::text[], $2::text[]))`,
    columns,
  );
  return new Map(rows.map(({ id, language, hash }) => [`${language} ${hash}`, id]));
}
