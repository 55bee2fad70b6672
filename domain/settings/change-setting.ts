import type { SettingAnswer, SettingCode } from '../../contracts/settings.ts';
import type { ContactRegistrar } from '../contact/contact-registrar.ts';
import type { NamedContact } from '../contact/named-contact.ts';
import type { Content } from '../content/content.ts';
import { type CancellableVersions, counts } from '../content/content-versions.ts';
import { readReason } from './read-reason.ts';
import { type CurrentContent, readSetting } from './read-setting.ts';
import { settings } from './setting.ts';

export interface SettingPorts {
  /** As kept now, not as remembered. */
  readonly content: Content;
  readonly versions: CancellableVersions;
  /** Hash of a value, the same for the same content. */
  readonly hash: (value: unknown) => string;
  /** Makes ready the addresses of contacts that are named, before they are. */
  readonly contacts: ContactRegistrar;
}

export interface SettingOrder {
  readonly programme: string;
  readonly code: SettingCode;
  readonly value: unknown;
  /** Hash of the version its author saw: another one since then is not overwritten unseen. */
  readonly seen: string;
  /** ISO instants: now, and from when it holds; `validFrom` ≥ `at`. */
  readonly at: string;
  readonly validFrom: string;
  readonly by: string;
  readonly reason: string;
}

/**
 * Changes what the centre goes by from an instant on, without a deployment (SAMPS-40, design principle 5); who, when and why stay with the version. The
 * same change sent twice is one. Refused with every fault, in French, or because somebody else has changed it meanwhile; then nothing is written.
 */
export async function changeSetting(order: SettingOrder, ports: SettingPorts): Promise<SettingAnswer> {
  const { programme, code, at, validFrom, by, reason } = order;
  const { kind } = settings[code];
  if (validFrom < at) {
    return refused(`La date d’effet est ${validFrom} ; valeur acceptée : maintenant ou plus tard.`);
  }
  const fault = readReason(reason, 'du changement');
  if (fault !== undefined) {
    return refused(fault);
  }
  const kept = (await ports.versions.versions(programme, kind)).filter(counts);
  const latest = kept.at(-1);
  // What is changed in part is changed in the last version, be it still to come.
  const base = latest !== undefined && latest.validFrom > at ? latest.validFrom : at;
  const read = readSetting(code, order.value, await currentAt(code, programme, base, ports), at);
  if ('faults' in read) {
    return { accepted: false, faults: read.faults };
  }
  const version = ports.hash(read.value);
  if (latest?.hash === version && latest.origin === 'edit') {
    return { accepted: true, version, validFrom: latest.validFrom };
  }
  if (latest?.hash !== order.seen) {
    const who = latest?.by === undefined ? '' : ` par ${latest.by}`;
    return refused(`Ce réglage a été changé entre-temps${who}. Rechargez la page, puis refaites votre changement.`);
  }
  if (latest.validFrom >= validFrom) {
    return refused(
      `Un changement vaut déjà à partir du ${latest.validFrom} ; donnez au vôtre une date d’effet plus tardive.`,
    );
  }
  const edit = { validFrom, hash: version, origin: 'edit', value: read.value, by, at, reason: reason.trim() } as const;
  if (code === 'contacts') {
    await ports.contacts.register(addressesOf(read.value));
  }
  if (!(await ports.versions.add(programme, kind, edit))) {
    return refused(`Ce même changement a été annulé pour le ${validFrom} ; donnez-lui une autre date d’effet.`);
  }
  return { accepted: true, version, validFrom };
}

function refused(fault: string): SettingAnswer {
  return { accepted: false, faults: [fault] };
}

/** Addresses of contacts as they have been read. */
function addressesOf(contacts: unknown): readonly string[] {
  return (Array.isArray(contacts) ? contacts : []).map(({ email }: NamedContact) => email);
}

async function currentAt(
  code: SettingCode,
  programme: string,
  at: string,
  { content }: SettingPorts,
): Promise<CurrentContent> {
  const [calendar, motives, callbackPolicy, watchRules] = await Promise.all([
    content.inForce(programme, 'calendar', at),
    content.inForce(programme, 'motives', at),
    content.inForce(programme, 'callbackPolicy', at),
    code === 'watchRules' ? content.inForce(programme, 'watchRules', at) : [],
  ]);
  return { calendar, motives, callbackPolicy, watchRules };
}
