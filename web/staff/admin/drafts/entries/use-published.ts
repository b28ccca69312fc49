import { useBase, type Draft } from '../use-draft.ts';

/** Whether an entry is in the version that the draft began from; what is there ends and is not removed. */
export function usePublished(draft: Draft): (code: string) => boolean {
  const { data: base } = useBase(draft);
  if (!base) return () => true;
  const codes = new Set((base.definition as { code: string }[]).map(({ code }) => code));
  return (code) => codes.has(code);
}
