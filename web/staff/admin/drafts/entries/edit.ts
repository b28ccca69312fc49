import { createContext, useContext } from 'react';
import { findingAt } from '../findings.tsx';
import { read, written } from '../paths.ts';
import type { Finding } from '../use-draft.ts';

/** One entry of a definition while it is being written. */
export interface Edit {
  entry: unknown;
  /** How findings name it. */
  field: string;
  isOpen: boolean;
  findings: Finding[];
  onChange(entry: unknown): void;
}

export const EditContext = createContext<Edit>({
  entry: null,
  field: '',
  isOpen: false,
  findings: [],
  onChange: () => undefined,
});

/** What stands at a path of the entry, what is wrong with it, and how it is changed. */
export function useField(path: string) {
  const { entry, field, isOpen, findings, onChange } = useContext(EditContext);
  return {
    value: read(entry, path),
    isOpen,
    error: findingAt(
      findings.filter(({ level }) => level === 'fault'),
      `${field}.${path}`,
    ),
    write: (value: unknown) => onChange(written(entry, path, value)),
  };
}
