/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import { Categories, Contact, Emergency, Questions } from './about.tsx';
import { controlOf, emptyDraft, faultsOf, filingOf, type Draft, type Fault } from './draft.ts';
import type { Category, Facts } from './facts.ts';
import { dropDraft, keepDraft, keepPhotos, leave, onTheirWay, takeBack } from './kept.ts';
import type { Leaving, Photo } from './kept.ts';
import { Neighbours } from './neighbours.tsx';
import { TextArea, type Sheet } from './parts.tsx';
import { Photos } from './photos.tsx';
import { Place } from './place.tsx';
import type { Problem } from './problem.ts';
import { Guided, Outbox, Summary } from './told.tsx';
import { useNeighbours, useSuggestions } from './use-hints.ts';
import { useOnline } from './use-online.ts';
import { useOutbox } from './use-outbox.ts';

interface FilingProps {
  facts: Facts;
  first: Draft;
  firstPhotos: readonly Photo[];
  restored: boolean;
}

/** Now, as an input of local time takes it. */
const nowLocal = () => {
  const at = new Date();
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

/** What is asked when it was noticed was most often noticed now. */
function withMoments(draft: Draft, category: Category | undefined): Draft {
  const asked = category?.questions.filter(
    ({ key, type, required }) => type === 'datetime' && required && !draft.answers[key],
  );
  if (!asked?.length) return draft;
  const now = Object.fromEntries(asked.map(({ key }) => [key, nowLocal()]));
  return { ...draft, answers: { ...draft.answers, ...now } };
}

/** The whole filing on one page: kept at every change, sent once, also when the network comes back later. */
export function Filing({ facts, first, firstPhotos, restored }: FilingProps) {
  const [draft, setDraft] = useState(first);
  const [photos, setPhotos] = useState(firstPhotos);
  const [suggested, setSuggested] = useState<string[]>([]);
  const [wrong, setWrong] = useState({ faults: [] as Fault[], lead: '', tries: 0 });
  const [guided, setGuided] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [begun, setBegun] = useState(restored);
  const online = useOnline();
  const outbox = useOutbox();
  const neighbours = useNeighbours(draft);

  const say = (name: string) => facts.words[name] ?? name;
  const sheet: Sheet = { facts, say, faults: wrong.faults };
  const categoryOf = (code: string) => facts.categories.find((one) => one.code === code);
  const category = categoryOf(draft.category);

  const change = (changes: Partial<Draft>) =>
    setDraft((before) => {
      const next = { ...before, ...changes };
      return withMoments(next, categoryOf(next.category));
    });
  useEffect(() => void keepDraft(draft), [draft]);
  useEffect(() => void keepPhotos([...photos]), [photos]);
  useSuggestions(draft, (found) => {
    setSuggested(found.map(({ code }) => code));
    const [first] = found;
    setDraft((before) => {
      if (before.chosen) return before;
      const next = { ...before, category: first?.likely ? first.code : '' };
      return withMoments(next, categoryOf(next.category));
    });
  });

  const tell = (faults: Fault[], lead = '') =>
    setWrong(({ tries }) => ({ faults, lead, tries: tries + 1 }));
  const anew = () => {
    setDraft(emptyDraft());
    setPhotos([]);
    setSuggested([]);
    setBegun(false);
    setWrong({ faults: [], lead: '', tries: 0 });
  };

  const refused = async (entry: Leaving) => {
    await takeBack(entry);
    const { problem } = entry;
    const used = problem?.code === 'idempotency.other_request';
    if (entry.draft) setDraft(used ? { ...entry.draft, key: crypto.randomUUID() } : entry.draft);
    setPhotos(entry.photos);
    if (problem?.guidance) setGuided(problem);
    else
      tell(
        (problem?.errors ?? []).map((one) => ({
          id: controlOf(one.field),
          words: one[facts.language],
        })),
        used ? say('again') : (problem?.detail[facts.language] ?? ''),
      );
    await outbox.look();
  };

  const submit = async (given: Draft) => {
    const faults = faultsOf(given, facts);
    tell(faults);
    if (faults.length > 0) return;
    setBusy(true);
    const { key } = given;
    const { proof } = facts;
    const filing = filingOf(given, facts);
    await leave({ key, state: 'waiting', draft: given, photos: [...photos], filing, proof });
    await outbox.sendNow(key);
    const entry = (await onTheirWay()).find((one) => one.key === key);
    if (entry?.state === 'refused') await refused(entry);
    if (entry?.state === 'waiting') {
      anew();
      scrollTo({ top: 0 });
    }
    if (entry) setBusy(false);
  };

  if (guided) {
    const declare = (declared: string) => {
      const next = { ...draft, declared };
      setGuided(null);
      setDraft(next);
      void submit(next);
    };
    return <Guided sheet={sheet} problem={guided} declare={declare} back={() => setGuided(null)} />;
  }
  return (
    <>
      <Outbox
        sheet={sheet}
        entries={outbox.entries.filter(({ key }) => !busy || key !== draft.key)}
        flush={() => void outbox.send()}
        open={(entry) => void refused(entry)}
      />
      <h1>{say('ask')}</h1>
      {!online && (
        <p class="calm offline" role="status">
          {say('offline')}
        </p>
      )}
      {begun && (
        <p class="begun">
          {say('restored')}{' '}
          <button type="button" class="link" onClick={() => void dropDraft().then(anew)}>
            {say('clear')}
          </button>
        </p>
      )}
      <Summary sheet={sheet} lead={wrong.lead} tries={wrong.tries} />
      <form
        id="filing"
        noValidate
        aria-busy={busy}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void submit(draft);
        }}
      >
        <TextArea
          sheet={sheet}
          id="text"
          label={say('text')}
          hint={say('textHint')}
          placeholder={say('textSample')}
          rows={4}
          value={draft.text}
          onType={(text) => change({ text, declared: '' })}
        />
        <Emergency sheet={sheet} draft={draft} category={category} />
        <Categories sheet={sheet} draft={draft} change={change} suggested={suggested} />
        <Place sheet={sheet} draft={draft} change={change} category={category} />
        <Photos
          sheet={sheet}
          photos={photos}
          setPhotos={setPhotos}
          hasPoint={draft.point !== null}
          takePoint={(point) => change({ point, pointFromPhoto: true })}
        />
        <Neighbours sheet={sheet} draft={draft} found={neighbours} change={change} />
        <Questions sheet={sheet} draft={draft} change={change} category={category} />
        <Contact sheet={sheet} draft={draft} change={change} category={category} />
        <div class="actions send">
          <button type="submit" id="send" disabled={busy}>
            {say(busy ? 'sending' : 'send')}
          </button>
          <small role="status">{draft.text !== '' && say('saved')}</small>
        </div>
      </form>
    </>
  );
}
