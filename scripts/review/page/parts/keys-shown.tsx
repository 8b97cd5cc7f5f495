import { keyParts } from '../keys.ts';

/** A key, as on a keyboard. */
export function Keys({ name }: { name: string }) {
  return (
    <span class="keys">
      {keyParts(name).map((part) => (
        <kbd>{part}</kbd>
      ))}
    </span>
  );
}
