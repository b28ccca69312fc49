import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Wrong } from '../../common/wrong.tsx';
import { Row } from './row.tsx';
import { settled, type Steady } from './steady.ts';
import { readMore, type InboxFilter } from './api.ts';

interface Props {
  section: Steady['sections'][number];
  filter: InboxFilter;
}

/** One kind of work, what is due next first. */
export function Section({ section: { section, total, rows, next }, filter }: Props) {
  const { t } = useTranslation('agency');
  const [opened, open] = useState(false);
  const more = useInfiniteQuery({
    queryKey: ['cases', 'inbox', filter, section, next],
    queryFn: ({ pageParam }) => readMore(filter, section, pageParam),
    initialPageParam: next ?? 0,
    getNextPageParam: (page) => page?.next,
    enabled: opened && next !== null,
  });
  const later = (more.data?.pages ?? []).flatMap((page) => (page ? settled([page]) : []));
  const known = new Set(rows.map(({ key }) => key));
  const ends = opened ? more.data !== undefined && !more.hasNextPage : next === null;
  return (
    <section id={`s-${section}`} aria-labelledby={`h-${section}`} className="inbox-section">
      <h2 id={`h-${section}`} tabIndex={-1}>
        {t(`section.${section}`)} <span className="count">{total}</span>
      </h2>
      <ul>
        {rows.map((row) => (
          <Row key={row.key} row={row} section={section} />
        ))}
        {later
          .filter(({ key }) => !known.has(key))
          .map(({ key, row }) => (
            <Row key={key} row={{ key, row, gone: false }} section={section} />
          ))}
      </ul>
      {more.error && <Wrong error={more.error} again={() => void more.refetch()} />}
      {!ends && (
        <Button
          variant="default"
          loading={more.isFetching}
          onClick={() => (opened ? void more.fetchNextPage() : open(true))}
        >
          {t('inbox.more')}
        </Button>
      )}
    </section>
  );
}
