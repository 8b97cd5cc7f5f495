/**
 * Other values in a bundle that is there (DESIGN.md, rule 10): what changes is written in its place, what is new beside the
 * neighbour that precedes it in the source, and every other byte stays.
 */
import type { BundlePath } from '../units/unit.ts';
import { isSameEntry, writtenEntry, type Bundle, type BundleEntry } from './bundle.ts';
import { bundleStyle, insertMembers, leadIn, removeMember, toArray, toObject } from './bundle-members.ts';
import type { BundleStyle } from './bundle-members.ts';
import { parseTree, printBundleTree, type Container, type Member } from './bundle-tree.ts';

/** From the root down to a value. */
type Way = readonly { readonly container: Container; readonly member: Member }[];

/**
 * @param wanted every entry that the bundle is to have, in the source's order. Keys of the bundle that are not among them stay.
 * @param removed keys that go.
 * @param arrays the length that each array has in the source, by its path joined with dots.
 */
export function patchBundle(
  bundle: Bundle,
  wanted: readonly BundleEntry[],
  removed: ReadonlySet<string>,
  arrays: ReadonlyMap<string, number>,
): string {
  const entries = new Map(wanted.map((entry) => [entry.path.join('.'), entry]));
  const gone = [...removed].filter((key) => bundle.entries.has(key) && !entries.has(key));
  const changed = [...entries].filter(([key, entry]) => {
    const there = bundle.entries.get(key);
    return there === undefined || !isSameEntry(entry, there);
  });
  if (gone.length === 0 && changed.length === 0) return bundle.text;
  const tree = parseTree(bundle.text);
  const style = bundleStyle(tree, bundle);
  const editor = new Editor(tree.root, style, bundle, entries);
  for (const key of gone) editor.remove(key);
  const news = new Set(changed.map(([key]) => key));
  for (const [key, entry] of entries) editor.set(key, entry, news.has(key));
  editor.finish(arrays);
  return printBundleTree(tree);
}

class Editor {
  readonly #style: BundleStyle;
  readonly #root: Container;
  readonly #ways = new Map<string, Way>();
  /** Of each container its path, joined with dots, and what stands before it. */
  readonly #places = new Map<Container, { readonly path: string; readonly margin: string }>();
  readonly #names = new Map<Container, Map<string, Member>>();
  /** New members by the member that they stand behind. */
  readonly #added = new Map<Container, Map<Member | undefined, Member[]>>();
  readonly #anchors = new Map<Member, Member | undefined>();
  /** The last member in each container that the source has had so far. */
  readonly #last = new Map<Container, Member>();
  readonly #touched = new Set<Container>();
  readonly #order: readonly string[];
  /** The file writes as one key what is nested in the source, or the other way round. */
  readonly #isFlat: boolean;
  readonly #isNested: boolean;

  constructor(root: Container, style: BundleStyle, bundle: Bundle, entries: ReadonlyMap<string, BundleEntry>) {
    this.#root = root;
    this.#style = style;
    this.#order = [...entries.keys()];
    const depths = [...entries].map(([key, { path }]) => (bundle.entries.get(key)?.path.length ?? path.length) - path.length);
    this.#isFlat = depths.some((depth) => depth < 0);
    this.#isNested = depths.some((depth) => depth > 0);
    this.#walk(root, [], '', bundle.text.includes('\n') || root.members.length === 0 ? style.lineEnd : '');
  }

  #walk(container: Container, way: Way, path: string, margin: string): void {
    this.#places.set(container, { path, margin });
    this.#names.set(container, new Map(container.members.map((member) => [member.name, member])));
    const lead = leadIn(container, margin, this.#style);
    for (const member of container.members) {
      const key = path === '' ? member.name : `${path}.${member.name}`;
      const own = [...way, { container, member }];
      if (typeof member.value === 'string' || member.value.members.length === 0) this.#ways.set(key, own);
      if (typeof member.value !== 'string') this.#walk(member.value, own, key, lead);
    }
  }

