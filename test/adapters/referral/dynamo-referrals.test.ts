import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoReferrals } from '../../../adapters/dynamo-referrals.ts';
import { snsReferralNotices } from '../../../adapters/sns-referral-notices.ts';
import type { ReferralItem } from '../../../domain/referral/referrals.ts';
import { minute } from '../../domain/referral/referral-world.ts';
import { type EmbeddedTables, embeddedTables } from '../../support/calls/dynalite-tables.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await embeddedTables('referrals');
});
afterAll(() => tables.stop());

const item = (
  change: { programme?: string; cell?: string; id?: string; version?: number; due?: string | null } = {},
): ReferralItem => {
  const { programme = 'p', cell = 'sanitaire', id = 'r1', version = 1, due = minute(0) } = change;
  return {
    subject: { referralId: id, programme, cell, subject: 'person', cycle: '3', riskRank: 4 },
    facts: {
      causes: [{ id: 'c', at: minute(0), level: 'rouge', reasons: ['Se sent mal'], score: 40, done: true }],
      tellings: [],
      acknowledgements: [],
      closings: [],
    },
    version,
    ...(due === null ? {} : { due }),
  };
};

describe('REFLEX-18: referrals in the table', () => {
  const referrals = () => dynamoReferrals(tables.client, 'referrals');
  const key = { cell: 'sanitaire', referralId: 'r1' };

  it('are read as they were written, over the version that was read and no other', async () => {
    expect(await referrals().read('p', key)).toBeUndefined();
    expect(await referrals().write('p', item())).toBe(true);
    expect(await referrals().write('p', item())).toBe(false);
    expect(await referrals().read('p', key)).toEqual(item());
    expect(await referrals().write('p', item({ version: 3 }))).toBe(false);
    expect(await referrals().write('p', item({ version: 2, due: minute(10) }))).toBe(true);
    expect(await referrals().read('p', key)).toEqual(item({ version: 2, due: minute(10) }));
  });

  it('cost one write unit each, closed with the ids of a campaign', async () => {
    const contactId = 'canicule_20260706T070000Z-1-2didwhFXsMCsEAdaCm1QBy-1';
    const id = `canicule_20260706T070000Z_1_2didwhFXsMCsEAdaCm1QBy_sociale_${contactId}`;
    const cause = `${contactId}#1`;
    const fact = (name: string) => ({ id: name, at: minute(1), done: true }) as const;
    const seen = { by: 'cellule.sociale', causes: [cause] };
    const { subject } = item({ programme: 'reflex', cell: 'sociale', id });
    const closed: ReferralItem = {
      subject: { ...subject, campaign: 'canicule_20260706T070000Z', contactId },
      facts: {
        causes: [{ ...fact(cause), level: 'orange', reasons: ['Isolement, aide suspendue ou portage nécessaire'] }],
        tellings: [1, 2, 3].map((n) => {
          const told = { type: 'notify', to: 'sociale-garde', cause, phase: 'acknowledge', n } as const;
          return { ...fact(`${cause}#acknowledge#${n}`), ...told };
        }),
        acknowledgements: [{ ...fact(`cellule.sociale#${minute(5)}`), ...seen }],
        closings: [{ ...fact(`cellule.sociale#${minute(60)}`), ...seen, outcome: 'AIDE_APPORTEE' }],
      },
      version: 1,
    };
    await referrals().write('reflex', closed);
    expect(await referrals().read('reflex', { cell: 'sociale', referralId: id })).toEqual(closed);
    const { Items = [] } = await tables.client.send(new ScanCommand({ TableName: 'referrals' }));
    const found = Items.find(({ referral }) => referral === id) ?? {};
    const bytes = Object.values(found).map((one) => (one instanceof Uint8Array ? one.length : String(one).length));
    expect(bytes.reduce((sum, length) => sum + length, 100)).toBeLessThan(1024);
  });

  it('are due in order up to the instant, and no more once closed', async () => {
    await referrals().write('q', item({ programme: 'q', id: 'late', due: minute(30) }));
    await referrals().write('q', item({ programme: 'q', id: 'soon', cell: 'sociale', due: minute(20) }));
    await referrals().write('q', item({ programme: 'q', id: 'closed', due: null }));
    expect(await referrals().dueUntil('q', minute(20))).toEqual([{ cell: 'sociale', referralId: 'soon' }]);
    expect(await referrals().dueUntil('q', minute(40))).toEqual([
      { cell: 'sociale', referralId: 'soon' },
      { cell: 'sanitaire', referralId: 'late' },
    ]);
    await referrals().write('q', item({ programme: 'q', id: 'late', version: 2, due: null }));
    expect(await referrals().dueUntil('q', minute(40))).toHaveLength(1);
    expect(await referrals().open('q', 'sanitaire')).toEqual([]);
    expect(await referrals().read('q', { cell: 'sanitaire', referralId: 'closed' })).toBeDefined();
  });

  it('COMMON-19: of one cell or programme are never read by another', async () => {
    const name = fc.stringMatching(/^[a-z][a-z-]{0,6}$/);
    await fc.assert(
      fc.asyncProperty(name, name, name, name, async (programme, cell, otherProgramme, otherCell) => {
        fc.pre(programme !== otherProgramme || cell !== otherCell);
        const id = `canary-${programme}-${cell}`;
        await referrals().write(programme, item({ programme, cell, id }));
        expect(await referrals().read(otherProgramme, { cell: otherCell, referralId: id })).toBeUndefined();
        const seen = [...(await referrals().open(otherProgramme, otherCell))].map(({ subject }) => subject.referralId);
        expect(seen).not.toContain(id);
      }),
      { numRuns: 25 },
    );
  });
});

describe('REFLEX-18: notices of referrals', () => {
  it('say which contact they are for, in a subject that mail relays leave alone', async () => {
    const sns = mockClient(SNSClient);
    await snsReferralNotices(new SNSClient({}), 'arn:topic').tell({
      programme: 'p',
      cell: 'sanitaire',
      contact: 'sanitaire-garde',
      level: 'urgence',
      title: 'Signalement – Urgence – Cellule fraîcheur',
      text: 'Un signalement attend.',
    });
    expect(sns.commandCalls(PublishCommand)[0]?.args[0].input).toEqual({
      TopicArn: 'arn:topic',
      Subject: 'Signalement - Urgence - Cellule fraicheur',
      Message: 'Un signalement attend.',
      MessageAttributes: {
        duty: { DataType: 'String', StringValue: 'p:sanitaire-garde' },
        cell: { DataType: 'String', StringValue: 'sanitaire' },
        level: { DataType: 'String', StringValue: 'urgence' },
      },
    });
    sns.restore();
  });
});
