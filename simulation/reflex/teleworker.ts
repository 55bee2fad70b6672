import { outboundRoutes, routes } from '../../contracts/routes.ts';
import type { Given } from '../../domain/questionnaire/given.ts';
import { screenOf } from '../../domain/questionnaire/screen.ts';
import { deriveUuid, laneRandom } from '../../local/kernel/random.ts';
import { softphone } from '../local-centre.ts';
import type { Conversation } from './conversation.ts';
import type { LivedTalk } from './reflex-diary.ts';
import type { ReflexWorld } from './reflex-world.ts';

const minute = 60_000;
/** What the agent hears and says before either knows what the call is about. */
const openingMs = 2_000;

/** One working day of an agent at home: epoch milliseconds. */
export interface TeleworkDay {
  readonly from: number;
  readonly to: number;
  readonly breaks: readonly { readonly at: number; readonly minutes: number; readonly status: 'Pause' | 'Déjeuner' }[];
}

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
export class Teleworker {
  readonly #world: ReflexWorld;
  readonly #username: string;
  readonly #softphone: ReturnType<typeof softphone>;
  #wanted = 'Offline';
  #call: OnCall | undefined;

  constructor(world: ReflexWorld, username: string) {
    this.#world = world;
    this.#username = username;
    this.#softphone = softphone(world.cloud.connect, username);
    this.#softphone.on((event) => {
      switch (event.type) {
        case 'offered':
          this.#call = { contactId: event.contactId, attributes: event.attributes };
          break;
        case 'connected':
          this.#connected();
          break;
        case 'missed':
          this.#call = undefined;
          this.#later('missed', 20_000, () => this.#softphone.setStatus(this.#wanted));
          break;
        case 'after-call-work':
          this.#afterCallWork();
          break;
        case 'cleared':
          this.#call = undefined;
          if (this.#wanted !== 'Available') this.#softphone.setStatus(this.#wanted);
          break;
      }
    });
  }

  work({ from, to, breaks }: TeleworkDay): void {
    const { kernel } = this.#world.cloud;
    const lane = `teleworker/${this.#username}/day`;
    kernel.at(from, lane, () => this.#want('Available'));
    for (const { at, minutes, status } of breaks) {
      kernel.at(at, lane, () => this.#want(status));
      kernel.at(at + minutes * minute, lane, () => this.#want('Available'));
    }
    kernel.at(to, lane, () => this.#want('Offline'));
  }

  /** The line breaks, whatever is going on: nothing more is said, written or pressed. Back after a while. */
  vanish(minutes: number): void {
    this.#softphone.logout();
    this.#call = undefined;
    this.#world.onTheLine.delete(this.#username);
    this.#later('back', minutes * minute, () => {
      if (this.#wanted !== 'Offline') this.#softphone.setStatus(this.#wanted);
    });
  }

  #want(status: string): void {
    this.#wanted = status;
    if (this.#call === undefined) this.#softphone.setStatus(status);
  }

  #later(occasion: string, ms: number, task: () => void | Promise<void>): void {
    this.#world.cloud.kernel.after(ms, `teleworker/${this.#username}/${occasion}`, task);
  }

  /** Whatever is said reaches the agent once both are on the line. */
  #connected(): void {
    const call = this.#call;
    if (call === undefined) return;
    this.#later(call.contactId, openingMs, () => {
      const { onTheLine, diary, cloud } = this.#world;
      const conversation = onTheLine.get(this.#username);
      onTheLine.delete(this.#username);
      if (conversation === undefined || this.#call !== call) return this.#softphone.hangUp();
      const { attemptId = '', ringBackId = '', recipientId = '' } = call.attributes;
      const named = attemptId || ringBackId;
      const talk: LivedTalk = {
        agent: this.#username,
        contactId: call.contactId,
        ...(named === '' ? {} : { attemptId: named, recipientId }),
        ringBack: attemptId === '' && ringBackId !== '',
        from: cloud.kernel.iso(),
        referrals: [],
      };
      diary.talks.push(talk);
      Object.assign(call, { talk, conversation });
      return this.#talk(call.contactId, talk, conversation);
    });
  }

  async #talk(
    contactId: string,
    talk: LivedTalk,
    { purpose, talkSeconds, answer, hangUp }: Conversation,
  ): Promise<void> {
    if (purpose.type === 'says' || talk.attemptId === undefined) {
      this.#later(contactId, talkSeconds * 1000, () => this.#softphone.hangUp());
      return;
    }
    const { questionnaire, browser, programme } = this.#world;
    const path = outboundRoutes.questionnaire.path
      .replace('{programme}', programme)
      .replace('{attemptId}', talk.attemptId);
    const shown = await browser.call(this.#username, path, undefined, `questionnaire/${contactId}/shown`);
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
      const pressed = await browser.call(this.#username, path, body, `questionnaire/${contactId}/emergency`);
      talk.referrals.push(...readReferrals(pressed));
      // Stays on the line until help is there; the questions are for another day.
      this.#later(contactId, talkSeconds * 1000, () => this.#softphone.hangUp());
      return;
    }
    if (before.isComplete) {
      // The call that was promised: how they are since.
      talk.again = true;
      this.#later(contactId, (talkSeconds / 3) * 1000, () => this.#softphone.hangUp());
      return;
    }
    // The next words are said from what the desk shows: the questionnaire, and the answers of an earlier call.
    let given: Given = { respondent: purpose.who, adviceSaid: true, answers: before.answers };
    const told: Record<string, string> = {};
    let ended = false;
    const most = purpose.stopsAfter ?? Number.POSITIVE_INFINITY;
    while (Object.keys(told).length < most) {
      const screen = screenOf(questionnaire, given, 'agent');
      if (screen.type !== 'question') {
        ended = true;
        break;
      }
      const code = answer(
        screen.question,
        screen.choices.map((choice) => choice.code),
      );
      told[screen.question] = code;
      given = { ...given, answers: { ...given.answers, [screen.question]: code } };
    }
    const share = ended ? 1 : Object.keys(told).length / questionnaire.questions.length;
    this.#later(contactId, talkSeconds * share * 1000, async () => {
      if (this.#call?.contactId !== contactId) return;
      const body = {
        clientId: deriveUuid('answers', contactId),
        revision: before.revision,
        respondent: purpose.who,
        adviceSaid: true,
        answers: told,
        contactId,
        ...(ended ? {} : { leave: true }),
      };
      const saved = await browser.call(this.#username, path, body, `questionnaire/${contactId}/told`);
      if (ended) Object.assign(talk, { passed: purpose.who, promised: membersOf(saved)['callback'] === true });
      talk.referrals.push(...readReferrals(saved));
      if (ended) this.#softphone.hangUp();
      else hangUp();
    });
  }

  /** What is heard on the line calls for the red button (REFLEX-20), once in fifty conversations. */
  #isEmergency(contactId: string): boolean {
    return laneRandom(this.#world.seed, `emergency/${contactId}`).chance(0.02);
  }

  #afterCallWork(): void {
    const call = this.#call;
    if (call === undefined) return;
    const seconds = call.conversation?.wrapUpSeconds ?? 5;
    this.#later(call.contactId, seconds * 800, () => this.#write(call));
    this.#later(call.contactId, seconds * 1000, () => {
      if (this.#call === call) this.#softphone.completeAfterCallWork();
    });
  }

  async #write({ contactId, talk, conversation }: OnCall): Promise<void> {
    if (talk === undefined || conversation === undefined) return;
    const { browser, programme, cloud } = this.#world;
    const path = routes.wrapUp.path.replace('{programme}', programme).replace('{contactId}', contactId);
    const disposition = talk.attemptId === undefined ? undefined : dispositionOf(talk, conversation);
    const body =
      disposition === undefined
        ? { clientId: deriveUuid('wrap-up', contactId), scheme: 'CANICULE', motive: 'RAPPEL_CAMPAGNE' }
        : { attemptId: talk.attemptId, disposition, ...this.#dates(conversation, contactId) };
    await browser.call(this.#username, path, body, `wrap-up/${contactId}`);
    if (disposition !== undefined) talk.disposition = disposition;
    talk.writtenAt = cloud.kernel.iso();
  }

  #dates({ purpose }: Conversation, contactId: string): { readonly askedFor?: string; readonly absentUntil?: string } {
    if (purpose.type === 'answers') return {};
    const now = this.#world.cloud.kernel.now();
    const { askedInMinutes, absentDays } = purpose;
    const random = laneRandom(this.#world.seed, `dates/${contactId}`);
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

/** The state, revision and answers of a DeskView. */
function readDesk(view: unknown): {
  readonly isComplete: boolean;
  readonly revision: number;
  readonly answers: Readonly<Record<string, string>>;
} {
  const { revision, answered, state } = membersOf(view);
  const answers = Array.isArray(answered) ? answered.map(membersOf) : [];
  return {
    isComplete: state === 'complete',
    revision: Number(revision),
    answers: Object.fromEntries(answers.map(({ question, answer }) => [String(question), String(answer)])),
  };
}

function readReferrals(view: unknown): { cell: string; level: string }[] {
  const { referrals } = membersOf(view);
  if (!Array.isArray(referrals)) return [];
  return referrals.map(membersOf).map(({ cell, level }) => ({ cell: String(cell), level: String(level) }));
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
