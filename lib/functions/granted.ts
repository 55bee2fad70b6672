import type { Construct } from 'constructs';
import { env } from '../../contracts/env.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import type { InstanceStack } from '../contact-centre/instance-stack.ts';
import type { CentreDataStack } from '../data/centre-data-stack.ts';
import type { DataStack } from '../data/data-stack.ts';
import { grantRegistry } from '../data/registry.ts';
import type { CentreHouse, House } from '../house.ts';
import type { LiveApi } from '../web/live-api.ts';

/** What functions are made from that need nothing but what is kept. */
export interface DataGround {
  readonly house: House;
  readonly data: DataStack;
}

/** What functions are made from that need no contact centre. */
export interface WebGround extends DataGround {
  /** Public base URL of the pages, without a trailing slash. */
  readonly publicUrl: string;
}

/** What functions are made from that need the tables of calls, and no call. */
export interface CentreGround extends DataGround {
  readonly house: CentreHouse;
  readonly data: CentreDataStack;
}

/** What functions of a contact centre are made from. */
export interface Ground extends WebGround {
  readonly house: CentreHouse;
  readonly data: CentreDataStack;
  readonly instance: InstanceStack;
  /** Open pages. */
  readonly live: LiveApi;
}

/** Facts are appended in batches (adapters/dynamo-journal.ts): a repeat overwrites itself. */
export function grantJournalWriting({ data }: DataGround, handler: HandlerFunction): void {
  data.tables.journal.grant(handler, { items: ['BatchWriteItem'] });
}

/** Content in force at an instant. */
export function grantContent({ data }: DataGround, handler: HandlerFunction): void {
  data.tables.content.grant(handler, { items: ['Query'] });
}

export function grantIds(scope: Construct, { house }: Ground, handler: HandlerFunction): void {
  grantRegistry(scope, house, handler);
}

/** Finding or writing down the person behind a number. */
export function grantRegistering({ data }: WebGround, handler: HandlerFunction): void {
  data.identity.grantPseudonyms(handler);
  data.tables.people.grant(handler, { items: ['GetItem', 'PutItem'] });
}

/** Which instance it serves: what comes from another is refused. */
export function setInstance({ instance }: Ground, handler: HandlerFunction): void {
  handler.setEnvironment(env.instanceArn, instance.instanceArn);
}

/** Which numbers may be dialled (design decision 18). */
export function setVoiceReach({ house }: Ground, handler: HandlerFunction): void {
  handler.setEnvironment(env.voiceReach, JSON.stringify(house.deployment.voiceReach));
}

/** Acting on contacts of the instance, whose ids are not known before they exist. */
export function grantContacts({ instance }: Ground, handler: HandlerFunction, actions: readonly string[]): void {
  handler.allowUnder(
    actions.map((action) => `connect:${action}`),
    instance.instanceArn,
    '/contact/*',
    'A contact has no id before it exists: any contact of this instance.',
  );
}
