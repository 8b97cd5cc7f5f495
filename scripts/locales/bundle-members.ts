/** Members put into a JSON text and taken out of it, in the layout that the text has around them. */
import type { Bundle } from './bundle.ts';
import type { BundleTree, Container, Member } from './bundle-tree.ts';

/** How a bundle is written, as far as its members tell. */
export interface BundleStyle {
  readonly lineEnd: string;
  readonly indent: string;
  /** Between key and value, with the colon. */
  readonly colon: string;
  /** White space between members on one line. */
  readonly gap: string;
  /** A JSON value with the escapes that the file writes. */
  escape(value: string): string;
}

export function bundleStyle({ root }: BundleTree, { indent, crlf, text }: Bundle): BundleStyle {
  const label = firstMember(root)?.label ?? '"": ';
  const colon = /[ \t]*:[ \t]*$/.exec(label)?.[0] ?? ': ';
  const isAscii = /\\u[0-9a-f]{4}/i.test(text) && !/[\u0080-\uffff]/.test(text.replace(/^\ufeff/, ''));
  const hasSlashes = text.includes('\\/') && !/[^\\]\//.test(text);
  return {
    lineEnd: crlf ? '\r\n' : '\n',
    indent,
    colon,
    gap: colon.endsWith(' ') ? ' ' : '',
    escape: (value) => {
      const ascii = isAscii ? value.replace(/[\u0080-\uffff]/g, unicodeEscape) : value;
      return hasSlashes ? ascii.replaceAll('/', String.raw`\/`) : ascii;
    },
  };
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function firstMember({ kind, members }: Container): Member | undefined {
  const [first] = members;
  return kind === 'object' ? first : undefined;
}

/** White space before a further member of a container; `margin`: what stands before the container itself. */
export function leadIn({ members }: Container, margin: string, style: BundleStyle): string {
  const [first, second] = members;
  const line = (lead: string): string => style.lineEnd + lead.slice(lead.lastIndexOf('\n') + 1);
  if (first === undefined) return margin.includes('\n') ? line(margin) + style.indent : style.gap;
  if (first.lead.includes('\n')) return line(first.lead);
  return second?.lead ?? style.gap;
}

/** Puts new members behind those they belong behind; `undefined`: before all others. */
export function insertMembers(
  container: Container,
  added: ReadonlyMap<Member | undefined, readonly Member[]>,
  margin: string,
  style: BundleStyle,
): void {
  const { members } = container;
  const [first] = members;
  const lead = leadIn(container, margin, style);
  if (first === undefined) container.close = margin.includes('\n') ? margin : style.gap;
  const all = [...(added.get(undefined) ?? []), ...members.flatMap((member) => [member, ...(added.get(member) ?? [])])];
  const news = new Set([...added.values()].flat());
  for (const [index, member] of all.entries()) {
    if (news.has(member)) member.lead = index === 0 ? (first?.lead ?? lead) : lead;
    else if (index > 0 && member === first && !member.lead.includes('\n')) member.lead = lead;
  }
  container.members = all;
}

/** Takes a member out, and the containers that are empty then. @param way containers and members from the root down to it. */
export function removeMember(
  way: readonly { readonly container: Container; readonly member: Member }[],
  style: BundleStyle,
): void {
  for (const { container, member } of way.toReversed()) {
    const index = container.members.indexOf(member);
    if (index < 0) return;
    if (container.kind === 'array' && index < container.members.length - 1) toObject(container, style);
    container.members.splice(index, 1);
    const next = container.members[index];
    if (index === 0 && next !== undefined) next.lead = member.lead;
    if (container.members.length > 0) return;
  }
}

/** An array that lacks an element becomes an object of indices, so that each element falls back on its own. */
export function toObject(container: Container, style: BundleStyle): void {
  if (container.kind === 'object') return;
  container.kind = 'object';
  for (const member of container.members) member.label = JSON.stringify(member.name) + style.colon;
}

/** An object of all indices is the array that the source has. */
export function toArray(container: Container): void {
  container.kind = 'array';
  for (const member of container.members) member.label = '';
}
