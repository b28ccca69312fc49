import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, brought } from '../../api/client.ts';
import { day } from '../../common/moments.ts';
import { kinds } from '../drafts/kinds.ts';

/** What is in force: the latest version of each kind whose time has come. */
export function Versions() {
  const { t } = useTranslation('admin');
  const found = useQueries({
    queries: kinds.map((kind) => ({
      queryKey: ['versions', kind],
      queryFn: () => brought(api.GET('/api/versions', { params: { query: { kind, limit: 5 } } })),
    })),
  });
  return (
    <section className="panel wide" aria-labelledby="versions-title">
      <h2 id="versions-title">{t('versions.title')}</h2>
      <table className="admin-table">
        <thead>
          <tr>
            <th scope="col">{t('versions.kind')}</th>
            <th scope="col">{t('versions.version')}</th>
            <th scope="col">{t('versions.since')}</th>
            <th scope="col">{t('versions.document')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind, at) => {
            const items = found[at]?.data?.items ?? [];
            const held = items.find(
              (one) => !one.validFrom || Date.parse(one.validFrom) <= Date.now(),
            );
            const coming = items.find((one) => one !== held && one.version > (held?.version ?? 0));
            return (
              <tr key={kind}>
                <th scope="row">{t(`kind.${kind}`)}</th>
                <td>{held && t('versions.number', { number: held.version })}</td>
                <td>{held && day(held.validFrom ?? held.loadedAt)}</td>
                <td>
                  {held?.document ?? t('versions.file')}
                  {coming?.validFrom && (
                    <>
                      {' · '}
                      {t('versions.coming', {
                        number: coming.version,
                        from: day(coming.validFrom),
                      })}
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
