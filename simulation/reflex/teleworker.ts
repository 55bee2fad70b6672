import { outboundRoutes } from '../../contracts/outbound-routes.ts';
import { routes } from '../../contracts/routes.ts';
import type { Given } from '../../domain/questionnaire/given.ts';
import { deriveUuid, laneRandom } from '../../local/kernel/random.ts';
import { DeskAgent } from '../desk-agent.ts';
import { membersOf, readDesk, saidAnswers } from '../said-answers.ts';
import type { Conversation } from './conversation.ts';
import type { LivedTalk } from './reflex-diary.ts';
import type { ReflexWorld } from './reflex-world.ts';

const minute = 60_000;

interface OnCall {
  readonly contactId: string;
  readonly attributes: Readonly<Record<string, string>>;
  talk?: LivedTalk;
  conversation?: Conversation;
}

/**
 * An agent at home (REFLEX-26): calls come by themselves, the desk shows whom they are for; the agent passes the questionnaire, writes what came of the
 * call, and goes on break between two calls.
 */
export class Teleworker extends DeskAgent<ReflexWorld, Conversation, OnCall> {
  constructor(world: ReflexWorld, username: string) {
    super(world, username, 'teleworker');
  }

  protected override offered(contactId: string, attributes: Readonly<Record<string, string>>): OnCall {
    return { contactId, attributes };
  }

  protected override talk(call: OnCall, conversation: Conversation): Promise<void> {
    const { nature, ringBackId = '', recipientId = '' } = call.attributes;
    // A callback has an attempt too, which is not of the campaign: whoever rang and was not answered is called as any caller is.
    const attemptId = nature === 'campaign' ? (call.attributes['attemptId'] ?? '') : '';
    const named = attemptId || ringBackId;
    const talk: LivedTalk = {
      agent: this.username,
      contactId: call.contactId,
      ...(named === '' ? {} : { attemptId: named, recipientId }),
      ringBack: attemptId === '' && ringBackId !== '',
      from: this.world.cloud.kernel.iso(),
      referrals: [],
    };
    this.world.diary.talks.push(talk);
    Object.assign(call, { talk, conversation });
    return this.#talk(call.contactId, talk, conversation);
  }

  protected override wrapUpSeconds({ conversation }: OnCall): number {
    return conversation?.wrapUpSeconds ?? 5;
  }

  async #talk(
    contactId: string,
    talk: LivedTalk,
    { purpose, talkSeconds, answer, hangUp }: Conversation,
  ): Promise<void> {
    if (purpose.type === 'says' || talk.attemptId === undefined) {
      this.later(contactId, talkSeconds * 1000, () => this.softphone.hangUp());
      return;
    }
    const { questionnaire, browser, programme } = this.world;
    const path = outboundRoutes.questionnaire.path
      .replace('{programme}', programme)
      .replace('{attemptId}', talk.attemptId);
    const shown = await browser.call(this.username, path, undefined, `questionnaire/${contactId}/shown`);
    const before = readDesk(shown);
    if (this.#isEmergency(contactId)) {
      const body = {
        clientId: deriveUuid('emergency', contactId),
        revision: before.revision,
        respondent: purpose.who,
        answers: {},
        emergency: true,
        contactId,
      };
      const pressed = await browser.call(this.username, path, body, `questionnaire/${contactId}/emergency`);
      talk.referrals.push(...readReferrals(pressed));
      // Stays on the line until help is there; the questions are for another day.
      this.later(contactId, talkSeconds * 1000, () => this.softphone.hangUp());
      return;
    }
    if (before.isComplete) {
      // The call that was promised: how they are since.
      talk.again = true;
      this.later(contactId, (talkSeconds / 3) * 1000, () => this.softphone.hangUp());
      return;
    }
    // The next words are said from what the desk shows: the questionnaire, and the answers of an earlier call.
    const given: Given = { respondent: purpose.who, adviceSaid: true, answers: before.answers };
    const { told, ended } = saidAnswers(questionnaire, given, answer, purpose.stopsAfter);
    const share = ended ? 1 : Object.keys(told).length / questionnaire.questions.length;
    this.later(contactId, talkSeconds * share * 1000, async () => {
      if (this.call?.contactId !== contactId) return;
      const body = {
        clientId: deriveUuid('answers', contactId),
        revision: before.revision,
        respondent: purpose.who,
        adviceSaid: true,
        answers: told,
        contactId,
        ...(ended ? {} : { leave: true }),
      };
      const saved = await browser.call(this.username, path, body, `questionnaire/${contactId}/told`);
      if (ended) Object.assign(talk, { passed: purpose.who, promised: membersOf(saved)['callback'] === true });
      talk.referrals.push(...readReferrals(saved));
      if (ended) this.softphone.hangUp();
      else hangUp();
    });
  }

  /** What is heard on the line calls for the red button (REFLEX-20), once in fifty conversations. */
  #isEmergency(contactId: string): boolean {
    return laneRandom(this.world.seed, `emergency/${contactId}`).chance(0.02);
  }

  protected override async write({ contactId, talk, conversation }: OnCall): Promise<void> {
    if (talk === undefined || conversation === undefined) return;
    const { browser, programme, cloud } = this.world;
    const path = routes.wrapUp.path.replace('{programme}', programme).replace('{contactId}', contactId);
    const disposition = talk.attemptId === undefined ? undefined : dispositionOf(talk, conversation);
    const body =
      disposition === undefined
        ? { clientId: deriveUuid('wrap-up', contactId), scheme: 'CANICULE', motive: 'RAPPEL_CAMPAGNE' }
        : { attemptId: talk.attemptId, disposition, ...this.#dates(conversation, contactId) };
    await browser.call(this.username, path, body, `wrap-up/${contactId}`);
    if (disposition !== undefined) talk.disposition = disposition;
    talk.writtenAt = cloud.kernel.iso();
  }

  #dates({ purpose }: Conversation, contactId: string): { readonly askedFor?: string; readonly absentUntil?: string } {
    if (purpose.type === 'answers') return {};
    const now = this.world.cloud.kernel.now();
    const { askedInMinutes, absentDays } = purpose;
    const random = laneRandom(this.world.seed, `dates/${contactId}`);
    return {
      ...(askedInMinutes === undefined ? {} : { askedFor: new Date(now + askedInMinutes * minute).toISOString() }),
      ...(absentDays === undefined
        ? {}
        : { absentUntil: new Date(now + (absentDays + random.next()) * 24 * 60 * minute).toISOString() }),
    };
  }
}

function dispositionOf(talk: LivedTalk, { purpose }: Conversation): string {
  if (purpose.type === 'says') return purpose.disposition;
  if (talk.passed === 'relative') return 'helper-answered';
  return talk.again === true || talk.passed === 'person' ? 'complete' : 'partial';
}

function readReferrals(view: unknown): { cell: string; level: string }[] {
  const { referrals } = membersOf(view);
  if (!Array.isArray(referrals)) return [];
  return referrals.map(membersOf).map(({ cell, level }) => ({ cell: String(cell), level: String(level) }));
}
