import { useSyncExternalStore } from 'react';
import type { components } from '../../api/schema.d.ts';

type Filer = components['schemas']['FilerView'];

// Shown once to whoever gave a reason: kept in this page alone, and gone when it is left.
const revealed = new Map<string, Filer>();
const hearers = new Set<() => void>();

export function keepRevealed(id: string, filer: Filer | null): void {
  if (filer) revealed.set(id, filer);
  for (const hear of hearers) hear();
}

const hearing = (hear: () => void) => {
  hearers.add(hear);
  return () => hearers.delete(hear);
};

export const useRevealed = (id: string): Filer | null =>
  useSyncExternalStore(hearing, () => revealed.get(id) ?? null);
