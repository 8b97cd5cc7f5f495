/** Windows over the page: the browser's own dialog, which keeps the focus and gives it back. */
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icons.tsx';

export type DialogName = 'palette' | 'help' | 'replace' | 'search' | 'reject' | 'waive' | 'bulk' | 'name';

export interface DialogRequest {
  readonly name: DialogName;
  /** The finding that is meant, for `waive`; what is to be done, for `bulk`. */
  readonly about?: string;
}

export const dialog = signal<DialogRequest | undefined>(undefined);

export function openDialog(name: DialogName, about?: string): void {
  dialog.value = { name, ...(about === undefined ? {} : { about }) };
}

export function closeDialog(): void {
  dialog.value = undefined;
}

interface DialogProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly wide?: boolean;
  /** The title is for screen readers alone. */
  readonly bare?: boolean;
}

export function Dialog({ title, children, wide = false, bare = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      class={`dialog${wide ? ' wide' : ''}${bare ? ' bare' : ''}`}
      aria-label={title}
      onClose={closeDialog}
      onMouseDown={({ target, currentTarget }) => {
        if (target === currentTarget) closeDialog();
      }}
    >
      <div class="dialog-body">
        {bare ? null : (
          <header class="dialog-head">
            <h2>{title}</h2>
            <button type="button" class="quiet icon-only" aria-label="Close" onClick={closeDialog}>
              <Icon name="close" />
            </button>
          </header>
        )}
        {children}
      </div>
    </dialog>
  );
}
