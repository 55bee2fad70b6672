import type { DeskAttempt, DeskPast, DeskPerson } from '../../contracts/desk-context.ts';
import { dispositions, effectOf, isDisposition } from '../attempt/dispositions.ts';
import { parseAttemptId } from '../campaign/attempt-id.ts';
import type { CampaignRegister } from '../campaign/campaign-register.ts';
import { findCycle } from '../campaign/find-cycle.ts';
import type { Recipient } from '../campaign/recipient.ts';
import { pastAttempt } from '../campaign/recipient-facts.ts';
import type { Content } from '../content/content.ts';
import type { RecipientProfile } from '../recipient/profile.ts';
import type { Profiles } from '../recipient/profiles.ts';
import { shortDay } from '../report/french.ts';
import type { ContactOrigin } from './contact-origin.ts';

export interface DeskAttemptPorts {
  readonly campaigns: Pick<CampaignRegister, 'campaigns' | 'read'>;
  readonly content: Content;
  readonly profiles: Pick<Profiles, 'reveal'>;
}

interface Called {
  readonly attempt: DeskAttempt;
  readonly identity?: DeskPerson['identity'];
  /** Attempts of the cycle before this one. */
  readonly past: readonly DeskPast[];
}

/** The campaign a contact is about, and whom it calls; undefined for any other contact. */
export async function deskAttempt(
  programme: string,
  { attributes }: ContactOrigin,
  ports: DeskAttemptPorts,
): Promise<Called | undefined> {
  const { attemptId: rung = '', ringBackId = '', mayLeaveMessage } = attributes;
  const attemptId = parseAttemptId(rung) === undefined ? ringBackId : rung;
  const name = parseAttemptId(attemptId);
  const found = name && (await findCycle(programme, name, ports));
  if (name === undefined || found === undefined) {
    return undefined;
  }
  const { label, questionnaire, script } = found.type;
  const attempt: DeskAttempt = {
    attemptId,
    isRingBack: attemptId !== rung,
    campaign: label,
    guide: questionnaire !== undefined ? 'questionnaire' : script !== undefined ? 'script' : 'none',
    mayLeaveMessage: mayLeaveMessage === 'yes',
    dispositions: told(),
  };
  // With a script, files hang on who the person is: nothing is shown before they have said it (SAMPS-34).
  const [[recipient], profile] = await Promise.all([
    ports.campaigns.read(programme, found.key, [name.recipientId]),
    script === undefined
      ? ports.profiles.reveal(programme, [name.recipientId]).then((all) => all.get(name.recipientId)?.profile)
      : undefined,
  ]);
  const past = recipient === undefined ? [] : attemptsBefore(recipient, name.n, label);
  return { attempt, past, ...(profile && { identity: identityOf(profile) }) };
}

function attemptsBefore({ attempts }: Recipient, n: number, campaign: string): readonly DeskPast[] {
  return attempts
    .map(pastAttempt)
    .filter((one) => one.n !== n && one.disposition !== undefined)
    .map(({ n: nth, startedAt, disposition }) => {
      const what = nth === 0 ? 'Nous a rappelés' : `Tentative ${nth}`;
      return {
        at: startedAt,
        kind: 'attempt',
        what,
        ...(disposition && { detail: effectOf(disposition).label }),
        scheme: campaign,
      } as const;
    });
}

/** What an agent may say came of a call. */
function told(): DeskAttempt['dispositions'] {
  return Object.keys(dispositions)
    .filter(isDisposition)
    .map((code) => ({ code, ...effectOf(code) }))
    .filter(({ toldBy }) => toldBy !== 'telephone')
    .map(({ code, label, retry, correction }) => ({
      code,
      label,
      ...(retry === 'asked-time' ? { asks: 'askedFor' as const } : {}),
      ...(correction === 'absence' ? { asks: 'absentUntil' as const } : {}),
    }));
}

const impairmentLabels = { hearing: 'entend mal', speech: 'parle difficilement' } as const;

/** No number, no address: whom one talks with, and how to be heard by them (COMMON-48). */
function identityOf(profile: RecipientProfile): NonNullable<DeskPerson['identity']> {
  const { civility, firstName, lastName, birthDate, postcode, city, helper, livesAlone, teleAlarm, impairments } =
    profile;
  const title = civility === 'M' ? ['M.'] : civility === 'MME' ? ['Mme'] : [];
  const place = [postcode, city].filter((part) => part !== undefined).join(' ');
  return {
    name: [...title, firstName, lastName].join(' '),
    ...(birthDate !== undefined && { birthDate: shortDay(birthDate) }),
    ...(place !== '' && { place }),
    remarks: [
      ...impairments.map((one) => impairmentLabels[one]),
      ...(livesAlone === true ? ['vit seul(e)'] : []),
      ...(teleAlarm === true ? ['a une téléalarme'] : []),
      ...(helper?.name === undefined ? [] : [`aide : ${[helper.name, helper.relation].filter(Boolean).join(', ')}`]),
    ],
  };
}
