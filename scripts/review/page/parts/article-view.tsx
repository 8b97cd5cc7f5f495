/**
 * The article as a reader will see it, on both sides. Each side is a frame in which nothing runs: the page reads from outside
 * what is clicked in it. The editor opens over the translation, at the unit.
 */
import { computed, effect, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { focusEditor } from '../commands.ts';
import { address, currentId, open } from '../state/current.ts';
import { place } from '../state/address.ts';
import { scopeOf, shown } from '../state/list.ts';
import { language, languageInfo, project, rowId, rowOf, rowsRevision } from '../state/project.ts';
import { isEditorOpen, isNarrow } from '../state/settings.ts';
import { Editor } from './editor.tsx';
import { statusOf } from './icons.tsx';

type Side = 'source' | 'target';

/** The article of the unit that is open, or of the file that the list is limited to, or the first there is. */
const shownFile = computed(() => {
  const files = project.value?.files.filter(({ progress }) => (language.value ?? '') in progress) ?? [];
  const name = place.value?.namespace ?? scopeOf.value;
  return name === undefined ? files.find(({ article }) => article) : files.find(({ namespace }) => namespace === name);
});

/** Where the open unit ends in the target's frame, in pixels from the top of what is seen. */
const anchor = signal<number | undefined>(undefined);
const isPopped = signal(false);
const narrowSide = signal<Side>('target');

export function ArticleView() {
  const file = shownFile.value;
  const tag = language.value;
  if (file === undefined || tag === undefined) return <p class="empty">There is no article in this language.</p>;
  if (!file.article) {
    return (
      <div class="article-none">
        <p>
          {file.path} holds strings, which have no page of their own. Choose an article on the left, or go back to the
          list.
        </p>
      </div>
    );
  }
  return (
    <div class="article-view">
      <div class="article-sides" role="group" aria-label="Side">
        <button
          type="button"
          aria-pressed={narrowSide.value === 'source'}
          onClick={() => (narrowSide.value = 'source')}
        >
          Source
        </button>
        <button
          type="button"
          aria-pressed={narrowSide.value === 'target'}
          onClick={() => (narrowSide.value = 'target')}
        >
          Translation
        </button>
      </div>
      {isNarrow.value && narrowSide.value !== 'source' ? null : (
        <Frame key={`s ${tag} ${file.namespace}`} side="source" language={tag} namespace={file.namespace} />
      )}
      {isNarrow.value && narrowSide.value !== 'target' ? null : (
        <Frame key={`t ${tag} ${file.namespace}`} side="target" language={tag} namespace={file.namespace} />
      )}
      {isPopped.value && address.value?.namespace === file.namespace ? <Popover /> : null}
    </div>
  );
}

/** The line above a frame, and a little air. */
const HEAD = 44;

function targetFrame(): Window | null | undefined {
  return document.querySelector<HTMLIFrameElement>('.side-target iframe')?.contentWindow;
}

function Popover() {
  const top = anchor.value;
  return (
    <div
      class="popover"
      ref={(element) => {
        if (element === null || isNarrow.value) return;
        const room = (element.parentElement?.clientHeight ?? 0) - element.offsetHeight - 12;
        const wanted = (top ?? 0) + HEAD;
        element.style.setProperty('top', `${Math.max(HEAD + 8, Math.min(room, wanted))}px`);
        // The unit itself stays in sight above the editor.
        if (wanted > room) targetFrame()?.scrollBy(0, wanted - room);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') isPopped.value = false;
      }}
    >
      <button type="button" class="quiet small popover-close" onClick={() => (isPopped.value = false)}>
        Close
      </button>
      <Editor compact />
    </div>
  );
}

interface FrameProps {
  readonly side: Side;
  readonly language: string;
  readonly namespace: string;
}

function Frame({ side, language: tag, namespace }: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const kept = useRef(0);
  const query = new URLSearchParams({ language: tag, namespace }).toString();
  const info = languageInfo.value;

  const mark = (): void => {
    const document = frame.current?.contentDocument;
    if (document === null || document === undefined) return;
    for (const element of document.querySelectorAll<HTMLElement>('x-unit')) {
      const row = rowOf(rowId({ namespace, key: element.dataset['key'] ?? '' }));
      const isCurrent = address.value?.namespace === namespace && address.value.key === element.dataset['key'];
      if (row !== undefined) element.dataset['state'] = statusOf(row);
      element.classList.toggle('is-current', isCurrent);
      if (isCurrent && side === 'target') anchor.value = element.getBoundingClientRect().bottom;
    }
    const scheme = getComputedStyle(globalThis.document.documentElement).colorScheme;
    // A frame that is on its way to another document has none for a moment.
    const element: HTMLElement | null = document.documentElement;
    element?.style.setProperty('color-scheme', scheme);
  };

  const loaded = (): void => {
    const inner = frame.current?.contentWindow;
    const document = frame.current?.contentDocument;
    if (inner === null || inner === undefined || document === null || document === undefined) return;
    inner.scrollTo(0, kept.current);
    document.addEventListener('scroll', () => {
      kept.current = inner.scrollY;
      mark();
    });
    document.addEventListener('click', (event) => {
      event.preventDefault();
      const element = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('x-unit');
      const key = element?.dataset['key'];
      if (key === undefined) isPopped.value = false;
      else {
        open(rowId({ namespace, key }), true);
        isPopped.value = true;
        focusEditor();
      }
    });
    document.addEventListener('keydown', (event) => {
      // Keys work as everywhere, also where the focus is in the frame.
      globalThis.document.body.dispatchEvent(new KeyboardEvent('keydown', event));
    });
    mark();
  };

  // The states change with the rows, the words only with the files: those are read again.
  useEffect(() => {
    let shownText: string | undefined;
    return effect(() => {
      void rowsRevision.value;
      const words = side === 'source' ? '' : textOf(namespace);
      if (shownText !== undefined && words !== shownText) frame.current?.contentWindow?.location.reload();
      shownText = words;
      void currentId.value;
      mark();
    });
  }, [query, side]);

  useEffect(
    () =>
      effect(() => {
        const key = address.value?.namespace === namespace ? address.value.key : undefined;
        if (key === undefined) return;
        const document = frame.current?.contentDocument;
        const elements = [...(document?.querySelectorAll<HTMLElement>('x-unit') ?? [])];
        elements.find(({ dataset }) => dataset['key'] === key)?.scrollIntoView({ block: 'nearest' });
        mark();
        isEditorOpen.value = true;
      }),
    [query, side],
  );

  return (
    <section class={`article-side side-${side}`}>
      <h2>
        {side === 'source' ? 'Source' : (info?.name ?? tag)}{' '}
        <span class="tag">{side === 'source' ? project.value?.sourceLanguage : tag}</span>
      </h2>
      <iframe
        ref={frame}
        title={side === 'source' ? 'The article' : `The article in ${info?.name ?? tag}`}
        sandbox="allow-same-origin"
        src={`/article/${side}?${query}`}
        onLoad={loaded}
      />
    </section>
  );
}

/** What the article is made from: when this changes it is another one. */
function textOf(namespace: string): string {
  return shown.value
    .flatMap((id) => rowOf(id) ?? [])
    .filter((row) => row.namespace === namespace)
    .map(({ key, version }) => `${key} ${version}`)
    .join('\n');
}
