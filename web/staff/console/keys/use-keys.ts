import { useEffect, useRef } from 'react';

/** What a key does; a key of two is pressed one after the other: "g t". */
export type Keys = Record<string, (pressed: KeyboardEvent) => void>;

const NEXT_MS = 1_200;

const writes = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, [role="combobox"]') !== null);

/** A button takes Enter and blank for itself; a dialog takes all. */
const isTaken = ({ key, target }: KeyboardEvent) =>
  writes(target) ||
  document.querySelector('[role="dialog"][aria-modal="true"]') !== null ||
  (['Enter', ' '].includes(key) &&
    target instanceof HTMLElement &&
    target.closest('button, a, summary') !== null);

/** Keys without a modifier, wherever nothing is being written. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    let first: { key: string; at: number } | null = null;
    const press = (pressed: KeyboardEvent) => {
      if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || isTaken(pressed)) return;
      const pair =
        first && pressed.timeStamp - first.at < NEXT_MS ? `${first.key} ${pressed.key}` : null;
      first = { key: pressed.key, at: pressed.timeStamp };
      const act = (pair !== null && latest.current[pair]) || latest.current[pressed.key];
      if (!act) return;
      first = null;
      pressed.preventDefault();
      act(pressed);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
