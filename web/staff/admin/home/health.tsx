import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { networkProblem, Problem } from '../../api/problem.ts';
import type { components } from '../../api/schema.d.ts';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';

type Ready = components['schemas']['ReadyView'];

/** 503 says what is wrong too, so it is read as an answer. */
async function ask(): Promise<Ready> {
  const answer = await fetch('/health/ready').catch(() => {
    throw new Problem(networkProblem);
  });
  return (await answer.json()) as Ready;
}

/** Whether the program can serve, part by part. */
export function Health() {
  const { t } = useTranslation('admin');
  const { data, error, refetch } = useQuery({
    queryKey: ['health'],
    queryFn: ask,
    refetchInterval: 30_000,
  });
  return (
    <section className="panel" aria-labelledby="health-title">
      <h2 id="health-title">{t('health.title')}</h2>
      {error && <Wrong error={error} again={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <ul className="admin-list">
          {data.checks.map(({ name, ok, why }) => (
            <li key={name}>
              <span className={ok ? 'admin-good' : 'admin-bad'}>{ok ? '✓' : '✗'}</span>{' '}
              {t(`health.part.${name}`, { defaultValue: name })}:{' '}
              {ok ? t('health.ok') : t('health.wrong', { why })}
            </li>
          ))}
          {data.warnings.map(({ name, why }) => (
            <li key={name} className="admin-bad">
              {t('health.warning', { name, why })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
