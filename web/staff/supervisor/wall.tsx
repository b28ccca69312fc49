import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api, brought } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useFresh } from '../center/use-fresh.ts';
import { Waiting } from '../common/waiting.tsx';
import { Wrong } from '../common/wrong.tsx';
import { hour, moment } from '../common/moments.ts';
import { LiveMark } from '../live/live-mark.tsx';
import { inWords } from '../words.ts';
import './words.ts';
import './wall.css';

type WallView = components['schemas']['Wall'];

/** What runs late does so also while nothing happens. */
const AGAIN_MS = 60_000;

/** How things stand, for everybody in the room: numbers alone, read from afar, touched by nobody. */
export default function Wall() {
  const { t } = useTranslation('supervisor');
  const [dark, setDark] = useState(true);
  useDark(dark);
  useFresh('wall');
  const { data, error, refetch } = useQuery({
    queryKey: ['wall'],
    queryFn: () => brought(api.GET('/api/wall')),
    refetchInterval: AGAIN_MS,
  });
  return (
    <div className="wall">
      <header className="wall-head">
        <h1>{t('wall.title')}</h1>
        <span>{data && moment(data.at)}</span>
        <LiveMark />
        <button type="button" onClick={() => setDark(!dark)}>
          {t(dark ? 'wall.own' : 'wall.dark')}
        </button>
        <Link href="">{t('wall.leave')}</Link>
      </header>
      {error && <Wrong error={error} again={() => void refetch()} />}
      {data ? <Board wall={data} /> : !error && <Waiting />}
    </div>
  );
}

/** Dark for a room and for a long day, whatever somebody has chosen for the other pages. */
function useDark(dark: boolean): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (!dark) return;
    dataset['scheme'] = 'dark';
    return () => {
      delete dataset['scheme'];
    };
  }, [dark]);
}

function Board({ wall }: { wall: WallView }) {
  const { t } = useTranslation('supervisor');
  const { received, triage, late, soon, incidents } = wall;
  return (
    <>
      <dl className="wall-figures">
        <Figure
          name={t('wall.received')}
          count={received.count}
          more={t('wall.lastWeek', { count: received.lastWeek })}
        />
        <Figure
          name={t('wall.triage')}
          count={triage.count}
          more={triage.oldest ? t('wall.oldest', { since: moment(triage.oldest) }) : t('wall.none')}
        />
        <Figure
          name={t('wall.late')}
          count={late}
          tone={late > 0 ? 'bad' : 'good'}
          more={t('wall.lateMore')}
        />
        <Figure
          name={t('wall.soon')}
          count={soon}
          tone={soon > 0 ? 'warn' : 'good'}
          more={t('wall.soonMore')}
        />
      </dl>
      <div className="wall-lists">
        <section aria-labelledby="wall-channels">
          <h2 id="wall-channels">{t('wall.channels')}</h2>
          <table>
            <tbody>
              {received.channels.map(({ channel, count }) => (
                <tr key={channel}>
                  <th scope="row">{t(`frame:channel.${channel}`, { defaultValue: channel })}</th>
                  <td>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {received.channels.length === 0 && <p>{t('wall.none')}</p>}
        </section>
        <section aria-labelledby="wall-incidents">
          <h2 id="wall-incidents">{t('wall.incidents')}</h2>
          <ul>
            {incidents.map(({ id, title, areas, reporters, since, proposed }) => (
              <li key={id} data-proposed={proposed || undefined}>
                <b>{title}</b>
                <span>
                  {[
                    proposed ? t('wall.proposed') : null,
                    areas.map(inWords).join(', ') || null,
                    t('wall.people', { count: reporters }),
                    hour(since),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          {incidents.length === 0 && <p>{t('wall.calm')}</p>}
        </section>
      </div>
    </>
  );
}

interface FigureProps {
  name: string;
  count: number;
  more: string;
  tone?: 'good' | 'warn' | 'bad';
}

const Figure = ({ name, count, more, tone }: FigureProps) => (
  <div data-tone={tone}>
    <dt>{name}</dt>
    <dd className="wall-count">{count}</dd>
    <dd>{more}</dd>
  </div>
);
