import { outboundRoutes } from '../../contracts/outbound-routes.ts';
import type { JsonObject } from '../../local/json.ts';
import { reflex } from '../../programmes/reflex/programme.ts';
import { ScriptedPeople } from '../proofs/scripted-people.ts';
import type { ReflexCycle } from '../reflex/open-reflex.ts';
import { ringBack } from '../reflex/ring-back.ts';

const minute = 60_000;
const hour = 60 * minute;
const supervisor = 'superviseur';
/** A crash befalls an invocation by hand as any other, and who made it makes it again: they see that it failed. */
const patience = 60;
/** People who ring back within minutes, a campaign: more, and hardly anybody would be left to call. */
const mostAtOnce = 16;

/** People and operators who have nothing to do with the campaign, so that functions that it shares with them do all they can. */
export function passBy(cycle: ReflexCycle): void {
  strangersRing(cycle);
  missedRing(cycle);
  ringsBackAtOnce(cycle);
  previewedExercise(cycle);
  neglectedCrisis(cycle);
  operate(cycle);
}

/** People whom nobody knows ring: by day they are answered, at night some ask to be called back in the morning. */
function strangersRing({ world, open }: ReflexCycle): void {
  const { cloud, number } = world;
  const people = new ScriptedPeople({ cloud, number });
  const rings = (at: number, name: string, answer: (prompt: string) => string | undefined) => {
    const own = `+3314299${String(1000 + (at % 9000)).slice(-4)}`;
    const lane = `stranger/${name}`;
    people.answersPhone(own);
    cloud.kernel.at(at, lane, () => people.call(lane, { number: own, answer, hangUpAfterSeconds: 180 }));
  };
  const askBack = (prompt: string) => (/rappelé/.test(prompt) && /tapez 1/.test(prompt) ? '1' : undefined);
  for (const [day, { from, to }] of open.entries()) {
    for (let nth = 0; nth < 6; nth += 1) {
      rings(Date.parse(from) + nth * 80 * minute + 7_013, `day/${day}/${nth}`, () => undefined);
      rings(Date.parse(to) + (10 + nth * 7) * minute + 3_011 * nth, `night/${day}/${nth}`, askBack);
    }
  }
}

/** Some of those whom we did not reach ring back for certain, whatever their habit. */
function missedRing({ world, open }: ReflexCycle): void {
  const { cloud, diary, people } = world;
  for (const { from, to } of open) {
    for (let at = Date.parse(from) + 30 * minute; at < Date.parse(to) - hour; at += 50 * minute) {
      cloud.kernel.at(at, `missed/${at}`, () => {
        const { number } = diary.rings.findLast(({ what }) => what === 'unanswered') ?? {};
        const person = people.find(({ phones }) => phones.some((phone) => phone.number === number));
        if (number !== undefined && person !== undefined) {
          ringBack(world, { ...person, ringsBack: 1 }, number, `missed/${at}`);
        }
      });
    }
  }
}

/**
 * Somebody whom we rang in vain some minutes ago rings back: the record of our call has come, and the number is still held by it, so that its lease gives
 * way to theirs. Looked for often: between two parts of the day there are hours without a call.
 */
function ringsBackAtOnce({ world, open }: ReflexCycle): void {
  const { cloud, diary } = world;
  const rung = new Set<string>();
  for (const { from, to } of open) {
    for (let at = Date.parse(from) + 10 * minute; at < Date.parse(to) - 30 * minute; at += 3 * minute) {
      cloud.kernel.at(at, `at-once/${at}`, () => {
        const missed = diary.rings.findLast(
          ({ what, number, endedAt = '' }) =>
            what === 'unanswered' && !rung.has(number) && endedAt !== '' && Date.parse(endedAt) < at - 3 * minute,
        );
        if (missed === undefined || Date.parse(missed.rangAt) < at - 9 * minute || rung.size >= mostAtOnce) return;
        rung.add(missed.number);
        ringBack(world, { ringsBack: 1 }, missed.number, `at-once/${at}`, 1000);
      });
    }
  }
}

