import { useCallback, useState } from 'react';
import type { components } from '../api/schema.d.ts';

export type Receipt = components['schemas']['CallReceipt'];

/** What has been typed of one call. */
export interface Call {
  /** Also the key by which a repeated filing is known. */
  id: string;
  phone: string;
  name: string;
  email: string;
  text: string;
  /** As chosen; null: the field follows what the words suggest. */
  category: string | null;
  address: string;
  /** As chosen; null: the field follows the point or the address. */
  ward: string | null;
  point: { lat: number; lon: number } | null;
  answers: Record<string, string>;
  joins: string | null;
  declared: 'report' | null;
  /** The number whose history has been asked for. */
  lookedUp: string | null;
  /** The case that the caller asks about. */
  follows: string | null;
  receipt: Receipt | null;
}

export const MOST_CALLS = 2;

export const newCall = (): Call => ({
  id: crypto.randomUUID(),
  phone: '',
  name: '',
  email: '',
  text: '',
  category: null,
  address: '',
  ward: null,
  point: null,
  answers: {},
  joins: null,
  declared: null,
  lookedUp: null,
  follows: null,
  receipt: null,
});

interface Desk {
  calls: Call[];
  at: string;
}

const keyOf = (person: string) => `dm.calls.${person}`;

function kept(person: string): Desk {
  try {
    const desk = JSON.parse(sessionStorage.getItem(keyOf(person)) ?? '') as Desk;
    if (desk.calls.length > 0) return desk;
  } catch {
    // Nothing kept, or by another version of this page: begin anew.
  }
  const call = newCall();
  return { calls: [call], at: call.id };
}

/** The calls in progress. Every change is kept at once, in this tab of the browser alone: callers' numbers are in it. */
export function useCalls(person: string) {
  const [desk, setDesk] = useState(() => kept(person));
  const change = useCallback(
    (changed: (desk: Desk) => Desk) =>
      setDesk((before) => {
        const after = changed(before);
        sessionStorage.setItem(keyOf(person), JSON.stringify(after));
        return after;
      }),
    [person],
  );
  const edit = useCallback(
    (id: string, changes: Partial<Call>) =>
      change(({ calls, at }) => ({
        calls: calls.map((call) => (call.id === id ? { ...call, ...changes } : call)),
        at,
      })),
    [change],
  );
  const turnTo = useCallback((id: string) => change(({ calls }) => ({ calls, at: id })), [change]);
  const open = useCallback(
    () =>
      change((desk) => {
        if (desk.calls.length >= MOST_CALLS) return desk;
        const call = newCall();
        return { calls: [...desk.calls, call], at: call.id };
      }),
    [change],
  );
  const end = useCallback(
    (id: string) =>
      change(({ calls, at }) => {
        const others = calls.filter((call) => call.id !== id);
        const left = others.length > 0 ? others : [newCall()];
        return { calls: left, at: left.some((call) => call.id === at) ? at : (left[0]?.id ?? '') };
      }),
    [change],
  );
  return { ...desk, edit, turnTo, open, end };
}

export type Edit = (changes: Partial<Call>) => void;

/** A number that can be looked up. */
export const isPhone = (written: string) => /^\+?[0-9][0-9 .-]{7,16}$/.test(written.trim());
