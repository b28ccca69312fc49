import { useTranslation } from 'react-i18next';
import { useField } from '../entries/edit.ts';
import { ChoiceField, FlagField, TextField, WordsField } from '../entries/fields.tsx';
import { Ordered } from '../entries/ordered.tsx';
import { emptyChoice, emptyQuestion } from './category.ts';

const types = ['text', 'choice', 'datetime', 'number'];

/** What a category asks, in the order in which it is asked. */
export function QuestionFields() {
  const { t } = useTranslation('admin');
  return (
    <Ordered path="questions" one={t('category.question')} make={emptyQuestion}>
      {(path) => <Question path={path} />}
    </Ordered>
  );
}

function Question({ path }: { path: string }) {
  const { t } = useTranslation('admin');
  const { value: type } = useField(`${path}.type`);
  return (
    <>
      <div className="draft-fields">
        <WordsField path={`${path}.label`} label={t('category.asked')} />
        <TextField path={`${path}.key`} label={t('category.key')} hint={t('category.keyHint')} />
        <ChoiceField
          path={`${path}.type`}
          label={t('category.answer')}
          options={types.map((value) => ({ value, label: t(`category.types.${value}`) }))}
        />
      </div>
      <FlagField path={`${path}.required`} label={t('category.mustAnswer')} />
      {type === 'choice' && (
        <Ordered path={`${path}.choices`} one={t('category.option')} make={emptyChoice}>
          {(option) => (
            <div className="draft-fields">
              <WordsField path={`${option}.label`} label={t('category.option')} />
              <TextField path={`${option}.value`} label={t('category.value')} />
            </div>
          )}
        </Ordered>
      )}
    </>
  );
}
