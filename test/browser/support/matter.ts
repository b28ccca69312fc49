import { answer, caseIdOf, streetLight } from '../../world/complaints.js';
import type { World } from '../../world/world.js';
import { png } from '../../stories/support/files.js';

/** A street light that somebody reported, and what staff do with it. */
export class Matter {
  private constructor(
    private readonly world: World,
    readonly code: string,
    readonly id: string,
  ) {}

  static async filed(world: World, changes: Record<string, unknown> = {}): Promise<Matter> {
    const { code } = await world.anyone.files(streetLight(changes));
    return new Matter(world, code, await caseIdOf(world, code));
  }

  get path(): string {
    return `/follow/${this.code}`;
  }

  /** The head of the agency that leads. */
  async head() {
    const { lead } = await (await this.world.operator()).sees(this.id);
    return { head: await this.world.head(lead ?? ''), lead: lead ?? '' };
  }

  async accepted(): Promise<this> {
    const { head, lead } = await this.head();
    await head.does(this.id, 'accept', { officer: await this.world.officerOf(lead) });
    return this;
  }

  async asked(text = 'Cột đèn số mấy ạ?'): Promise<this> {
    const { head } = await this.head();
    await head.does(this.id, 'ask', { text });
    return this;
  }

  /** Answered with a photo, and published. */
  async resolved(): Promise<this> {
    await this.accepted();
    const { head } = await this.head();
    const { version } = await head.sees(this.id);
    await head
      .uploads(`/api/cases/${this.id}/attachments`, png, 'sau.png')
      .set('if-match', `"${version}"`)
      .expect(200);
    const { attachments } = await head.sees(this.id);
    await head.does(this.id, 'answer', { ...answer, evidence: attachments.map(({ id }) => id) });
    await (await this.world.operator()).does(this.id, 'publish', {});
    return this;
  }

  async rejected(): Promise<this> {
    await (
      await this.world.operator()
    ).does(this.id, 'reject', {
      reason: 'out_of_scope',
      text: 'Việc này không thuộc dịch vụ của thành phố.',
    });
    return this;
  }

  async status(): Promise<string> {
    return (await (await this.world.operator()).sees(this.id)).status;
  }
}
