import { Button, Group, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Mark } from '../../../common/mark.tsx';
import { useTranslation } from 'react-i18next';
import { inWords } from '../../../words.ts';
import { shown } from '../differences.ts';
import type { Finding } from '../use-draft.ts';
import { listed, targetKinds, targetOf, withList, type Rule, type TargetKind } from './rule.ts';

interface Edited {
  rule: Rule;
  place: number;
  last: number;
  isOpen: boolean;
  faults: Finding[];
  onChange(rule: Rule): void;
  onMove(by: 1 | -1): void;
  onRemove(): void;
}

/** One rule: what must hold, who leads, how sure, and why. Its fields are drawn when it is opened. */
export function RuleForm(given: Edited) {
  const { t } = useTranslation('admin');
  const { rule, place, faults } = given;
  const [open, setOpen] = useState(false);
  const [, value] = targetOf(rule.lead);
  return (
    <details className="draft-rule" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {place}. <b>{inWords(rule.because) || rule.id}</b> → {value}{' '}
        {faults.map(({ code, level, detail }) => (
          <Mark key={code + detail.vi} tone={level === 'fault' ? 'bad' : 'warn'}>
            {t(`rules.${level}`)}
          </Mark>
        ))}
      </summary>
      {open && <Fields {...given} />}
    </details>
  );
}

function Fields({ rule, place, last, isOpen, faults, onChange, onMove, onRemove }: Edited) {
  const { t } = useTranslation('admin');
  const [kind, value] = targetOf(rule.lead);
  const lead = (name: TargetKind, code: string) =>
    onChange({ ...rule, lead: { [name]: code } as unknown as Rule['lead'] });
  const others = Object.entries(rule.when).filter(([name]) => !listed.some((one) => one === name));
  return (
    <>
      {faults.map(({ code, detail }) => (
        <p key={code + detail.vi} className="admin-bad">
          {inWords(detail)}
        </p>
      ))}
      <div className="draft-fields">
        <TextInput
          label={t('rules.id')}
          value={rule.id}
          readOnly={!isOpen}
          onChange={(event) => onChange({ ...rule, id: event.currentTarget.value })}
        />
        {listed.map((name) => (
          <ListField key={name} name={name} rule={rule} isOpen={isOpen} onChange={onChange} />
        ))}
        <NativeSelect
          label={t('rules.leadKind')}
          value={kind}
          disabled={!isOpen}
          data={targetKinds.map((one) => ({ value: one, label: t(`rules.target.${one}`) }))}
          onChange={(event) => lead(event.currentTarget.value as TargetKind, value)}
        />
        <TextInput
          label={t('rules.lead')}
          value={value}
          readOnly={!isOpen}
          onChange={(event) => lead(kind, event.currentTarget.value)}
        />
        <NumberInput
          label={t('rules.confidence')}
          value={rule.confidence}
          min={0}
          max={1}
          step={0.05}
          readOnly={!isOpen}
          hideControls
          onChange={(sure) => onChange({ ...rule, confidence: Number(sure) })}
        />
        {(['vi', 'en'] as const).map((language) => (
          <TextInput
            key={language}
            label={t(`rules.because.${language}`)}
            value={rule.because[language]}
            readOnly={!isOpen}
            onChange={(event) =>
              onChange({
                ...rule,
                because: { ...rule.because, [language]: event.currentTarget.value },
              })
            }
          />
        ))}
      </div>
      {others.length > 0 && (
        <p className="muted">
          {t('rules.also')} {others.map(([name, one]) => `${name}: ${shown(one)}`).join('; ')}
        </p>
      )}
      {isOpen && (
        <Group>
          <Button variant="default" disabled={place === 1} onClick={() => onMove(-1)}>
            {t('rules.up')}
          </Button>
          <Button variant="default" disabled={place === last} onClick={() => onMove(1)}>
            {t('rules.down')}
          </Button>
          <Button variant="default" onClick={onRemove}>
            {t('rules.remove')}
          </Button>
        </Group>
      )}
    </>
  );
}

type Listed = Pick<Edited, 'rule' | 'isOpen' | 'onChange'> & { name: (typeof listed)[number] };

/** Words with commas between; what is typed stays as it is, so that a comma can be typed. */
function ListField({ name, rule, isOpen, onChange }: Listed) {
  const { t } = useTranslation('admin');
  const [typed, setTyped] = useState(() =>
    ((rule.when[name] as string[] | undefined) ?? []).join(', '),
  );
  return (
    <TextInput
      label={t(`rules.when.${name}`)}
      description={t('rules.commas')}
      value={typed}
      readOnly={!isOpen}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        onChange(withList(rule, name, value));
      }}
    />
  );
}
