import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DamagedAnswer, parseAnswer, restoreCodes } from '../../scripts/engines/remote/tagged-answer.ts';
import { escapeText, tagSegments, type TaggedSegment } from '../../scripts/engines/remote/tagged-text.ts';
import type { Inline } from '../../scripts/units/unit.ts';
import { bold, placeholder, text } from './deepl-harness.ts';

const style = { term: 't' };

function tag(content: readonly Inline[]): TaggedSegment {
  const [segment] = tagSegments([content], style);
  if (segment === undefined) throw new Error('no segment');
  return segment;
}

/** What comes back when an engine answers `answer` to `content`. */
function restored(content: readonly Inline[], answer: string): readonly Inline[] {
  return restoreCodes(parseAnswer(answer), tag(content).codes, content);
}

const content = [text('Read '), bold(1, text('this')), text(' and '), placeholder(2, '{{x}}'), text('.')];

describe('tagged text', () => {
  it('numbers codes in the order in which they open, over all segments', () => {
    const segments = [content, [bold(7, text('a'), placeholder(9, 'b'))]];
    expect(tagSegments(segments, style).map((segment) => segment.text)).toEqual([
      'Read <g1>this</g1> and <x2/>.',
      '<g3>a<x4/></g3>',
    ]);
  });

  it('takes codes in another order and place', () => {
    expect(restored(content, '<x2/> y <g1>esto</g1> lee.')).toEqual([
      placeholder(2, '{{x}}'),
      text(' y '),
      bold(1, text('esto')),
      text(' lee.'),
    ]);
  });

  it('joins a pair that came back in pieces', () => {
    expect(restored(content, 'Lee <g1>es</g1>t<g1>o</g1> y <x2/>.')).toEqual([
      text('Lee '),
      bold(1, text('esto')),
      text(' y '),
      placeholder(2, '{{x}}'),
      text('.'),
    ]);
  });

  it.each([
    ['a missing code', 'Lee <g1>esto</g1>.'],
    ['a doubled code', 'Lee <g1>esto <x2/></g1> y <x2/>.'],
    ['an unknown code', 'Lee <g1>esto</g1> y <x2/><x3/>.'],
    ['a pair without its text', 'Lee esto<g1/> y <x2/>.'],
    ['text inside a standing code', 'Lee <g1>esto</g1> y <x2>eso</x2>.'],
    ['crossed tags', 'Lee <g1>esto y <x2></g1></x2>.'],
    ['an open end', 'Lee <g1>esto y <x2/>.'],
    ['no text at all', '<g1></g1><x2/>'],
    ['the pair inside itself', 'Lee <g1>es<g1>to</g1></g1> y <x2/>.'],
  ])('refuses %s', (_, answer) => {
    expect(() => restored(content, answer)).toThrow(DamagedAnswer);
  });

  it('reads bare ampersands and brackets as text', () => {
    expect(restored([text('a')], 'R&D < 3 &amp; AT&T; &lt;b> &#233;')).toEqual([text('R&D < 3 & AT&T; <b> é')]);
  });

  it('resolves no entities that an answer declares', () => {
    const answer = '<!DOCTYPE x [<!ENTITY a "boom">]>&a;';
    expect(JSON.stringify(safely(() => restored([text('a')], answer)))).not.toContain('"boom"');
  });

  it('keeps the white space around a sentence as it was', () => {
    expect(restored([text(' a b\n')], 'c d ')).toEqual([text(' c d\n')]);
    expect(restored([text('a')], '\n c d ')).toEqual([text('c d')]);
  });

  it('brings back any content that is not touched', () => {
    fc.assert(
      fc.property(contents, (any) => {
        const { text: tagged, codes } = tag(any);
        const back = restoreCodes(parseAnswer(tagged), codes, any);
        expect(flat(back)).toEqual(flat(any));
      }),
    );
  });

  it('never gives back anything but the codes that were sent', () => {
    fc.assert(
      fc.property(contents, fc.nat(), fc.nat(8), fc.string({ maxLength: 6 }), (any, at, length, put) => {
        const { text: tagged, codes } = tag(any);
        const start = at % (tagged.length + 1);
        const damaged = tagged.slice(0, start) + put + tagged.slice(start + length);
        const back = safely(() => restoreCodes(parseAnswer(damaged), codes, any));
        if (back instanceof DamagedAnswer) return;
        expect(signatures(back)).toEqual(signatures(any));
      }),
      { numRuns: 500 },
    );
  });

  it('reads long answers in no more than linear time', () => {
    expect(() => parseAnswer('<g1>'.repeat(100_000))).toThrow(DamagedAnswer);
    expect(parseAnswer('&'.repeat(200_000))).toEqual(['&'.repeat(200_000)]);
  });
});

function safely<Result>(work: () => Result): Result | DamagedAnswer {
  try {
    return work();
  } catch (error) {
    if (error instanceof DamagedAnswer) return error;
    throw error;
  }
}

const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).map((any) => text(`w${any}`));
const contents: fc.Arbitrary<readonly Inline[]> = fc
  .letrec<{ nodes: Inline[]; node: Inline }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      words,
      fc.constant(placeholder(0, '{{p}}')),
      fc.constant({ ...placeholder(0, 'término & <más>'), kind: 'term' as const }),
      tie('nodes').map((children) => bold(0, text('in '), ...children)),
    ),
    nodes: fc.array(tie('node'), { maxLength: 4 }),
  }))
  .nodes.map((nodes) => [text('Begin '), ...nodes, text(' end')]);

/** As a string, in which neighbouring texts are one; characters that XML cannot hold are dropped. */
function flat(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return escapeText(node.text.replace(/\r\n?/g, '\n'));
      return node.type === 'pair' ? `<g>${flat(node.children)}</g>` : `<${node.signature}>`;
    })
    .join('');
}

function signatures(nodes: readonly Inline[]): readonly string[] {
  const all = (some: readonly Inline[]): readonly string[] =>
    some.flatMap((node) =>
      node.type === 'text' ? [] : [node.signature, ...(node.type === 'pair' ? all(node.children) : [])],
    );
  return all(nodes).toSorted((a, b) => (a < b ? -1 : 1));
}
