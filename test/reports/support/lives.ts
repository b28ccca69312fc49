import { answer, caseIdOf, streetLight, unclear } from '../../world/complaints.js';
import type { World } from '../../world/world.js';
import { keepSignedIn } from '../../stories/support/events.js';

export interface Lived {
  id: string;
  code: string;
}

/** A month of a small city: kept, late, returned, reopened, rated, unclear, open; told from 10 March to 8 April 2026. */
export class Lives {
  private constructor(private readonly world: World) {}

  static async tell(world: World): Promise<Record<string, Lived>> {
    // Everybody signs in while the morning is young: codes follow the clock.
    await Promise.all([world.operator(), world.supervisor()]);
    await Promise.all(['lanh.dao', 'quan.sat'].map((login) => world.as(login)));
    await Promise.all(['HAPULICO', 'EVNHANOI', 'HSDC'].map((agency) => world.head(agency)));
    await keepSignedIn(world);
    return new Lives(world).month();
  }

  private at(moment: string) {
    this.world.time.set(`2026-${moment}+07:00`);
  }

  async files(changes: Record<string, unknown> = {}): Promise<Lived> {
    return this.filed(streetLight(changes));
  }

  private async filed(body: Record<string, unknown>): Promise<Lived> {
    const { code } = await this.world.anyone.files(body);
    return { code, id: await caseIdOf(this.world, code) };
  }

  private async accepts({ id }: Lived, agency = 'HAPULICO') {
    const officer = await this.world.officerOf(agency);
    await (await this.world.head(agency)).does(id, 'accept', { officer });
  }

  private async answers({ id }: Lived, agency = 'HAPULICO') {
    await (await this.world.head(agency)).does(id, 'answer', answer);
    await (await this.world.operator()).does(id, 'publish');
  }

  private async says({ code }: Lived, what: string, body: Record<string, unknown>) {
    await this.world.anyone.post(`/api/complaints/${code}/${what}`, body).expect(200);
  }

  private async month(): Promise<Record<string, Lived>> {
    const operator = await this.world.operator();
    this.at('03-10T09:00:00');
    const kept = await this.files();
    const late = await this.files({ place: { ward: '00256' } });
    const never = await this.files({ place: { ward: '00256' } });
    const returned = await this.files({ place: { ward: '00070' } });
    const vague = await this.filed(unclear());
    const rejected = await this.filed(unclear());
    await operator.does(rejected.id, 'reject', { reason: 'unclear', text: 'Không rõ việc gì.' });
    for (const one of [kept, late, never]) await this.accepts(one);
    await (
      await this.world.head('HAPULICO')
    ).does(returned.id, 'return', {
      ground: 'not_competent',
      proposed: 'EVNHANOI',
      text: 'Không thuộc đơn vị.',
    });
    this.at('03-11T10:00:00');
    await operator.does(returned.id, 'assign', { lead: 'EVNHANOI' });
    await this.accepts(returned, 'EVNHANOI');
    await this.answers(kept);
    await this.says(kept, 'rating', { score: 5 });

    this.at('03-20T10:00:00');
    await this.world.fireTimers();
    await this.answers(late);
    await this.says(late, 'rating', { score: 2, text: 'Chậm quá.' });
    await this.answers(returned, 'EVNHANOI');

    // Two sides of a midnight of the city, which is no midnight elsewhere.
    this.at('03-22T23:59:59');
    const eve = await this.files({ place: { ward: '00070' } });
    this.at('03-23T00:00:00');
    const morrow = await this.files({ place: { ward: '00070' } });
    this.at('03-23T09:00:00');
    for (const one of [eve, morrow]) await this.accepts(one);
    const many: Lived[] = [];
    for (let one = 0; one < 4; one += 1)
      many.push(await this.files({ place: { point: { lat: 21.03, lon: 105.85 + one / 500 } } }));
    for (const one of many) await this.accepts(one);
    this.at('03-24T15:00:00');
    for (const one of [eve, morrow, ...many.slice(0, 3)]) await this.answers(one);
    await this.says(eve, 'rating', { score: 4 });
    await this.says(morrow, 'reopen', { text: 'Đèn lại tắt ngay trong tối qua.' });
    this.at('04-08T10:00:00');
    await this.world.fireTimers();
    const [first, second, third, fourth] = many as [Lived, Lived, Lived, Lived];
    return {
      kept,
      late,
      never,
      returned,
      vague,
      rejected,
      eve,
      morrow,
      first,
      second,
      third,
      fourth,
    };
  }
}
