import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgencies } from '../../api/catalog.ts';
import { api, brought } from '../../api/client.ts';
import type { Me } from '../../api/me.ts';
import type { CaseView } from '../../case/use-case.ts';
import type { Draft } from '../../common/drafts.ts';
import { moment } from '../../common/moments.ts';
import { inWords } from '../../words.ts';
import { beforeOf, Photos } from '../case/answers.tsx';
import { useColleagues } from '../people.ts';
import { TakePhotos } from '../photos/take-photos.tsx';
import { returnsLeft, type ActionName } from './actions.ts';
import { Choose, Pick, typed, Words, type Typing } from './fields.tsx';

export interface FormProps {
  view: CaseView;
  me: Me;
  number: number | undefined;
  typing: Typing;
}

/** A form for one command: what is asked, the least of each text, and what is sent. */
export interface Form {
  Fields: ComponentType<FormProps>;
  /** The fewest characters of what has to be written; 1 for what has to be chosen. */
  needs: Record<string, number>;
  body: (draft: Draft, number: number | undefined, evidence: string[]) => object;
}

const text = ({ fields }: Draft) => fields['text'] ?? '';

/** Absent where nothing was said. */
const said = (draft: Draft, name: string) => {
  const written = typed(draft, name).trim();
  return written === '' ? {} : { [name]: written };
};

function Officer({ typing, me, view }: FormProps) {
  const { t } = useTranslation('agency');
  const { people } = useColleagues();
  const choices = people
    .filter(({ leaving, agency, id }) => !leaving && agency === me.agency && id !== view.officer)
    .toSorted((a, b) => Number(b.id === me.id) - Number(a.id === me.id))
    .map(({ id, name, role, openCases }) => ({
      value: id,
      label: id === me.id ? t('people.self', { name }) : name,
      hint: t('people.load', { role: t(`frame:role.${role}`), n: openCases }),
    }));
  return <Choose typing={typing} name="officer" choices={choices} />;
}

function HandOver(props: FormProps) {
  return (
    <>
      <Officer {...props} />
      <Words typing={props.typing} name="text" max={1000} required={false} />
    </>
  );
}

const grounds = ['not_competent', 'wrong_area', 'duplicate', 'not_clear'] as const;

function Return({ typing, view, me }: FormProps) {
  const { t } = useTranslation('agency');
  const limit = view.clocks.findLast(
    ({ kind, unit }) => kind === 'acceptance' && unit === view.lead,
  )?.dueAt;
  const ground = typed(typing.draft, 'ground');
  const needed = ground === 'not_competent' || ground === 'wrong_area';
  return (
    <>
      <ul className="explains">
        <li>{t('return.what')}</li>
        <li>{t('return.left', { n: returnsLeft(view) })}</li>
        {limit && <li>{t('return.until', { at: moment(limit) })}</li>}
      </ul>
      <Choose
        typing={typing}
        name="ground"
        choices={grounds.map((one) => ({ value: one, label: t(`ground.${one}`) }))}
      />
      <Agency typing={typing} name="proposed" required={needed} without={me.agency} />
      <Words typing={typing} name="text" max={2000} />
    </>
  );
}

interface AgencyProps {
  typing: Typing;
  name: string;
  required?: boolean;
  without: string | null;
}

function Agency({ typing, name, required, without }: AgencyProps) {
  const { data: agencies = [] } = useAgencies();
  const choices = agencies
    .filter(({ code }) => code !== without)
    .map((one) => ({ value: one.code, label: inWords(one.name) }));
  return <Pick typing={typing} name={name} choices={choices} required={required} />;
}

function Answer({ typing, view }: FormProps) {
  const { t } = useTranslation('agency');
  const before = beforeOf(view);
  return (
    <>
      <Words typing={typing} name="finding" max={4000} hint={t('hint.finding')} />
      <Words typing={typing} name="done" max={4000} hint={t('hint.done')} />
      <div className="before-after">
        {before.length > 0 && <Photos of={view} photos={before} title={t('photos.before')} />}
        <TakePhotos photos={typing.draft.photos} change={typing.change} />
      </div>
      <Words typing={typing} name="basis" max={1000} rows={1} required={false} />
    </>
  );
}

