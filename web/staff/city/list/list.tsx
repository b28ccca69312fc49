import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import type { Me } from '../../api/me.ts';
import { useNames } from '../../api/catalog.ts';
import { Nothing } from '../../common/nothing.tsx';
import { Waiting } from '../../common/waiting.tsx';
import { Wrong } from '../../common/wrong.tsx';
import { day } from '../../common/moments.ts';
import { Back, useRemembered } from '../back.tsx';
import { CsvLink } from '../csv.tsx';
import { CITY, number } from '../words.ts';
import { CaseRows } from './case-rows.tsx';
import { useBehind } from './use-behind.ts';

/** The cases behind one figure. */
export default function List({ me }: { me: Me }) {
  const { t } = useTranslation(CITY);
  const search = useSearch();
  useRemembered('list', `/cases?${search}`);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useBehind(search);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section>
      <Back to="look" />
      <Heading search={search} />
      {error && <Wrong error={error} again={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <div className="section-head">
            <p role="status" data-count={items.length}>
              {t(hasNextPage ? 'list.some' : 'list.all', { shown: number(items.length) })}
            </p>
            {search !== '' && <CsvLink path="cases" query={search} />}
          </div>
          {items.length === 0 ? <Nothing>{t('list.none')}</Nothing> : null}
          <CaseRows me={me} items={items} />
          {hasNextPage && (
            <Button
              variant="default"
              loading={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              {t('list.more')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

const MOMENT = 1;

/** What the address asks for, in words. */
function Heading({ search }: { search: string }) {
  const { t } = useTranslation(CITY);
  const names = useNames();
  const asked = new URLSearchParams(search);
  const get = (name: string) => asked.get(name);
  const from = get('from');
  const before = get('before');
  const until = before && new Date(Date.parse(before) - MOMENT).toISOString();
  const ward = get('ward');
  const category = get('category');
  const told = [
    from && until && `${day(from)} – ${day(until)}`,
    names.agency(get('of')),
    ward === 'none' ? t('noWard') : names.ward(ward),
    category === 'none' ? t('noCategory') : names.category(category),
  ].filter(Boolean);
  return (
    <>
      <h1>{t(`figure.${get('figure') ?? 'open_now'}`)}</h1>
      {told.length > 0 && <p className="muted">{told.join(' · ')}</p>}
    </>
  );
}
