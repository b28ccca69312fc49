import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseItem } from '../../case/use-case.ts';
import { Row } from './row.tsx';
import './queue.css';

const columns = ['select', 'due', 'matter', 'place', 'holder', 'people'] as const;

interface Props {
  rows: readonly CaseItem[];
  /** Whether there is more behind the last. */
  more: boolean;
  onEnd: () => void;
  active: number;
  onActive: (at: number) => void;
  onOpen: (id: string) => void;
  selected: ReadonlySet<string>;
  onSelect: (id: string) => void;
  isHere: (item: CaseItem) => boolean;
  me: string;
}

/** Tens of thousands of rows, of which those in sight are there. */
export function List({
  rows,
  more,
  onEnd,
  active,
  onActive,
  onOpen,
  selected,
  onSelect,
  isHere,
  me,
}: Props) {
  const { t } = useTranslation('console');
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (innerWidth < 700 ? 132 : 76),
    getItemKey: (at) => rows[at]?.id ?? at,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= rows.length - 20) onEnd();
  }, [more, last, rows.length, onEnd]);
  useEffect(() => {
    if (active >= 0 && active < rows.length) virtual.scrollToIndex(active);
    // Only a step brings it into sight; rows that come do not scroll.
  }, [active]);
  const current = rows[active];
  return (
    <div
      ref={scroller}
      className="queue-list"
      role="grid"
      aria-label={t('queue.list')}
      aria-rowcount={more ? -1 : rows.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-activedescendant={current && `row-${current.id}`}
      tabIndex={0}
      id="queue-list"
    >
      <div role="rowgroup" className="only-read">
        <div role="row" aria-rowindex={1}>
          {columns.map((name) => (
            <span key={name} role="columnheader">
              {t(`column.${name}`)}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="queue-rows" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const item = rows[index];
          return (
            item && (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                id={`row-${item.id}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={selected.has(item.id)}
                className="queue-row"
                data-active={index === active || undefined}
                data-gone={!isHere(item) || undefined}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => onActive(index)}
              >
                <Row
                  item={item}
                  me={me}
                  selected={selected.has(item.id)}
                  onSelect={onSelect}
                  onOpen={onOpen}
                />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}
