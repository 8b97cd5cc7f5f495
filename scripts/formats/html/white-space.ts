/** Text without the white space that HTML does not show; a no-break space is text. */
export function squeeze(value: string): string {
  return value.replace(/[ \t\n\r\f]+/g, ' ').replace(/^ | $/g, '');
}

/**
 * Programs and styles without what a formatter may change in them: white space, quotes, brackets, separators. They are
 * never written, so this much is enough to tell one from another.
 */
export function gist(program: string): string {
  return program.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A `style` attribute as formatters write it; one with quotes or brackets in it is left alone. */
export function tidyStyle(style: string): string {
  if (/["'()&]/.test(style)) return style;
  const declarations = style.split(';').map((one) => squeeze(one).replace(/ ?: ?/, ': '));
  return declarations.filter((one) => one !== '').join('; ');
}
