import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { contentHash } from '../../../adapters/content-hash.ts';
import { dynamoLinks } from '../../../adapters/dynamo-links.ts';
import { dynamoQuestionnaires } from '../../../adapters/dynamo-questionnaires.ts';
import { secretLinkTokens } from '../../../adapters/secret-link-tokens.ts';
import { textUuid } from '../../../adapters/text-uuid.ts';
import type { LinkPurpose } from '../../../domain/link/link.ts';
import { openLink } from '../../../domain/link/open-link.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { contentCatalogue } from '../../../domain/questionnaire/content-catalogue.ts';
import type { ReferralOrder } from '../../../domain/referral/create-referrals.ts';
import type { LinkNews, SurveyPorts } from '../../../domain/survey/survey-ports.ts';
import { surveyHandler } from '../../../lambdas/survey/handler.ts';
import { suivi } from '../../../programmes/suivi/programme.ts';
import type { EmbeddedTables } from '../calls/dynalite-tables.ts';
import { MemoryContent, MemoryJournal } from '../calls/memory-ports.ts';

/** A deployment's survey over embedded tables `links` and `questionnaires`, with two people, and what it tells others. */
export function surveyWorld(tables: EmbeddedTables, start = '2020-10-03T08:00:00.000Z') {
  let at = start;
  const journal = new MemoryJournal();
  const news: LinkNews[] = [];
  const stopped: string[] = [];
  const orders = new Map<string, ReferralOrder>();
  const counted: string[] = [];
  const { outbound, survey, calendar } = suivi;
  if (outbound === undefined || survey === undefined) throw new Error('suivi has lost its survey');
  const { scripts: _scripts, renewals: _renewals, ...content } = { ...outbound, ...survey, calendar };
  const live = new MemoryContent(content);
  const secrets = new SecretsManagerClient({});
  const tokens = secretLinkTokens('a secret of tests', secrets);
  const people: Readonly<Record<string, { readonly birthDate?: string; readonly facts: Record<string, string> }>> = {
    r1: { birthDate: '1980-03-09', facts: { statut: 'contact', departement: '83', mineur: 'non' } },
    r2: { birthDate: '2012-12-31', facts: { statut: 'case', departement: '13', mineur: 'oui' } },
    undated: { facts: {} },
  };
  // As many like the first as a test wants.
  const fileOf = (id: string) => people[id.startsWith('any-') ? 'r1' : id];
  const ports: SurveyPorts = {
    links: dynamoLinks(tables.client, 'links'),
    tokens,
    records: dynamoQuestionnaires(tables.client, 'questionnaires'),
    catalogue: contentCatalogue(live, { versions: async () => [] }, contentHash),
    facts: async (_programme, recipientId) => fileOf(recipientId)?.facts ?? {},
    content: live,
    journal,
    refer: async (order) => {
      orders.set(order.causeId, order);
      return [];
    },
    referEmergency: async () => [],
    birthDateOf: async (_programme, recipientId) => fileOf(recipientId)?.birthDate,
    tell: async (one) => void news.push(one),
    stopMessages: async (_programme, recipientId) => void stopped.push(recipientId),
  };
  const programmes: Readonly<Record<string, Programme>> = { suivi };
  const handler = surveyHandler(async () => ({
    ports,
    programmes,
    now: () => at,
    idOf: textUuid,
    count: (metric) => void counted.push(metric),
    secure: false,
  }));
  return {
    handler,
    ports,
    live,
    journal,
    news,
    stopped,
    orders,
    counted,
    tokens,
    setTime: (instant: string) => {
      at = instant;
    },
    open: (subject: string, occasion = 'j2', purpose: LinkPurpose = 'survey') =>
      openLink({ programme: 'suivi', purpose, subject, occasion, expiresAt: '2020-10-06T00:00:00.000Z' }, ports),
  };
}

export type SurveyWorld = ReturnType<typeof surveyWorld>;
