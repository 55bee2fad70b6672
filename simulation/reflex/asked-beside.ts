import { outboundRoutes } from '../../contracts/outbound-routes.ts';
import { routes } from '../../contracts/routes.ts';
import type { LocalCloud } from '../../local/index.ts';
import { deriveUuid } from '../../local/kernel/random.ts';
import { reflex } from '../../programmes/reflex/programme.ts';
import { visitDesk } from '../desk-visit.ts';
import { sessionCookies } from '../session-cookies.ts';
import { memberOf } from './cell-on-duty.ts';
import { importRegister } from './import-register.ts';
import type { ReflexCycle } from './open-reflex.ts';
import { registerFile } from './register-file.ts';

const minute = 60_000;
const patience = 30;
const supervisor = 'superviseur';
/** The page says that somebody else came first, or that it is done already: after a failure that came late, it was oneself. */
const doneAlready = /was answered 4(04|09)/;

/**
 * What people of the desk, the City and its cells ask beside the calls. `rounds`: hours after the declaration at which they ask it all.
 */
export function askBeside(cycle: ReflexCycle, rounds: readonly number[] = [0]): void {
  for (const [index, hours] of rounds.entries()) {
    const asking = new Asking(cycle, hours, index === 0 ? 'asks' : `asks/${index}`);
    exercise(asking, rounds.length > 1 ? 110 : 300);
    readAndDraft(asking);
    changeRegister(asking, index);
    tellMore(asking);
  }
}

/** Who asks, when and where. */
class Asking {
  readonly cycle: ReflexCycle;
  readonly lane: string;
  readonly #start: number;

  constructor(cycle: ReflexCycle, hours: number, lane: string) {
    this.cycle = cycle;
    this.lane = lane;
    this.#start = Date.parse(cycle.declaredAt) + hours * 60 * minute;
  }

  get start(): number {
    return this.#start;
  }

  path(route: { readonly path: string }): string {
    const { programme, crisis } = this.cycle.world;
    return route.path.replace('{programme}', programme).replace('{crisis}', crisis).replace('{questionnaire}', crisis);
  }

  at(minutes: number, name: string, task: () => Promise<unknown>): void {
    const { cloud } = this.cycle.world;
    cloud.kernel.at(this.#start + minutes * minute, `${this.lane}/${name}`, async () => {
      try {
        await task();
      } catch (error) {
        if (cloud.pause === undefined || !(error instanceof Error) || !doneAlready.test(error.message)) throw error;
      }
    });
  }

  open(minutes: number, name: string, address: string, user = supervisor): void {
    this.at(minutes, name, () => this.cycle.world.browser.open(user, address, `${this.lane}/${name}`));
  }

  call(minutes: number, name: string, address: string, body: object, user = supervisor): void {
    this.at(minutes, name, () => this.cycle.world.browser.call(user, address, body, `${this.lane}/${name}`));
  }
}

/** An exercise, whose agents are those signed in. */
function exercise(asking: Asking, endsAfter: number): void {
  asking.open(1, 'campaigns', asking.path(outboundRoutes.campaignBoard));
  asking.call(2, 'drill', asking.path(outboundRoutes.declareLevel), { level: 3, drill: true });
  asking.at(endsAfter, 'drill-over', async () => {
    const { browser, cloud } = asking.cycle.world;
    const path = asking.path(outboundRoutes.declareLevel);
    // One page hears of it, one vanished just before.
    const watching = await livePage(cloud, `${asking.lane}/live/watching`);
    (await livePage(cloud, `${asking.lane}/live/vanished`)).vanish();
    await browser.call(supervisor, path, { level: 1, drill: true, choice: 'now' }, `${asking.lane}/drill-over`);
    watching.vanish();
  });
}

/** A page that is refused its line opens it again after a moment, where functions may crash. */
async function livePage(cloud: LocalCloud, lane: string) {
  const headers = { cookie: sessionCookies(cloud)(supervisor), origin: cloud.http.url };
  for (let nth = 1; ; nth += 1) {
    try {
      return await cloud.http.openLive(headers, () => {}, nth === 1 ? lane : `${lane}/again-${nth}`);
    } catch (refused) {
      if (cloud.pause === undefined || nth >= patience) throw refused;
      await cloud.pause(2_000, `${lane}/${nth}`);
    }
  }
}

function readAndDraft(asking: Asking): void {
  const { world, declaredAt } = asking.cycle;
  const { outbound } = reflex;
  const [questionnaire] = outbound?.questionnaires ?? [];
  const day = declaredAt.slice(0, 10);
  const noImport = asking.path(outboundRoutes.recipientImport).replace('{importId}', '20260706T060000-aaaaaaaa');
  asking.open(5, 'feasible', `${asking.path(outboundRoutes.campaignFeasibility)}?conseillers=3`);
  asking.open(6, 'forecasts', `${asking.path(outboundRoutes.campaignForecasts)}?conseillers=3`);
  asking.open(7, 'questionnaire', asking.path(outboundRoutes.questionnairePreview));
  asking.open(8, 'no-import', noImport);
  const draft = { questionnaire, past: { from: day, to: day }, publish: true };
  asking.call(90, 'draft', asking.path(outboundRoutes.questionnaireDraft), draft);
  asking.call(91, 'rules', asking.path(outboundRoutes.referralRulesDraft), { rules: outbound?.referralRules });
  asking.open(125, 'corrections', asking.path(outboundRoutes.recipientCorrections));
  asking.call(130, 'preview', asking.path(outboundRoutes.previewNext), {}, asking.cycle.agents[0]);
  asking.at(140, 'referral', async () => {
    const acknowledged = world.diary.acknowledgements.at(-1);
    if (acknowledged === undefined) throw new Error('No cell has anything in hand after two hours');
    const { cell, referralId } = acknowledged;
    const address = asking.path(outboundRoutes.referral).replace('{cell}', cell).replace('{referralId}', referralId);
    await world.browser.open(memberOf(cell), address, `${asking.lane}/referral`);
  });
}

