import { outboundRoutes } from '../../contracts/outbound-routes.ts';
import { routes } from '../../contracts/routes.ts';
import type { Given } from '../../domain/questionnaire/given.ts';
import { deriveUuid } from '../../local/kernel/random.ts';
import { DeskAgent } from '../desk-agent.ts';
import { membersOf, readDesk, saidAnswers } from '../said-answers.ts';
import type { LivedTalk } from './suivi-diary.ts';
import type { LineTalk, SuiviWorld } from './suivi-world.ts';

const minute = 60_000;
const busyWork = { scheme: 'NON_QUALIFIE', motive: 'RAPPEL_SUIVI' } as const;

interface OnCall {
  readonly contactId: string;
  readonly attemptId: string;
  readonly line?: LineTalk;
  readonly talk?: LivedTalk;
}

/** An agent of the follow-up: calls come by themselves; the questionnaire is passed and the call written up through the API of the desk (ARS-06). */
export class FollowUpAgent extends DeskAgent<SuiviWorld, LineTalk, OnCall> {
  constructor(world: SuiviWorld, username: string) {
    super(world, username, 'agent');
  }

  protected override offered(contactId: string, attributes: Readonly<Record<string, string>>): OnCall {
    return { contactId, attemptId: attributes['attemptId'] ?? '' };
  }

  protected override talk({ contactId, attemptId }: OnCall, line: LineTalk): Promise<void> {
    const { diary, cloud } = this.world;
    const talk: LivedTalk = { agent: this.username, contactId, attemptId, from: cloud.kernel.iso() };
    diary.talks.push(talk);
    const call = { contactId, attemptId, line, talk };
    this.call = call;
    return this.#talk(call);
  }

  protected override wrapUpSeconds({ line }: OnCall): number {
    return line?.wrapUpSeconds ?? 5;
  }

  async #talk(call: Required<OnCall>): Promise<void> {
    const { contactId, attemptId, line } = call;
    if (line.says !== 'answers' || attemptId === '') {
      const end = line.says === 'hangs-up' ? () => line.hangUp() : () => this.softphone.hangUp();
      this.later(contactId, line.talkSeconds * 1000, end);
      return;
    }
    const { browser, programme } = this.world;
    const path = outboundRoutes.questionnaire.path.replace('{programme}', programme).replace('{attemptId}', attemptId);
    const shown = readDesk(await browser.call(this.username, path, undefined, `questionnaire/${contactId}/shown`));
    const told = this.#asked(line, shown);
    this.later(contactId, line.talkSeconds * 1000, async () => {
      if (this.call?.contactId !== contactId) return;
      if (!shown.isComplete) {
        const body = {
          clientId: deriveUuid('answers', contactId),
          revision: shown.revision,
          respondent: respondentOf(line),
          adviceSaid: true,
          answers: told,
          contactId,
        };
        const saved = await browser.call(this.username, path, body, `questionnaire/${contactId}/told`);
        if (membersOf(saved)['state'] === 'complete') call.talk.passed = true;
      }
      this.softphone.hangUp();
    });
  }

  /** The words are said from what the desk shows: the questionnaire, what the file says of the person, the answers of an earlier call. */
  #asked(line: LineTalk, { questionnaireId, answers }: ReturnType<typeof readDesk>): Readonly<Record<string, string>> {
    const questionnaire = this.world.questionnaires.find(({ id }) => id === questionnaireId);
    if (questionnaire === undefined)
      throw new Error(`The desk shows questionnaire ${questionnaireId}, which nobody has`);
    const { person } = line;
    const facts = {
      statut: person.status,
      departement: person.postcode.slice(0, 2),
      mineur: person.minor ? 'oui' : 'non',
    };
    const given: Given = {
      respondent: respondentOf(line),
      adviceSaid: true,
      answers: { ...answers, ...facts },
      known: Object.keys(facts),
    };
    return saidAnswers(questionnaire, given, (question, codes) => line.answer(question, codes)).told;
  }

  protected override async write({ contactId, attemptId, line, talk }: OnCall): Promise<void> {
    if (talk === undefined || line === undefined) return;
    const { browser, programme, cloud } = this.world;
    const path = routes.wrapUp.path.replace('{programme}', programme).replace('{contactId}', contactId);
    if (attemptId === '') {
      await browser.call(
        this.username,
        path,
        { clientId: deriveUuid('wrap-up', contactId), ...busyWork },
        `wrap-up/${contactId}`,
      );
      return;
    }
    const disposition = dispositionOf(line, talk);
    const askedFor = new Date(cloud.kernel.now() + 120 * minute).toISOString();
    const body = { attemptId, disposition, ...(disposition === 'call-later' ? { askedFor } : {}) };
    await browser.call(this.username, path, body, `wrap-up/${contactId}`);
    talk.disposition = disposition;
  }
}

const respondentOf = ({ person }: LineTalk): 'person' | 'relative' => (person.minor ? 'relative' : 'person');

function dispositionOf({ says, person }: LineTalk, talk: LivedTalk): string {
  switch (says) {
    case 'answers':
      return talk.passed !== true ? 'partial' : person.minor ? 'helper-answered' : 'complete';
    case 'hangs-up':
      return 'partial';
    case 'call-later':
      return 'call-later';
    case 'machine':
      return 'voicemail';
  }
}
