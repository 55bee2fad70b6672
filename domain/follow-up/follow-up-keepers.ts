import type { CampaignRegister } from '../campaign/campaign-register.ts';
import type { Content } from '../content/content.ts';
import type { Links, LinkTokens } from '../link/links.ts';
import type { MessageRegister } from '../message/message-register.ts';
import type { QuestionnaireRecords, RecordKey } from '../questionnaire/questionnaire-record.ts';
import type { ReferralKey, Referrals } from '../referral/referrals.ts';
import type { Erasable, Keeper } from '../retention/keeper.ts';
import { changeFollowed } from './change-followed.ts';
import type { FollowUpPorts } from './follow-up-ports.ts';
import { keptIds } from './kept-ids.ts';

export interface FollowUpKeeperPorts extends FollowUpPorts {
  readonly links: Pick<Links, 'find'> & Erasable<string>;
  readonly tokens: LinkTokens;
  readonly messages: Pick<MessageRegister, 'read'> & Erasable<string>;
  readonly records: Pick<QuestionnaireRecords, 'find'> & Erasable<RecordKey>;
  readonly referrals: Pick<Referrals, 'read'> & Erasable<ReferralKey>;
  readonly campaigns: Pick<CampaignRegister, 'read'> &
    Erasable<{ readonly cycle: string; readonly recipientId: string; readonly numbers: readonly string[] }>;
  readonly content: Content;
  readonly now: () => string;
}

/** What a follow-up leaves of people beside themselves, in the order in which it goes: what is still to happen to them first. */
export function followUpKeepers(ports: FollowUpKeeperPorts): readonly Keeper[] {
  const { links, tokens, messages, records, referrals, campaigns, followed, content, now } = ports;
  const idsOf = async (programme: string, person: string) => {
    const [protocol, rules] = await Promise.all([
      content.inForce(programme, 'protocol', now()),
      content.inForce(programme, 'referralRules', now()),
    ]);
    const moments = protocol.moments.map(({ code }) => code);
    return { moments, ...keptIds(programme, person, { moments, cells: rules.cells.map(({ code }) => code) }) };
  };
  const all = async (programme: string, people: readonly string[]) =>
    await Promise.all(people.map(async (person) => ({ person, ...(await idsOf(programme, person)) })));

  const planned: Keeper = {
    data: 'planned',
    async forget(programme, people) {
      const at = now();
      const under = (await followed.read(programme, people)).filter(({ endedAt }) => endedAt === undefined);
      for (const { recipientId } of under) {
        const stop = { type: 'abandoned', motive: 'demande-arret', at } as const;
        await changeFollowed({ programme, recipientId, at }, [stop], ports);
      }
      return under.length;
    },
  };
  const link: Keeper = {
    data: 'link',
    async forget(programme, people) {
      const names = (await all(programme, people)).flatMap((ids) => ids.links);
      const keys = await Promise.all(names.map(async (name) => tokens.keyOf(await tokens.tokenOf(name))));
      await links.erase(programme, keys);
      return keys.length;
    },
    async tell(programme, person) {
      const { links: names } = await idsOf(programme, person);
      const found = await Promise.all(
        names.map(async (name) => await links.find([programme], tokens.keyOf(await tokens.tokenOf(name)))),
      );
      return there(found).map((one) => ({ ...one }));
    },
  };
  const message: Keeper = {
    data: 'message',
    async forget(programme, people) {
      const ids = (await all(programme, people)).flatMap((one) => one.messages);
      await messages.erase(programme, ids);
      return ids.length;
    },
    async tell(programme, person) {
      const found = await messages.read(programme, (await idsOf(programme, person)).messages);
      return found.map(({ version: _, ...told }) => told);
    },
  };
  const call: Keeper = {
    data: 'call',
    async forget(programme, people) {
      const known = await followed.read(programme, people);
      const { moments } = await idsOf(programme, '');
      const held = known.flatMap(({ recipientId, numbers }) =>
        moments.map((code) => ({ cycle: `${code}-1`, recipientId, numbers })),
      );
      await campaigns.erase(programme, held);
      return held.length;
    },
    async tell(programme, person) {
      const { moments } = await idsOf(programme, person);
      const found = await Promise.all(
        moments.map(async (code) => await campaigns.read(programme, `${code}-1`, [person])),
      );
      return found.flat().map(({ version: _, due: __, ...told }) => told);
    },
  };
  const answers: Keeper = {
    data: 'questionnaire',
    async forget(programme, people) {
      const keys = (await all(programme, people)).flatMap((ids) => ids.records);
      await records.erase(programme, keys);
      return keys.length;
    },
    async tell(programme, person) {
      const ids = await idsOf(programme, person);
      const found = await Promise.all(ids.records.map(async (key) => await records.find(programme, key)));
      return there(found).map(({ revision: _, ...told }) => told);
    },
  };
  const referral: Keeper = {
    data: 'referral',
    async forget(programme, people) {
      const keys = (await all(programme, people)).flatMap((ids) => ids.referrals);
      await referrals.erase(programme, keys);
      return keys.length;
    },
    async tell(programme, person) {
      const ids = await idsOf(programme, person);
      const found = await Promise.all(ids.referrals.map(async (key) => await referrals.read(programme, key)));
      return there(found).map(({ subject, facts }) => ({ ...subject, ...facts }));
    },
  };
  return [planned, link, message, call, answers, referral];
}

function there<T>(found: readonly (T | undefined)[]): readonly T[] {
  return found.filter((one) => one !== undefined);
}
