import { outboundRoutes } from '../../contracts/routes.ts';
import { reflex } from '../../programmes/reflex/programme.ts';
import { memberOf } from '../reflex/cell-on-duty.ts';
import { importRegister } from '../reflex/import-register.ts';
import { openReflex, type ReflexCycle } from '../reflex/open-reflex.ts';
import { playCycle } from '../reflex/play-cycle.ts';
import { registerFile } from '../reflex/register-file.ts';

const minute = 60_000;
const supervisor = 'superviseur';
/** Ten agents who are free at once ask for more dials than Connect takes. */
const numbers = { seed: 5, people: 80, agents: 10, hours: 6, date: '2026-07-06', concurrency: 4 } as const;
/** Whose referrals are reminded, then told to others. */
const cellsAway = ['sanitaire'];

/** Six hours of a level in which everything that functions of campaigns may do happens, so that each permission is needed. */
export async function playRichCycle(options: {
  readonly assembly: string;
  readonly state: string;
  readonly withoutStatements?: readonly string[];
  /** Asked every ten virtual minutes: true ends it there. */
  readonly enough?: (cycle: ReflexCycle) => boolean;
}): Promise<{ readonly cycle: ReflexCycle; readonly fault?: unknown }> {
  const { enough = () => false, ...order } = options;
  const cycle = await openReflex({ ...numbers, cellsAway, ...order });
  ask(cycle);
  try {
    const { kernel } = cycle.cloud;
    for (let to = kernel.now(); to < Date.parse(cycle.endsAt) && !enough(cycle); to += 10 * minute) {
      await kernel.runUntil(to);
    }
    if (!enough(cycle)) await playCycle(cycle);
    return { cycle };
  } catch (fault) {
    // Somebody could not go on: what was refused tells why.
    return { cycle, fault };
  }
}

/** What people of the desk, the City and its cells ask beside the calls. */
function ask({ world, declaredAt }: ReflexCycle): void {
  const { browser, programme, crisis, people, diary, cloud } = world;
  const start = Date.parse(declaredAt);
  const path = (route: { readonly path: string }) =>
    route.path.replace('{programme}', programme).replace('{crisis}', crisis).replace('{questionnaire}', crisis);
  const at = (minutes: number, name: string, task: () => Promise<unknown>) =>
    cloud.kernel.at(start + minutes * minute, `asks/${name}`, async () => void (await task()));
  const open = (minutes: number, name: string, address: string, user = supervisor) =>
    at(minutes, name, () => browser.open(user, address, `asks/${name}`));
  const call = (minutes: number, name: string, address: string, body: object, user = supervisor) =>
    at(minutes, name, () => browser.call(user, address, body, `asks/${name}`));
  const [questionnaire] = reflex.outbound?.questionnaires ?? [];
  const past = { from: numbers.date, to: numbers.date };
  // An exercise, whose agents are those signed in.
  call(2, 'drill', path(outboundRoutes.declareLevel), { level: 3, drill: true });
  open(5, 'feasible', `${path(outboundRoutes.campaignFeasibility)}?conseillers=3`);
  open(6, 'forecasts', `${path(outboundRoutes.campaignForecasts)}?conseillers=3`);
  open(7, 'questionnaire', path(outboundRoutes.questionnairePreview));
  call(90, 'draft', path(outboundRoutes.questionnaireDraft), { questionnaire, past, publish: true });
  open(8, 'no-import', path(outboundRoutes.recipientImport).replace('{importId}', '20260706T060000-aaaaaaaa'));
  // The list again, somebody with another name: what is known of them is compared.
  importRegister(
    { cloud, browser, programme, name: 'again', user: supervisor },
    registerFile(people.map((one) => (one.index === 3 ? { ...one, lastName: `${one.lastName}-ROY` } : one))),
    start + 100 * minute,
    () => {},
  );
  at(120, 'correction', async () => {
    const { recipientId = '' } = diary.talks.find((talk) => talk.recipientId !== undefined) ?? {};
    const address = path(outboundRoutes.recipientCorrection).replace('{recipientId}', recipientId);
    await browser.call(supervisor, address, { field: 'address', value: '4 rue de Lobau' }, 'asks/correction');
  });
  at(122, 'comment', async () => {
    const { attemptId = '', agent = supervisor } = diary.talks.find((talk) => talk.passed !== undefined) ?? {};
    const address = path(outboundRoutes.questionnaireAnswers).replace('{attemptId}', attemptId);
    const shown = await browser.call(agent, address, undefined, 'asks/comment/shown');
    const revision = typeof shown === 'object' && shown !== null && 'revision' in shown ? shown.revision : 0;
    const clientId = '00000000-0000-4000-8000-000000000001';
    await browser.call(agent, address, { clientId, revision, comment: 'Parle peu.' }, 'asks/comment/said');
  });
  at(124, 'departure', async () => {
    const [person] = people;
    const why = 'moved';
    const [year, month, day] = person?.birthDate.split('-') ?? [];
    const form = {
      lastName: person?.lastName ?? '',
      firstName: person?.firstName ?? '',
      birthDate: `${day}/${month}/${year}`,
      why,
    };
    await browser.submit(supervisor, path(outboundRoutes.recipientDeparture), form, 'asks/departure');
  });
  open(125, 'corrections', path(outboundRoutes.recipientCorrections));
  call(130, 'preview', path(outboundRoutes.previewNext), {}, 'amina.moreau');
  at(140, 'referral', async () => {
    const [acknowledged] = diary.acknowledgements;
    if (acknowledged === undefined) throw new Error('No cell has anything in hand after two hours');
    const { cell, referralId } = acknowledged;
    const address = outboundRoutes.referral.path.replace('{programme}', programme).replace('{cell}', cell);
    await browser.open(memberOf(cell), address.replace('{referralId}', referralId), 'asks/referral');
  });
  call(300, 'drill-over', path(outboundRoutes.declareLevel), { level: 1, drill: true, choice: 'now' });
}
