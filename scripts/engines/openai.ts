/** Language models behind any endpoint that speaks OpenAI's API. */
import type { Engine, EngineSession, LanguagePair } from './engine.ts';
import { missing, openClient, type OpenaiClient } from './openai/client.ts';
import { readCompletion, TERM, writePrompt } from './openai/prompt.ts';
import { dispatch, type Dispatcher, type Packing } from './remote/dispatch.ts';
import type { TagStyle } from './remote/tagged-text.ts';
import { planWork, type Work } from './remote/work.ts';

const STYLE: TagStyle = { term: TERM };

export const openai: Engine = {
  name: 'openai',
  description: 'OpenAI or any compatible endpoint (OPENAI_BASE_URL): a language model that is told the terms.',
  terms: ['prompt', 'token'],
  remote: true,
  async unavailable(_pair, environment) {
    return missing(environment);
  },
  async open(environment, { concurrency }) {
    return createSession(await openClient(environment, concurrency));
  },
};

function createSession(client: OpenaiClient): EngineSession {
  return {
    async translate(batch, deliver, signal) {
      signal.throwIfAborted();
      return dispatch(createDispatcher(client, batch), planWork(batch.units, STYLE, deliver), signal);
    },
    close: async () => undefined,
  };
}

interface Section {
  readonly works: readonly Work[];
}

function createDispatcher(client: OpenaiClient, pair: LanguagePair): Dispatcher<Section> {
  const { characters, instructions } = client.options;
  return {
    name: 'The model',
    pack: (works) => packSections(works, characters),
    async ask({ works }, signal, sent) {
      const completion = await client.complete(writePrompt(works, pair, instructions), signal, sent);
      return { answers: readCompletion(works, completion) };
    },
    diagnose: (error) => client.diagnose(error),
    refusal: (error) => client.refusal(error),
  };
}

/** Units of one article that stand together, up to about a section's length. */
function packSections(works: readonly Work[], limit: number): Packing<Section> {
  const sections: { works: Work[] }[] = [];
  let characters = 0;
  for (const work of works) {
    const previous = sections.at(-1)?.works.at(-1);
    if (work.alone || work.article !== previous?.article || characters + work.characters > limit) {
      sections.push({ works: [] });
      characters = 0;
    }
    sections.at(-1)?.works.push(work);
    characters += work.characters;
  }
  return { requests: sections, tooLarge: [] };
}
