import { laneRandom } from '../../local/kernel/random.ts';
import { drawnAnswers } from './drawn-answers.ts';
import type { FollowedPerson, SmsHabit } from './followed-person.ts';
import { habitOf } from './population.ts';
import type { SuiviWorld } from './suivi-world.ts';
import { questionOn, SurveyClient, type SurveyPage } from './survey-client.ts';

const minute = 60_000;
/** Most people look at an SMS within the quarter of an hour, some in the evening. */
const readingMinutes = 14;
const mostScreens = 30;

/** Each person reads the SMS that come to their mobile, and does with them what they do (ARS-02, -03). */
export function installReaders(world: SuiviWorld, people: readonly FollowedPerson[]): void {
  for (const person of people) {
    const [mobile] = person.phones.filter(({ kind }) => kind === 'mobile');
    if (mobile === undefined) continue;
    if (mobile.isDead) world.cloud.sms.setPhone(mobile.number, { kind: 'dead' });
    let nth = 0;
    world.cloud.sms.onMessage(mobile.number, ({ messageId, body }) => {
      nth += 1;
      const { kernel } = world.cloud;
      world.diary.messages.push({ messageId, number: mobile.number, at: kernel.iso(), text: body });
      const habit = habitOf(world.seed, person, nth);
      const link = /https?:\/\/\S+/.exec(body)?.[0];
      if (link === undefined || habit.type === 'silent') return;
      const lane = `followed/${person.index}/sms/${nth}`;
      const after = laneRandom(world.seed, `${lane}/read`).logNormal(readingMinutes * minute, 1.1);
      kernel.after(after, lane, () => new Reader(world, person, { number: mobile.number, link, habit, lane }).read());
    });
  }
}

interface Received {
  readonly number: string;
  readonly link: string;
  readonly habit: SmsHabit;
  readonly lane: string;
}

/** Somebody with an SMS open on their phone. A page a few seconds, as people read. */
class Reader {
  readonly #world: SuiviWorld;
  readonly #person: FollowedPerson;
  readonly #received: Received;
  readonly #client: SurveyClient;

  constructor(world: SuiviWorld, person: FollowedPerson, received: Received) {
    this.#world = world;
    this.#person = person;
    this.#received = received;
    this.#client = new SurveyClient(world.cloud, received.lane);
  }

  async read(): Promise<void> {
    const { link, habit, number } = this.#received;
    const { diary, cloud } = this.#world;
    if (habit.type === 'prefers-call' || habit.type === 'stops') {
      const action = `${link}/${habit.type === 'stops' ? 'stop' : 'rappel'}`;
      const page = await this.#client.open(action);
      // The link of an SMS is closed once its time is over.
      if (page.status === 404) return;
      const { status } = await this.#client.submit(action, {});
      if (status >= 400) throw new Error(`${number}: ${action} was answered ${status}`);
      diary.wishes.push({ number, at: cloud.kernel.iso(), wish: habit.type === 'stops' ? 'stop' : 'called' });
      return;
    }
    const page = await this.#client.open(link);
    if (page.status !== 404) this.#identify(habit.type === 'answers' ? habit.mistypes : 0);
  }

  #later(task: () => Promise<void>): void {
    const { kernel } = this.#world.cloud;
    const { lane } = this.#received;
    kernel.after(laneRandom(this.#world.seed, `${lane}/${kernel.now()}`).integer(4_000, 16_000), lane, task);
  }

  #identify(mistypes: number): void {
    this.#later(async () => {
      const [year = '', month = '', day = ''] = this.#person.birthDate.split('-');
      const naissance = mistypes > 0 ? `${day}/${month}/${Number(year) - 1}` : `${day}/${month}/${year}`;
      const page = await this.#client.submit(this.#received.link, { naissance });
      if (mistypes > 0) return this.#identify(mistypes - 1);
      if (page.status >= 400) return;
      this.#answer(page, drawnAnswers(laneRandom(this.#world.seed, `${this.#received.lane}/answers`)), 0);
    });
  }

  /** One screen after the other, until the page asks nothing more. */
  #answer(page: SurveyPage, choose: (question: string, codes: readonly string[]) => string, screens: number): void {
    const { habit, number, link } = this.#received;
    const question = questionOn(page);
    if (question === undefined) {
      // Passed in a call meanwhile, the page only says thank you.
      if (screens > 0) this.#world.diary.answers.push({ number, link, at: this.#world.cloud.kernel.iso() });
      return;
    }
    if (habit.type === 'gives-up' && screens >= 2) return;
    if (screens > mostScreens) throw new Error(`${number}: a questionnaire of more than ${mostScreens} screens`);
    this.#later(async () => {
      const { action, hidden, name, choices } = question;
      const chosen = choices.length === 1 ? (choices[0] ?? '') : choose(name, choices);
      const next = await this.#client.submit(action, { ...hidden, [name]: chosen });
      // A call may have ended the questionnaire meanwhile: the page says so.
      if (next.status < 400) this.#answer(next, choose, screens + 1);
    });
  }
}
