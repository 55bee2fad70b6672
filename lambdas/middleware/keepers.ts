import { dynamoCampaigns } from '../../adapters/dynamo-campaigns.ts';
import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoComments } from '../../adapters/dynamo-comments.ts';
import { dynamoConsents } from '../../adapters/dynamo-consents.ts';
import { dynamoFollowUps } from '../../adapters/dynamo-follow-ups.ts';
import { dynamoKeptNumbers } from '../../adapters/dynamo-kept-numbers.ts';
import { dynamoLinks } from '../../adapters/dynamo-links.ts';
import { dynamoMessages } from '../../adapters/dynamo-messages.ts';
import { dynamoProfiles } from '../../adapters/dynamo-profiles.ts';
import { dynamoQuestionnaires } from '../../adapters/dynamo-questionnaires.ts';
import { dynamoReferrals, lastOfReferral } from '../../adapters/dynamo-referrals.ts';
import { kmsClient } from '../../adapters/kms-client.ts';
import { s3KeptLists } from '../../adapters/s3-kept-lists.ts';
import { sweptItems } from '../../adapters/swept-items.ts';
import { env } from '../../contracts/env.ts';
import { tables } from '../../contracts/tables.ts';
import { followUpKeepers } from '../../domain/follow-up/follow-up-keepers.ts';
import { followedPeopleKeeper } from '../../domain/follow-up/followed-people-keeper.ts';
import { listKeeper } from '../../domain/follow-up/list-keeper.ts';
import { registerKeepers } from '../../domain/recipient/register-keepers.ts';
import type { Keeper } from '../../domain/retention/keeper.ts';
import { now } from './clock.ts';
import { followUpPortsFromEnv } from './follow-up-ports.ts';
import { linkTokensFromEnv } from './link-ports.ts';
import { recipientRegisterFromEnv } from './recipient-register.ts';
import { requireEnv } from './require-env.ts';

/**
 * Everything that this deployment keeps of people, in the order in which it is forgotten: what is still to happen to somebody first, who they are last. What
 * goes by age alone comes after, and outlives people where the law wants it to, under keys that say nothing of them.
 */
export function keepersFromEnv(): readonly Keeper[] {
  return process.env[tables.followUps.env] === undefined ? [] : keepersOfFollowUps();
}

function keepersOfFollowUps(): readonly Keeper[] {
  const client = dynamoClient();
  const [people, identityKey] = [requireEnv(tables.people.env), requireEnv(env.identityKey)];
  const messagesTable = requireEnv(tables.messages.env);
  const followed = dynamoFollowUps(client, requireEnv(tables.followUps.env));
  const consents = dynamoConsents(client, messagesTable);
  const followUp = followUpKeepers({
    ...followUpPortsFromEnv(),
    links: dynamoLinks(client, requireEnv(tables.links.env)),
    tokens: linkTokensFromEnv(),
    messages: dynamoMessages(client, messagesTable),
    records: dynamoQuestionnaires(client, requireEnv(tables.questionnaires.env)),
    referrals: dynamoReferrals(client, requireEnv(tables.referrals.env)),
    campaigns: dynamoCampaigns(client, requireEnv(tables.campaigns.env)),
    now,
  });
  const profiles = dynamoProfiles(client, people, kmsClient(), identityKey);
  const { number, line, profile } = registerKeepers({
    register: recipientRegisterFromEnv(),
    profiles,
    numbers: dynamoKeptNumbers(client, {
      people,
      callbacks: requireEnv(tables.callbacks.env),
      messages: messagesTable,
    }),
    comments: dynamoComments(client, people, kmsClient(), identityKey),
    wanted: async (programme, ids) =>
      new Set((await followed.read(programme, ids)).map(({ recipientId }) => recipientId)),
  });
  const consent: Keeper = {
    data: 'consent',
    tell: async (programme, subject) => (await consents.facts(programme, { subject })).map((fact) => ({ ...fact })),
  };
  return [
    ...followUp,
    followedPeopleKeeper(followed, { before: followUp, after: [line, profile] }),
    listKeeper({ profiles, lists: s3KeptLists(requireEnv(env.listBucket)) }),
    number,
    line,
    profile,
    consent,
    ...sweptByAge(messagesTable),
  ];
}

/** What is left of nobody that is known: purged by age, whatever became of the people. */
function sweptByAge(messagesTable: string): readonly Keeper[] {
  const client = dynamoClient();
  const { links, questionnaires, referrals, messages } = tables;
  const ofMessages = { table: messagesTable, partitionKey: messages.partitionKey, sortKey: messages.sortKey };
  return [
    sweptItems(client, { ...ofMessages, data: 'message', prefix: 'message#' }),
    sweptItems(client, { ...ofMessages, data: 'refused-number', prefix: 'number#' }),
    sweptItems(client, { ...ofMessages, data: 'consent', prefix: 'consent#' }),
    sweptItems(client, {
      ...{ data: 'link', table: requireEnv(links.env), partitionKey: links.partitionKey },
      prefix: 'link#',
    }),
    sweptItems(client, {
      ...{ data: 'questionnaire', table: requireEnv(questionnaires.env), partitionKey: questionnaires.partitionKey },
      prefix: '',
    }),
    sweptItems(client, {
      ...{ data: 'referral', table: requireEnv(referrals.env), partitionKey: referrals.partitionKey },
      ...{ sortKey: referrals.sortKey, prefix: 'cell#', lastOf: lastOfReferral },
    }),
  ];
}