function Extension({ typing, view }: FormProps) {
  const { t } = useTranslation('agency');
  const { data: terms } = useQuery({
    queryKey: ['case', view.id, 'extension'],
    queryFn: () =>
      brought(api.GET('/api/cases/{id}/extension', { params: { path: { id: view.id } } })),
  });
  if (!terms) return null;
  return (
    <>
      <ul className="explains">
        <li>{t('extension.promise', { at: moment(terms.dueAt) })}</li>
        <li>{t('extension.latest', { at: moment(terms.latest) })}</li>
        <li>{t('extension.times', { used: terms.used, max: terms.max })}</li>
        {terms.over && <li className="sent-back">{t('extension.over')}</li>}
      </ul>
      <Choose
        typing={typing}
        name="until"
        choices={terms.choices.map((at) => ({ value: at, label: moment(at) }))}
      />
      <Words typing={typing} name="text" max={2000} />
    </>
  );
}

function PartAnswer({ typing }: FormProps) {
  return (
    <>
      <Words typing={typing} name="text" max={4000} rows={4} />
      <TakePhotos photos={typing.draft.photos} change={typing.change} />
    </>
  );
}

function NewPart({ typing, me }: FormProps) {
  return (
    <>
      <Agency typing={typing} name="agency" without={me.agency} />
      <Words typing={typing} name="task" max={1000} />
    </>
  );
}

const oneText = (max: number): Form['Fields'] =>
  function OneText({ typing }) {
    return <Words typing={typing} name="text" max={max} rows={4} />;
  };

const Reason: Form['Fields'] = ({ typing }) => <Words typing={typing} name="reason" max={1000} />;

export const forms: Record<ActionName, Form> = {
  accept: {
    Fields: Officer,
    needs: { officer: 1 },
    body: (draft) => ({ officer: typed(draft, 'officer') }),
  },
  answer: {
    Fields: Answer,
    needs: { finding: 5, done: 5 },
    body: (draft, _, evidence) => ({
      finding: typed(draft, 'finding'),
      done: typed(draft, 'done'),
      ...said(draft, 'basis'),
      evidence,
    }),
  },
  ask: {
    Fields: oneText(2000),
    needs: { text: 5 },
    body: (draft) => ({ text: text(draft) }),
  },
  note: { Fields: oneText(4000), needs: { text: 1 }, body: (draft) => ({ text: text(draft) }) },
  ask_extension: {
    Fields: Extension,
    needs: { until: 1, text: 10 },
    body: (draft) => ({ until: typed(draft, 'until'), text: text(draft) }),
  },
  hand_over: {
    Fields: HandOver,
    needs: { officer: 1 },
    body: (draft) => ({ officer: typed(draft, 'officer'), ...said(draft, 'text') }),
  },
  return: {
    Fields: Return,
    needs: { ground: 1, text: 10 },
    body: (draft) => ({
      ground: typed(draft, 'ground'),
      ...said(draft, 'proposed'),
      text: text(draft),
    }),
  },
  answer_urging: {
    Fields: oneText(5000),
    needs: { text: 1 },
    body: (draft, number) => ({ number, text: text(draft) }),
  },
  accept_part: {
    Fields: Officer,
    needs: { officer: 1 },
    body: (draft, number) => ({ number, officer: typed(draft, 'officer') }),
  },
  answer_part: {
    Fields: PartAnswer,
    needs: { text: 5 },
    body: (draft, number, evidence) => ({ number, text: text(draft), evidence }),
  },
  return_part: {
    Fields: oneText(2000),
    needs: { text: 10 },
    body: (draft, number) => ({ number, text: text(draft) }),
  },
  add_part: {
    Fields: NewPart,
    needs: { agency: 1, task: 5 },
    body: (draft) => ({ agency: typed(draft, 'agency'), task: typed(draft, 'task') }),
  },
  withdraw_part: {
    Fields: oneText(1000),
    needs: { text: 5 },
    body: (draft, number) => ({ number, text: text(draft) }),
  },
  reveal: {
    Fields: Reason,
    needs: { reason: 10 },
    body: (draft) => ({ reason: typed(draft, 'reason') }),
  },
};
