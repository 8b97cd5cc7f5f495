/** Globs of other tools as patterns of ours. */
import type { FilesSetting } from '../../project/layout/files-entry.ts';

/** A glob as a pattern: its stars are `{path}`, a star for the extension `{extension}`. */
export function fromGlob(glob: string): string {
  return glob
    .replace(/^\.\//, '')
    .replace(/(?:\*\*\/)?\*\.\*$|\*\*\/?\*?$/, '{path}{extension}')
    .replace(/(?:\*\*\/)?\*(?=\.\w+$)/, '{path}')
    .replace(/\.\{[\w,]+\}$/, '{extension}');
}

export function withExclude(entry: FilesSetting, exclude: readonly string[]): FilesSetting {
  return exclude.length === 0 ? entry : { ...entry, exclude };
}
