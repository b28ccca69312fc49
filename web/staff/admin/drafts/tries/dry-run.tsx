import { useTranslation } from 'react-i18next';
import { api, brought } from '../../../api/client.ts';
import { useNames } from '../../../api/catalog.ts';
import { Wrong } from '../../../common/wrong.tsx';
import type { Draft } from '../use-draft.ts';
import { useParts } from './in-parts.ts';
import { PeriodForm } from './period-form.tsx';

/** Where the complaints of past days would go. */
export function DryRun({ draft }: { draft: Draft }) {
  const { t } = useTranslation('admin');
  const { agency } = useNames();
  const tried = useParts((body) =>
    brought(api.POST('/api/drafts/{id}/dry-run', { params: { path: { id: draft.id } }, body })),
  );
  const sum = (of: 'same' | 'changed' | 'newlySure' | 'noLongerSure') =>
    tried.parts.reduce((total, part) => total + part[of], 0);
  const moves = new Map<string, { from: string | null; to: string | null; count: number }>();
  for (const { from, to, count } of tried.parts.flatMap((part) => part.moves)) {
    const key = `${from} ${to}`;
    moves.set(key, { from, to, count: (moves.get(key)?.count ?? 0) + count });
  }
  const place = (code: string | null) => (code === null ? t('try.triage') : agency(code));
  return (
    <section className="panel">
      <PeriodForm isRunning={tried.isRunning} onRun={(asked) => void tried.run(asked)} />
      {tried.error !== null && <Wrong error={tried.error} />}
      {tried.parts.length > 0 && (
        <div role="status">
          <p>{t('try.looked', { looked: tried.looked, total: tried.total })}</p>
          <dl className="admin-facts">
            {(['same', 'changed', 'newlySure', 'noLongerSure'] as const).map((one) => (
              <div key={one}>
                <dt>{t(`try.${one}`)}</dt>
                <dd>
                  <b>{sum(one)}</b>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {moves.size > 0 && (
        <table className="admin-table">
          <thead>
            <tr>
              <th scope="col">{t('try.goes')}</th>
              <th scope="col">{t('try.wouldGo')}</th>
              <th scope="col">{t('try.count')}</th>
            </tr>
          </thead>
          <tbody>
            {[...moves.values()]
              .toSorted((a, b) => b.count - a.count)
              .map(({ from, to, count }) => (
                <tr key={`${from} ${to}`}>
                  <td>{place(from)}</td>
                  <td>{place(to)}</td>
                  <td>{count}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
