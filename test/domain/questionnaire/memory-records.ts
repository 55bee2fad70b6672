import { contentHash } from '../../../adapters/content-hash.ts';
import type { Questionnaire } from '../../../domain/questionnaire/questionnaire.ts';
import type { QuestionnairePorts } from '../../../domain/questionnaire/questionnaire-ports.ts';
import type { QuestionnaireRecord, RecordKey } from '../../../domain/questionnaire/questionnaire-record.ts';
import type { ReferralOrder } from '../../../domain/referral/create-referrals.ts';
import { MemoryContent, MemoryJournal } from '../../support/calls/memory-ports.ts';

/** A world for one questionnaire, whose version may be changed; what cells are told is kept by cause. */
export function questionnaireWorld(first: Questionnaire) {
  const records = new Map<string, QuestionnaireRecord>();
  const comments = new Map<string, string>();
  const journal = new MemoryJournal();
  const orders = new Map<string, ReferralOrder>();
  const emergencies = new Map<string, Omit<ReferralOrder, 'level' | 'reasons' | 'score'>>();
  const versions = [first];
  const key = (programme: string, { campaign, cycle, recipientId }: RecordKey) =>
    [programme, campaign, cycle, recipientId].join(' ');
  const ports: QuestionnairePorts = {
    records: {
      find: async (programme, of) => structuredClone(records.get(key(programme, of))),
      keep: async (programme, record) => {
        const kept = records.get(key(programme, record))?.revision ?? 0;
        if (record.revision !== kept + 1) return false;
        records.set(key(programme, record), structuredClone(record));
        return true;
      },
    },
    catalogue: {
      inForce: async (_programme, campaign) => {
        const questionnaire = versions.at(-1);
        return campaign.startsWith('canicule') && questionnaire !== undefined
          ? { questionnaire, version: contentHash(questionnaire) }
          : undefined;
      },
      ofVersion: async (_programme, id, version) =>
        versions.find((one) => one.id === id && contentHash(one) === version),
    },
    comments: {
      keep: async (programme, of, text) => void comments.set(key(programme, of), text),
      of: async (programme, of) => comments.get(key(programme, of)),
    },
    content: new MemoryContent(),
    journal,
    refer: async (order) => {
      orders.set(order.causeId, order);
      return order.reasons.map(({ cell }) => ({ referralId: `${order.causeId} ${cell}`, cell, level: order.level }));
    },
    referEmergency: async (order) => {
      emergencies.set(order.causeId, order);
      return [{ referralId: order.causeId, cell: 'sanitaire', level: 'rouge' }];
    },
  };
  return { ports, journal, orders, emergencies, records, publish: (next: Questionnaire) => versions.push(next) };
}
