/**
 * The field that a translation is typed in: a plain textarea, so that the browser's spell check, undo and input methods work,
 * over a mirror that shows what is marked.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import type { Mark } from '../marks.ts';
import { MarkedText } from './marked-text.tsx';

export interface TargetFieldProps {
  readonly value: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly marks: readonly Mark[];
  readonly label: string;
  readonly describedBy: string;
  readonly onType: (text: string) => void;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

export function TargetField({
  value,
  language,
  direction,
  marks,
  label,
  describedBy,
  onType,
  field,
}: TargetFieldProps) {
  const isComposing = useRef(false);
  // Set by hand: a text that is set again while it is typed would move the caret. Before the next key is heard: later, this
  // would put back what stood there before that key.
  useLayoutEffect(() => {
    const element = field.current;
    if (element !== null && element.value !== value && !isComposing.current) element.value = value;
  }, [value]);
  return (
    <div class="target-field" dir={direction} lang={language}>
      <div class="mirror" aria-hidden="true">
        <MarkedText text={value} marks={marks} />{' '}
      </div>
      <textarea
        ref={field}
        id="target"
        aria-label={label}
        aria-describedby={describedBy}
        lang={language}
        dir={direction}
        spellcheck={true}
        autocomplete="off"
        rows={3}
        onCompositionStart={() => (isComposing.current = true)}
        onCompositionEnd={({ currentTarget }) => {
          isComposing.current = false;
          onType(currentTarget.value);
        }}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
    </div>
  );
}

/** Puts a text in place of what is selected in the field, so that it can be undone there. */
export function insertText(field: HTMLTextAreaElement | null, text: string): void {
  if (field === null) return;
  field.focus();
  // The one way that keeps the field's own undo; it is not going away.
  if (!document.execCommand('insertText', false, text)) {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** The same for the whole text. */
export function replaceText(field: HTMLTextAreaElement | null, text: string): void {
  if (field === null) return;
  field.focus();
  field.select();
  if (text === '') field.setRangeText('', 0, field.value.length, 'end');
  else return insertText(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
