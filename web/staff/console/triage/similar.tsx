import { Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api, brought } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { StatusBadge } from '../../case/badges.tsx';
import type { CaseView } from '../../case/use-case.ts';
import { moment } from '../../common/moments.ts';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { caseKey } from '../../live/live.ts';
import { inWords } from '../../words.ts';
import type { components } from '../../api/schema.d.ts';

type SimilarCase = components['schemas']['SimilarCase'];

/** Joins a case to the incident of another, or makes one of both; the other goes ahead. */
async function join(id: string, { id: other, incident }: SimilarCase): Promise<unknown> {
  if (!incident) return brought(api.POST('/api/incidents', { body: { cases: [other, id] } }));
  const path = { id: incident.id };
  const { version } = await brought(api.GET('/api/incidents/{id}', { params: { path } }));
  return brought(
    api.POST('/api/incidents/{id}/join', {
      params: { path, header: { 'If-Match': `"${version}"` } },
      body: { cases: [id] },
    }),
  );
}

export const useSimilar = (id: string) =>
  useQuery({
    queryKey: [...caseKey(id), 'similar'],
    queryFn: () => brought(api.GET('/api/cases/{id}/similar', { params: { path: { id } } })),
  });

/** Cases that likely tell of the same, each beside this one, with why. */
export function Similar({ view }: { view: CaseView }) {
  const { t } = useTranslation('case');
  const { data, error, isPending } = useSimilar(view.id);
  const joining = useMutation({
    mutationFn: (other: SimilarCase) => join(view.id, other),
    onSettled: () => queries.invalidateQueries({ queryKey: caseKey(view.id) }),
  });
  return (
    <section aria-labelledby="case-similar">
      <h2 id="case-similar">{t('similar.title')}</h2>
      {isPending && <Waiting />}
      {error && <Wrong error={error} />}
      {joining.error && <Wrong error={joining.error} />}
      {data?.items.length === 0 && <p className="muted">{t('similar.none')}</p>}
      <ul className="similar">
        {data?.items.slice(0, 5).map((other) => (
          <li key={other.id}>
            <Group gap="sm">
              <b>{t(`similar.${other.verdict}`)}</b>
              <span className="muted">
                {Math.round(other.score * 100)}%
                {other.meters !== null && ` · ${t('similar.meters', { count: other.meters })}`}
                {' · '}
                {moment(other.filedAt)}
              </span>
              <StatusBadge status={other.status} />
            </Group>
            <div className="both">
              <blockquote className="similar-text" aria-label={t('similar.that')}>
                {other.excerpt}
              </blockquote>
              <ul className="because">
                {other.reasons.map((reason) => (
                  <li key={reason.vi}>{inWords(reason)}</li>
                ))}
              </ul>
            </div>
            <Group gap="sm">
              <Link href={`/cases/${other.id}`}>{t('similar.open')}</Link>
              {view.incident && view.incident.id === other.incident?.id ? (
                <span className="muted">{t('similar.joined')}</span>
              ) : (
                <Button
                  variant="default"
                  size="compact-md"
                  loading={joining.isPending}
                  onClick={() => joining.mutate(other)}
                >
                  {t(other.incident ? 'similar.joinInto' : 'similar.join')}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