/** A second crisis, as live content, in which agents read about people before having them called: an exercise on invented people. */
function previewedExercise({ world, declaredAt, agents, open }: ReflexCycle): void {
  const { browser, programme, cloud } = world;
  const [type] = reflex.outbound?.campaignTypes ?? [];
  const crisis = 'essai';
  const start = Date.parse(declaredAt);
  const path = (route: { readonly path: string }) =>
    route.path.replace('{programme}', programme).replace('{crisis}', crisis);
  const at = (when: number, name: string, task: () => Promise<unknown>) =>
    cloud.kernel.at(when, `preview/${name}`, async () => void (await task()));
  at(start + 20 * minute, 'published', () => {
    const campaignType = { ...type, code: crisis, label: 'Essai', crisis, mode: 'preview' };
    const body = { campaignType, publish: true };
    return browser.call(supervisor, path(outboundRoutes.campaignTypeDraft), body, 'preview/published');
  });
  at(start + 25 * minute, 'armed', () =>
    browser.call(supervisor, path(outboundRoutes.declareLevel), { level: 3, drill: true, agents: 1 }, 'preview/armed'),
  );
  const [day] = open;
  let nth = 0;
  for (
    let when = start + 40 * minute;
    when < Math.min(start + 6 * hour, Date.parse(day?.to ?? ''));
    when += 4 * minute
  ) {
    nth += 1;
    const agent = agents[nth % agents.length] ?? '';
    const isSkipped = nth % 4 === 0;
    at(when, `${when}`, async () => {
      const asked = await browser.ask(agent, path(outboundRoutes.previewNext), {}, `preview/${when}/next`);
      const attemptId = /"attemptId":"([^"]+)"/.exec(asked.text)?.[1];
      if (attemptId === undefined) return;
      const act = (action: string, body: object) => {
        const to = path(outboundRoutes.previewAction).replace('{attemptId}', attemptId).replace('{action}', action);
        return browser.ask(agent, to, body, `preview/${when}/${action}`);
      };
      if (isSkipped) await act('skip', { motive: 'other-agent' });
      else await act('call', {});
    });
  }
  at(start + 6 * hour, 'over', () => {
    const body = { level: 1, drill: true, choice: 'now' };
    return browser.call(supervisor, path(outboundRoutes.declareLevel), body, 'preview/over');
  });
}

/** A third crisis, in which agents should read and call, and nobody does: at the deadline, everybody is searched for, and told of at once. */
function neglectedCrisis({ world, open }: ReflexCycle): void {
  const { browser, programme, cloud } = world;
  const [type] = reflex.outbound?.campaignTypes ?? [];
  const { referralRules: rules } = reflex.outbound ?? {};
  const crisis = 'veille';
  const path = (route: { readonly path: string }) =>
    route.path.replace('{programme}', programme).replace('{crisis}', crisis);
  const closes = Date.parse(open[0]?.to ?? '');
  const call = (minutes: number, name: string, route: { readonly path: string }, body: object) =>
    cloud.kernel.at(closes - minutes * minute, `veille/${name}`, async () => {
      await browser.call(supervisor, path(route), body, `veille/${name}`);
    });
  const policy = { ...type?.policy, maxAttempts: 1, minimumDayParts: 1, withinHours: 2 };
  const campaignType = { ...type, code: crisis, label: 'Veille', crisis, mode: 'preview', policy, cycleHours: 2 };
  const levels = rules?.levels.map(({ groupMinutes: _together, ...level }) => level);
  // From the morning on, whoever ends a last attempt tells the cell that searches.
  call(9 * 60 + 30, 'rules', outboundRoutes.referralRulesDraft, { rules: { ...rules, levels }, publish: true });
  call(30, 'published', outboundRoutes.campaignTypeDraft, { campaignType, publish: true });
  call(12, 'armed', outboundRoutes.declareLevel, { level: 3, agents: 1 });
  call(6, 'over', outboundRoutes.declareLevel, { level: 1, choice: 'finish-cycle' });
}

/** What the operators of the house invoke by hand, or CloudFormation at another deployment: at night, when nobody rings. */
function operate({ world, open }: ReflexCycle): void {
  const { cloud, programme, number } = world;
  const { kernel } = cloud;
  const invoke = async (ending: string, event: JsonObject, key: string) => {
    const { ref } =
      cloud.resources.find(({ type, ref: name }) => type === 'AWS::Lambda::Function' && name.endsWith(ending)) ?? {};
    if (ref === undefined) throw new Error(`no function ends with "${ending}"`);
    for (let nth = 1; nth <= patience; nth += 1) {
      const outcome = await cloud.invoke(ref, event, `${key}/${nth}`);
      if (outcome.ok) return;
      await cloud.pause?.(2_000, `${key}/${nth}`);
    }
    throw new Error(`${ending} failed ${patience} times in a row`);
  };
  for (const [day, { to }] of open.entries()) {
    const night = Date.parse(to) + 3 * hour;
    const at = (minutes: number, name: string, task: (key: string) => Promise<unknown>) =>
      kernel.at(
        night + minutes * minute,
        `operator/${day}/${name}`,
        async () => void (await task(`operator/${day}/${name}`)),
      );
    at(5, 'content-seeds', (key) =>
      invoke('content-seeds', { RequestType: 'Update', ResourceProperties: { Programme: programme } }, key),
    );
    const instance = cloud.connect.instance;
    const held = instance.numberByAddress(number);
    const association = { InstanceId: instance.id, PhoneNumberId: held?.arn ?? number };
    at(10, 'number', async (key) => {
      const ContactFlowId = held === undefined ? '' : (instance.flowOfNumber.get(held.id) ?? '');
      await invoke('number-association', { RequestType: 'Delete', ResourceProperties: association }, `${key}/up`);
      const again = { ...association, ContactFlowId };
      await invoke('number-association', { RequestType: 'Update', ResourceProperties: again }, `${key}/again`);
    });
  }
}
