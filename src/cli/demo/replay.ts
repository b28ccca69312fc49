import { StartError } from '../../platform/config/start-error.js';
import { inParallel } from '../../platform/in-parallel.js';
import { Time } from '../../platform/time.js';
import { Adviser } from './adviser.js';
import { Cast } from './cast.js';
import { Client } from './client.js';
import { lifeOf, triage } from './lives.js';
import { Play, type Arrival, type Refusal, type Stage } from './play.js';
import { readSamples, type Sample } from './samples.js';
import { checkHeard, lineOf } from './story.js';
import { Watch } from './watch.js';

const IN_FLIGHT = 4;

/** What became of one sample; `failure` where the program did not keep its word. */
export interface Played {
  sample: Sample;
  line: string;
  arrival?: Arrival;
  /** The urgency, and the sort of the agency, that the program or the operator chose first. */
  urgency?: string;
  agencyType?: string | null;
  failure?: string;
}

export interface Replayed {
  played: Played[];
  /** Events that the socket told. */
  events: number;
}

/** Plays the city's samples against the program at `url`, a few at a time, and tells of each when it is through. */
export async function replay(
  url: string,
  cityDir: string,
  told: (line: string) => void,
  signal?: AbortSignal,
  time = new Time(),
): Promise<Replayed> {
  const cast = await Cast.of(url, cityDir, time);
  const { cookie } = await cast.operator();
  const watch = await Watch.open(url, cookie);
  try {
    const stage = { filer: new Client(url), cast, watch, adviser: await Adviser.of(cityDir) };
    const samples = await readSamples(cityDir);
    const played: Played[] = [];
    await inParallel([...samples.entries()], IN_FLIGHT, async ([turn, sample]) => {
      if (signal?.aborted) return;
      const one = await perform(sample, turn, stage);
      played.push(one);
      told(one.failure === undefined ? one.line : `${one.line} ✗ ${one.failure}`);
    });
    return { played, events: watch.count };
  } finally {
    watch.close();
  }
}

async function perform(sample: Sample, turn: number, stage: Stage): Promise<Played> {
  const play = new Play(sample, stage);
  try {
    const arrival = await play.file();
    if (typeof arrival === 'object') return refused(sample, arrival);
    const assigned = arrival === 'routed' || (await triage(play));
    const { urgency, lead } = await play.see();
    // The center itself has no head who could take a matter up.
    if (assigned && lead !== stage.adviser.center) await lifeOf(sample.id, turn)(play);
    const view = await play.see();
    checkHeard(play, view);
    const agencyType = lead === null ? null : stage.adviser.typeOf(lead);
    return { sample, arrival, urgency, agencyType, line: lineOf(play, view) };
  } catch (error) {
    if (error instanceof StartError) throw error;
    return { sample, line: sample.id, failure: (error as Error).message };
  }
}

const divertedTo: Record<string, string> = {
  divert_complaint: 'formal_complaint',
  divert_denunciation: 'denunciation',
};

/** The empty text is refused and the refusal names the field; khiếu nại and tố cáo are diverted; nothing else is. */
function refused(sample: Sample, arrival: Refusal): Played {
  const { status, code, fields, procedure } = arrival;
  const { action } = sample.expected;
  const line = `${sample.id} ${status} ${code}: ${procedure ?? fields.join(', ')}`;
  const asPromised =
    code === 'filing.diverted'
      ? procedure === divertedTo[action]
      : action === 'reject_empty' && status === 400 && fields.includes('text');
  return { sample, arrival, line, ...(!asPromised && { failure: 'bị từ chối / refused' }) };
}
