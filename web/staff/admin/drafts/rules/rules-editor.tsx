import { Button, NumberInput, TextInput } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../use-draft.ts';
import { ExamplesEditor } from './examples-editor.tsx';
import { moved, type Rule, type RuleSet } from './rule.ts';
import { RuleForm } from './rule-form.tsx';

interface Edited {
  definition: RuleSet;
  findings: Finding[];
  isOpen: boolean;
  onChange(definition: RuleSet): void;
}

const fits = (rule: Rule, words: string) =>
  words === '' || JSON.stringify(rule).toLowerCase().includes(words.toLowerCase());

/** The rules in their order: the first that fits decides. */
export function RulesEditor({ definition, findings, isOpen, onChange }: Edited) {
  const { t } = useTranslation('admin');
  const [q, setQ] = useState('');
  const words = useDeferredValue(q.trim());
  const { rules } = definition;
  const write = (next: Rule[]) => onChange({ ...definition, rules: next });
  const add = () => {
    const id = `rule-${rules.length + 1}`;
    const because = { vi: '', en: '' };
    write([{ id, when: {}, lead: { agency: '' }, confidence: 0.5, because }, ...rules]);
  };
  return (
    <div className="admin-page">
      <div className="admin-filter">
        <TextInput
          type="search"
          label={t('rules.search')}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        <NumberInput
          label={t('rules.assignAt')}
          description={t('rules.assignAtHint')}
          value={definition.assignAt}
          min={0}
          max={1}
          step={0.05}
          readOnly={!isOpen}
          hideControls
          onChange={(value) => onChange({ ...definition, assignAt: Number(value) })}
        />
        {isOpen && (
          <Button variant="default" onClick={add}>
            {t('rules.add')}
          </Button>
        )}
      </div>
      <ol className="admin-list" aria-label={t('kind.rule_set')}>
        {rules.map((rule, at) =>
          fits(rule, words) ? (
            <li key={`${at}${rules.length}`}>
              <RuleForm
                rule={rule}
                place={at + 1}
                last={rules.length}
                isOpen={isOpen}
                faults={findings.filter(
                  ({ field }) => field === rule.id || field.startsWith(`rules.${at}.`),
                )}
                onChange={(next) => write(rules.map((one, place) => (place === at ? next : one)))}
                onMove={(by) => write(moved(rules, at, at + by))}
                onRemove={() => write(rules.filter((_, place) => place !== at))}
              />
            </li>
          ) : null,
        )}
      </ol>
      <ExamplesEditor
        examples={definition.examples ?? []}
        findings={findings}
        isOpen={isOpen}
        onChange={(examples) => onChange({ ...definition, examples })}
      />
    </div>
  );
}
