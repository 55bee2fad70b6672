import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoFollowUps } from '../../adapters/dynamo-follow-ups.ts';
import { dynamoMessages } from '../../adapters/dynamo-messages.ts';
import { tables } from '../../contracts/tables.ts';
import { campaignCalls } from '../../domain/follow-up/campaign-calls.ts';
import { followUpJournal } from '../../domain/follow-up/follow-up-journal.ts';
import type { FollowUpPorts } from '../../domain/follow-up/follow-up-ports.ts';
import { messageTexts } from '../../domain/follow-up/message-texts.ts';
import { orientedJournal } from '../../domain/follow-up/oriented-journal.ts';
import { isStillDue } from '../../domain/follow-up/still-due.ts';
import { campaignsFromEnv } from './campaign-ports.ts';
import { now } from './clock.ts';
import { linkPortsFromEnv } from './link-ports.ts';
import { consentPortsFromEnv } from './message-ports.ts';
import { contentFromEnv, journalFromEnv } from './ports-from-env.ts';
import { requireEnv } from './require-env.ts';

export function followedPeopleFromEnv() {
  return dynamoFollowUps(dynamoClient(), requireEnv(tables.followUps.env));
}

/** What following people takes, from the function's environment. Its own entries tell it nothing: its journal is the journal alone. */
export function followUpPortsFromEnv(): FollowUpPorts {
  const content = contentFromEnv();
  const journal = journalFromEnv();
  return {
    followed: followedPeopleFromEnv(),
    texts: messageTexts({
      messages: dynamoMessages(dynamoClient(), requireEnv(tables.messages.env)),
      content,
      journal,
      consents: consentPortsFromEnv().consents,
      links: linkPortsFromEnv(),
    }),
    calls: campaignCalls({ campaigns: campaignsFromEnv(), content, journal }),
    content,
    journal,
  };
}

/** The journal, by which the protocol goes on; the journal alone where nobody is followed. */
export function followUpJournalFromEnv() {
  const journal = journalFromEnv();
  return process.env[tables.followUps.env] === undefined
    ? journal
    : { ...journal, ...followUpJournal(journal, followUpPortsFromEnv(), now) };
}

/** The journal, which says of followed people that a cell was asked to help them; the journal alone where nobody is followed. */
export function orientedJournalFromEnv() {
  const journal = journalFromEnv();
  return process.env[tables.followUps.env] === undefined
    ? journal
    : { ...journal, ...orientedJournal(journal, { content: contentFromEnv(), followed: followedPeopleFromEnv() }) };
}

/** Whether somebody handed to a campaign is still to be called; absent where nobody is followed. */
export function stillDueFromEnv() {
  if (process.env[tables.followUps.env] === undefined) {
    return {};
  }
  const followed = followedPeopleFromEnv();
  return {
    isStillDue: async (programme: string, moment: string, recipientId: string) =>
      await isStillDue(programme, moment, recipientId, followed),
  };
}
