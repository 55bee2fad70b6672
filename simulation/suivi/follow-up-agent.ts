import { outboundRoutes, routes } from '../../contracts/routes.ts';
import type { Given } from '../../domain/questionnaire/given.ts';
import { screenOf } from '../../domain/questionnaire/screen.ts';
import { deriveUuid } from '../../local/kernel/random.ts';
import { softphone } from '../local-centre.ts';
import type { LivedTalk } from './suivi-diary.ts';
import type { LineTalk, SuiviWorld } from './suivi-world.ts';

const minute = 60_000;
/** What the agent hears and says before either knows what the call is about. */
const openingMs = 2_000;
const busyWork = { scheme: 'NON_QUALIFIE', motive: 'RAPPEL_SUIVI' } as const;

/** One working day of an agent: epoch milliseconds. */
export interface AgentDay {
  readonly from: number;
  readonly to: number;
  readonly breaks: readonly { readonly at: number; readonly minutes: number; readonly status: 'Pause' | 'Déjeuner' }[];
}

interface OnCall {
  readonly contactId: string;
  readonly attemptId: string;
  readonly line?: LineTalk;
  readonly talk?: LivedTalk;
}

/** An agent of the follow-up: calls come by themselves; the questionnaire is passed and the call written up through the API of the desk (ARS-06). */
export class FollowUpAgent {
  readonly #world: SuiviWorld;
  readonly #username: string;
  readonly #softphone: ReturnType<typeof softphone>;
  #wanted = 'Offline';
  #call: OnCall | undefined;

  constructor(world: SuiviWorld, username: string) {
    this.#world = world;
    this.#username = username;
    this.#softphone = softphone(world.cloud.connect, username);
    this.#softphone.on((event) => {
      switch (event.type) {
        case 'offered':
          this.#call = { contactId: event.contactId, attemptId: event.attributes['attemptId'] ?? '' };
          break;
        case 'connected':
          this.#connected();
          break;
        case 'missed':
          this.#call = undefined;
          this.#later('missed', 20_000, () => this.#softphone.setStatus(this.#wanted));
          break;
        case 'after-call-work':
          this.#wrapUp();
          break;
        case 'cleared':
          this.#call = undefined;
          if (this.#wanted !== 'Available') this.#softphone.setStatus(this.#wanted);
          break;
      }
    });
  }

  work({ from, to, breaks }: AgentDay): void {
    const { kernel } = this.#world.cloud;
    const lane = `agent/${this.#username}/day`;
    kernel.at(from, lane, () => this.#want('Available'));
    for (const { at, minutes, status } of breaks) {
      kernel.at(at, lane, () => this.#want(status));
      kernel.at(at + minutes * minute, lane, () => this.#want('Available'));
    }
    kernel.at(to, lane, () => this.#want('Offline'));
  }

  #want(status: string): void {
    this.#wanted = status;
    if (this.#call === undefined) this.#softphone.setStatus(status);
  }

  #later(occasion: string, ms: number, task: () => void | Promise<void>): void {
    this.#world.cloud.kernel.after(ms, `agent/${this.#username}/${occasion}`, task);
  }

  /** Whatever is said reaches the agent once both are on the line. */
  #connected(): void {
    const offered = this.#call;
    if (offered === undefined) return;
    const { contactId, attemptId } = offered;
    this.#later(contactId, openingMs, () => {
      const { onTheLine, diary, cloud } = this.#world;
      const line = onTheLine.get(this.#username);
      onTheLine.delete(this.#username);
      if (line === undefined || this.#call !== offered) return this.#softphone.hangUp();
      const talk: LivedTalk = { agent: this.#username, contactId, attemptId, from: cloud.kernel.iso() };
      diary.talks.push(talk);
      const call = { contactId, attemptId, line, talk };
      this.#call = call;
      return this.#talk(call);
    });
  }

  async #talk(call: Required<OnCall>): Promise<void> {
    const { contactId, attemptId, line } = call;
    if (line.says !== 'answers' || attemptId === '') {
      const end = line.says === 'hangs-up' ? () => line.hangUp() : () => this.#softphone.hangUp();
      this.#later(contactId, line.talkSeconds * 1000, end);
      return;
    }
    const { browser, programme } = this.#world;
    const path = outboundRoutes.questionnaire.path.replace('{programme}', programme).replace('{attemptId}', attemptId);
    const shown = membersOf(await browser.call(this.#username, path, undefined, `questionnaire/${contactId}/shown`));
    const told = this.#asked(line, shown);
    this.#later(contactId, line.talkSeconds * 1000, async () => {
      if (this.#call?.contactId !== contactId) return;
      if (shown['state'] !== 'complete') {
        const body = {
          clientId: deriveUuid('answers', contactId),
          revision: Number(shown['revision']),
          respondent: respondentOf(line),
          adviceSaid: true,
          answers: told,
          contactId,
        };
        const saved = await browser.call(this.#username, path, body, `questionnaire/${contactId}/told`);
        if (membersOf(saved)['state'] === 'complete') call.talk.passed = true;
      }
      this.#softphone.hangUp();
    });
  }

  /** The words are said from what the desk shows: the questionnaire, what the file says of the person, the answers of an earlier call. */
  #asked(line: LineTalk, shown: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
    const id = membersOf(shown['questionnaire'])['id'];
    const questionnaire = this.#world.questionnaires.find((one) => one.id === id);
    if (questionnaire === undefined) throw new Error(`The desk shows questionnaire ${String(id)}, which nobody has`);
    const { person } = line;
    const facts = {
      statut: person.status,
      departement: person.postcode.slice(0, 2),
      mineur: person.minor ? 'oui' : 'non',
    };
    const answered = Array.isArray(shown['answered']) ? shown['answered'].map(membersOf) : [];
    const before = Object.fromEntries(answered.map(({ question, answer }) => [String(question), String(answer)]));
    const told: Record<string, string> = {};
    let given: Given = {
      respondent: respondentOf(line),
      adviceSaid: true,
      answers: { ...before, ...facts },
      known: Object.keys(facts),
    };
    for (;;) {
      const screen = screenOf(questionnaire, given, 'agent');
      if (screen.type !== 'question') return told;
      const code = line.answer(
        screen.question,
        screen.choices.map((choice) => choice.code),
      );
      told[screen.question] = code;
      given = { ...given, answers: { ...given.answers, [screen.question]: code } };
    }
  }

  #wrapUp(): void {
    const call = this.#call;
    if (call === undefined) return;
    const seconds = call.line?.wrapUpSeconds ?? 5;
    this.#later(call.contactId, seconds * 800, () => this.#write(call));
    this.#later(call.contactId, seconds * 1000, () => {
      if (this.#call === call) this.#softphone.completeAfterCallWork();
    });
  }

  async #write({ contactId, attemptId, line, talk }: OnCall): Promise<void> {
    if (talk === undefined || line === undefined) return;
    const { browser, programme, cloud } = this.#world;
    const path = routes.wrapUp.path.replace('{programme}', programme).replace('{contactId}', contactId);
    if (attemptId === '') {
      await browser.call(
        this.#username,
        path,
        { clientId: deriveUuid('wrap-up', contactId), ...busyWork },
        `wrap-up/${contactId}`,
      );
      return;
    }
    const disposition = dispositionOf(line, talk);
    const askedFor = new Date(cloud.kernel.now() + 120 * minute).toISOString();
    const body = { attemptId, disposition, ...(disposition === 'call-later' ? { askedFor } : {}) };
    await browser.call(this.#username, path, body, `wrap-up/${contactId}`);
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

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
