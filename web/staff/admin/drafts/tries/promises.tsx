import { useTranslation } from 'react-i18next';
import { api, brought } from '../../../api/client.ts';
import { useNames } from '../../../api/catalog.ts';
import { Nothing } from '../../../common/nothing.tsx';
import { Wrong } from '../../../common/wrong.tsx';
import type { Draft } from '../use-draft.ts';
import { useParts } from './in-parts.ts';
import { PeriodForm } from './period-form.tsx';

/** What would have been promised to those who filed in past days. */
export function Promises({ draft }: { draft: Draft }) {
  const { t } = useTranslation('admin');
  const { category } = useNames();
  const tried = useParts((body) =>
    brought(api.POST('/api/drafts/{id}/promises', { params: { path: { id: draft.id } }, body })),
  );
  const changed = tried.parts
    .flatMap((part) => part.changes)
    .filter(({ earlier, later }) => earlier + later > 0);
  return (
    <section className="panel">
      <PeriodForm isRunning={tried.isRunning} onRun={(asked) => void tried.run(asked)} />
      {tried.error !== null && <Wrong error={tried.error} />}
      {tried.parts.length > 0 && (
        <p role="status">{t('try.looked', { looked: tried.looked, total: tried.total })}</p>
      )}
      {tried.parts.length > 0 && changed.length === 0 && <Nothing>{t('try.samePromises')}</Nothing>}
      {changed.length > 0 && (
        <table className="admin-table">
          <thead>
            <tr>
              <th scope="col">{t('policy.clock')}</th>
              <th scope="col">{t('try.category')}</th>
              <th scope="col">{t('try.earlier')}</th>
              <th scope="col">{t('try.later')}</th>
              <th scope="col">{t('try.nowLate')}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map((one, at) => (
              <tr key={at}>
                <td>{t(`clock.${one.clock}`)}</td>
                <td>{category(one.category) || '–'}</td>
                <td>{one.earlier}</td>
                <td>{one.later}</td>
                <td>{one.keptNowLate}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
