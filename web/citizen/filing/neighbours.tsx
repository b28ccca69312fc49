/** @jsxImportSource preact */
import type { Draft } from './draft.ts';
import { Radios, type Sheet } from './parts.tsx';
import type { Neighbour } from './use-hints.ts';

interface NeighboursProps {
  sheet: Sheet;
  draft: Draft;
  found: readonly Neighbour[];
  change: (changes: Partial<Draft>) => void;
}

/** What others nearby have reported: it may be the same. */
export function Neighbours({ sheet, draft, found, change }: NeighboursProps) {
  const { say, facts } = sheet;
  const { language } = facts;
  const day = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    dateStyle: 'short',
  });
  const labelOf = ({ category, ward, people, since, statusWords }: Neighbour) =>
    [
      say('joinMe'),
      category?.[language],
      ward?.[language],
      `${people} ${say('people')}, ${say('since')} ${day.format(new Date(since))}`,
      statusWords[language],
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <div class="neighbours">
          <Radios
            sheet={sheet}
            id="joins"
            label={say('neighbours')}
            hint={say('neighboursHint')}
            options={[
              ...found.map((one) => ({ value: one.id, label: labelOf(one) })),
              { value: '', label: say('joinNone') },
            ]}
            value={draft.joins}
            onType={(joins) => change({ joins })}
          />
        </div>
      )}
    </div>
  );
}