function changeRegister(asking: Asking, round: number): void {
  const { lane } = asking;
  const { browser, people, diary, cloud, programme } = asking.cycle.world;
  // The list again, somebody with another name: what is known of them is compared.
  const renamed = people.map((one) => (one.index === 3 + round ? { ...one, lastName: `${one.lastName}-ROY` } : one));
  const name = round === 0 ? 'again' : `again-${round}`;
  importRegister(
    { cloud, browser, programme, name, user: supervisor },
    registerFile(renamed),
    asking.start + 100 * minute,
    () => {},
  );
  const corrections = { address: `${4 + round} rue de Lobau`, phone: `01 99 00 12 3${round}` };
  for (const [nth, [field, value]] of Object.entries(corrections).entries()) {
    asking.at(120 + nth, `correction of ${field}`, async () => {
      const talks = diary.talks.filter(({ recipientId }) => recipientId !== undefined);
      const { recipientId = '' } = talks.at(-1) ?? {};
      const address = asking.path(outboundRoutes.recipientCorrection).replace('{recipientId}', recipientId);
      await browser.call(supervisor, address, { field, value }, `${lane}/correction/${field}`);
    });
  }
  asking.at(124, 'departure', async () => {
    const person = people[round];
    const [year, month, day] = person?.birthDate.split('-') ?? [];
    const { lastName = '', firstName = '' } = person ?? {};
    const form = { lastName, firstName, birthDate: `${day}/${month}/${year}`, why: 'moved' };
    await browser.submit(supervisor, asking.path(outboundRoutes.recipientDeparture), form, `${lane}/departure`);
  });
}

function tellMore(asking: Asking): void {
  const { lane } = asking;
  const { browser, diary } = asking.cycle.world;
  asking.at(126, 'mistaken', async () => {
    const said = diary.talks.findLast(({ disposition, ringBack }) => disposition === 'complete' && !ringBack);
    if (said === undefined) return;
    const { agent, contactId, attemptId, disposition } = said;
    const path = asking.path(routes.wrapUp).replace('{contactId}', contactId);
    const write = (what: string | undefined, revision: number) =>
      browser.call(agent, path, { attemptId, disposition: what, revision }, `${lane}/mistaken/${revision}`);
    // Who takes their word back brings back to the register whom they said was dead (REFLEX-22).
    await write('deceased', 2);
    await write(disposition, 3);
  });
  asking.at(127, 'desk', async () => {
    const { programme, cloud } = asking.cycle.world;
    // Who was rung, and who rang: the register of callbacks knows the number of those.
    const rung = diary.talks.findLast(({ attemptId, ringBack }) => attemptId !== undefined && !ringBack);
    const rang = diary.talks.findLast(({ ringBack }) => ringBack);
    for (const talk of [rung, rang]) if (talk !== undefined) await visitDesk(cloud, { programme, ...talk }, 'none');
  });
  asking.at(122, 'comment', async () => {
    const { attemptId = '', agent = supervisor } = diary.talks.findLast((talk) => talk.passed !== undefined) ?? {};
    const address = asking.path(outboundRoutes.questionnaireAnswers).replace('{attemptId}', attemptId);
    const shown = await browser.call(agent, address, undefined, `${lane}/comment/shown`);
    const revision = typeof shown === 'object' && shown !== null && 'revision' in shown ? shown.revision : 0;
    const clientId = deriveUuid(`${lane}/comment`);
    await browser.call(agent, address, { clientId, revision, comment: 'Parle peu.' }, `${lane}/comment/said`);
  });
  asking.at(30, 'question', async () => {
    const [agent = ''] = asking.cycle.agents;
    const clientId = deriveUuid(`${lane}/question`);
    const body = { clientId, scheme: 'CANICULE', text: 'Une salle fraîche est-elle ouverte le soir ?' };
    const asked = await browser.call(agent, asking.path(routes.openQuestion), body, `${lane}/question/asked`);
    const questionId = /"(?:questionId|id)":"([^"]+)"/.exec(JSON.stringify(asked))?.[1] ?? '';
    await browser.call(agent, asking.path(routes.listQuestions), undefined, `${lane}/question/listed`);
    const answer = asking.path(routes.answerQuestion).replace('{questionId}', questionId).replace('{action}', 'answer');
    await browser.call(supervisor, answer, { text: 'Oui, à la mairie.' }, `${lane}/question/answered`);
  });
}
