import type { Me } from '../../api/me.ts';
import { CaseText, CaseTimeline } from '../../case/case-story.tsx';
import { useCase } from '../../case/use-case.ts';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';

export default function Triage({ id }: { me: Me; id: string }) {
  const { data: view, error, refetch } = useCase(id);
  if (error) return <Wrong error={error} again={() => void refetch()} />;
  if (!view) return <Waiting />;
  return (
    <>
      <CaseText view={view} />
      <CaseTimeline view={view} />
    </>
  );
}
