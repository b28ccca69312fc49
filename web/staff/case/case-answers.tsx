import './words.ts';
import { useTranslation } from 'react-i18next';
import { useCategories } from '../api/catalog.ts';
import { moment } from '../common/moments.ts';
import { inWords } from '../words.ts';
import type { CaseView } from './use-case.ts';
import './case.css';

/** What the category asks, and what the filer has said to it. */
export function CaseAnswers({ view }: { view: CaseView }) {
  const { t } = useTranslation('case');
  const { data: categories } = useCategories();
  const questions = categories?.find(({ code }) => code === view.category)?.questions ?? [];
  const answered = Object.entries(view.answers);
  if (answered.length === 0) return null;
  return (
    <section aria-label={t('answers.title')}>
      <dl className="case-facts case-answers">
        {answered.map(([key, given]) => {
          const question = questions.find((one) => one.key === key);
          return (
            <div key={key} className="case-fact">
              {/* Of a category that it had before: what was asked then is not known any more. */}
              <dt>{question ? inWords(question.label) : t('answers.before')}</dt>
              <dd>{shown(question, given)}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

type Question = NonNullable<ReturnType<typeof useCategories>['data']>[number]['questions'][number];

function shown(question: Question | undefined, given: unknown): string {
  const value = String(given);
  if (question?.type === 'datetime') return moment(value);
  const choice = question?.choices?.find((one) => one.value === value);
  return choice ? inWords(choice.label) : value;
}