  remove(key: string): void {
    const way = this.#ways.get(key);
    if (way === undefined) return;
    removeMember(way, this.#style);
    for (const { container, member } of way) {
      this.#touched.add(container);
      if (!container.members.includes(member)) this.#names.get(container)?.delete(member.name);
    }
    this.#ways.delete(key);
  }

  /** Entries are set in the source's order, also those that are as they shall be. */
  set(key: string, entry: BundleEntry, isNew: boolean): void {
    const way = this.#ways.get(key) ?? this.#add(key, entry.path);
    const last = way.at(-1);
    if (last === undefined) return;
    if (isNew) last.member.value = this.#style.escape(writtenEntry(entry));
    for (const { container, member } of way) this.#last.set(container, member);
  }

  #add(key: string, path: BundlePath): Way {
    let container = this.#root;
    let names = path.map(String);
    const way: { container: Container; member: Member }[] = [];
    if (names.length === 1 && this.#isNested) names = key.split('.');
    for (let next = this.#into(container, names); next !== undefined; next = this.#into(container, names)) {
      way.push({ container, member: next.member });
      [container, names] = [next.inner, next.rest];
    }
    const [first = ''] = names;
    const taken = this.#names.get(container)?.get(first);
    if (names.length === 1 && taken !== undefined) this.#flatten(container, taken, way);
    const isTaken = taken !== undefined;
    // The whole rest in one key: as the file writes keys, or because a text stands where a group should be.
    if (path.length === 1 || this.#isFlat || isTaken) names = [names.join('.')];
    for (const [depth, name] of names.entries()) {
      const isLast = depth === names.length - 1;
      const inner: Container = { kind: 'object', members: [], close: '' };
      const member: Member = { lead: '', label: JSON.stringify(name) + this.#style.colon, name, value: isLast ? '""' : inner, trail: '' };
      if (container.kind === 'array') member.label = '';
      this.#insert(container, member, key);
      way.push({ container, member });
      if (isLast) break;
      const { path: above, margin } = this.#places.get(container) ?? { path: '', margin: '' };
      this.#places.set(inner, { path: above === '' ? name : `${above}.${name}`, margin: leadIn(container, margin, this.#style) });
      this.#names.set(inner, new Map());
      container = inner;
    }
    this.#ways.set(key, way);
    return way;
  }

  /** A group that stands where a text shall be: what is in it gets keys with dots, beside the text. */
  #flatten(container: Container, member: Member, above: Way): void {
    const index = container.members.indexOf(member);
    if (index < 0 || typeof member.value === 'string') return;
    const lead = leadIn(container, this.#places.get(container)?.margin ?? '', this.#style);
    const leaves = leavesOf(member.value, member.name).map(({ name, value }, at): Member => {
      const label = JSON.stringify(name) + this.#style.colon;
      return { lead: at === 0 ? member.lead : lead, label, name, value, trail: '' };
    });
    const path = this.#places.get(container)?.path ?? '';
    container.members.splice(index, 1, ...leaves);
    this.#names.get(container)?.delete(member.name);
    for (const leaf of leaves) {
      this.#names.get(container)?.set(leaf.name, leaf);
      this.#ways.set(path === '' ? leaf.name : `${path}.${leaf.name}`, [...above, { container, member: leaf }]);
    }
    const last = leaves.at(-1);
    if (last !== undefined && this.#last.get(container) === member) this.#last.set(container, last);
    const added = this.#added.get(container);
    const behind = added?.get(member);
    if (added !== undefined && behind !== undefined && last !== undefined) {
      added.delete(member);
      added.set(last, behind);
      for (const one of behind) this.#anchors.set(one, last);
    }
  }

  /** The container that the first of some names, or some of them joined with dots, leads into. */
  #into(container: Container, names: readonly string[]) {
    for (let count = 1; count < names.length; count++) {
      const member = this.#names.get(container)?.get(names.slice(0, count).join('.'));
      if (member !== undefined && typeof member.value !== 'string')
        return { member, inner: member.value, rest: names.slice(count) };
    }
    return undefined;
  }

  #insert(container: Container, member: Member, key: string): void {
    const before = this.#last.get(container);
    const anchor = before === undefined ? this.#anchorBefore(container, key) : (this.#anchors.has(before) ? this.#anchors.get(before) : before);
    const added = this.#added.get(container) ?? new Map<Member | undefined, Member[]>();
    added.set(anchor, [...(added.get(anchor) ?? []), member]);
    this.#added.set(container, added);
    this.#anchors.set(member, anchor);
    this.#names.get(container)?.set(member.name, member);
    this.#touched.add(container);
  }

  /** Where nothing of the source stands before: what stands before the first that follows in the source, else the last. */
  #anchorBefore(container: Container, key: string): Member | undefined {
    for (const next of this.#order.slice(this.#order.indexOf(key) + 1)) {
      const step = this.#ways.get(next)?.find((one) => one.container === container);
      if (step === undefined) continue;
      const index = container.members.indexOf(step.member);
      if (index >= 0) return container.members[index - 1];
    }
    return container.members.at(-1);
  }

  /** @param arrays as in `patchBundle` */
  finish(arrays: ReadonlyMap<string, number>): void {
    for (const [container, added] of this.#added)
      insertMembers(container, added, this.#places.get(container)?.margin ?? '', this.#style);
    for (const container of this.#touched) {
      const length = arrays.get(this.#places.get(container)?.path ?? '');
      const { members } = container;
      if (length === undefined || members.length === 0) continue;
      if (length === members.length && members.every(({ name }, index) => name === String(index))) toArray(container);
      else toObject(container, this.#style);
    }
  }
}

/** What a container holds, with its path joined with dots. */
function leavesOf({ members }: Container, above: string): { readonly name: string; readonly value: string | Container }[] {
  return members.flatMap(({ name, value }) => {
    const path = `${above}.${name}`;
    return typeof value === 'string' || value.members.length === 0 ? [{ name: path, value }] : leavesOf(value, path);
  });
}
