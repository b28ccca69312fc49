import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../../../api/client.ts';
import { useNames } from '../../../api/catalog.ts';
import { Mark } from '../../../common/mark.tsx';
import { Nothing } from '../../../common/nothing.tsx';
import { Waiting } from '../../../common/waiting.tsx';
import { Wrong } from '../../../common/wrong.tsx';
import { inWords } from '../../../words.ts';
import type { Draft } from '../use-draft.ts';

/** Whether each example kept with the rules goes where it must. */
export function Examples({ draft }: { draft: Draft }) {
  const { t } = useTranslation('admin');
  const { agency } = useNames();
  const { id, version } = draft;
  const { data, error, refetch } = useQuery({
    queryKey: ['drafts', 'try', id, 'examples', version],
    queryFn: () => brought(api.GET('/api/drafts/{id}/examples', { params: { path: { id } } })),
  });
  const place = (code: string | null) => (code === null ? t('try.triage') : agency(code));
  const passed = data?.examples.filter(({ passes }) => passes).length ?? 0;
  return (
    <section className="panel" aria-labelledby="examples-title">
      <h2 id="examples-title">{t('example.title')}</h2>
      {error && <Wrong error={error} again={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.examples.length === 0 && <Nothing>{t('example.none')}</Nothing>}
      {data && data.examples.length > 0 && (
        <>
          <p role="status">{t('example.passed', { passed, all: data.examples.length })}</p>
          <table className="admin-table">
            <thead>
              <tr>
                <th scope="col">{t('example.id')}</th>
                <th scope="col">{t('example.lead')}</th>
                <th scope="col">{t('try.wouldGo')}</th>
              </tr>
            </thead>
            <tbody>
              {data.examples.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    {one.id}{' '}
                    <Mark tone={one.passes ? 'good' : 'bad'}>
                      {t(one.passes ? 'example.passes' : 'example.fails')}
                    </Mark>
                  </th>
                  <td>{place(one.lead)}</td>
                  <td>
                    {place(one.got)}
                    <br />
                    <span className="muted">{one.reasons.map(inWords).join(' ')}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
