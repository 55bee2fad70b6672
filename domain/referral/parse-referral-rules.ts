import { DefinitionReader } from '../questionnaire/definition-reader.ts';
import type { Fault } from '../questionnaire/fault.ts';
import type { Cell, DutyContact, DutyRoster, ReferralLevel, ReferralRules, ReferralStep } from './referral-rules.ts';

const time = /^([01]\d|2[0-3]):[0-5]\d$/;
const moment = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/;
/** Minutes of two weeks. */
const longest = 14 * 24 * 60;

/** Reads rules from JSON that people write; answers every fault of form at once. What they mean is checked by `checkReferralRules`. */
export function parseReferralRules(json: unknown): ReferralRules | { readonly faults: readonly Fault[] } {
  const reader = new DefinitionReader();
  const read = reader.members(json, '', ['cells', 'levels', 'cellOfLevel', 'emergency', 'unreachable', 'supervisor']);
  const rules: ReferralRules = {
    cells: reader.list(read['cells'], 'cells', (one, place) => readCell(reader, one, place)),
    levels: reader.list(read['levels'], 'levels', (one, place) => readLevel(reader, one, place)),
    cellOfLevel: readCellOfLevel(reader, read['cellOfLevel']),
    emergency: readRoute(reader, read['emergency'], 'emergency'),
    unreachable: readRoute(reader, read['unreachable'], 'unreachable'),
    supervisor: readContact(reader, read['supervisor'], 'supervisor'),
  };
  return reader.faults.length > 0 ? { faults: reader.faults } : rules;
}

function readCell(reader: DefinitionReader, value: unknown, place: string): Cell {
  const names = ['code', 'label', 'contacts', 'roster', 'ownLevel'];
  const { code, label, contacts, roster, ownLevel } = reader.members(value, place, names);
  return {
    code: reader.code(code, `${place}.code`),
    label: reader.text(label, `${place}.label`),
    contacts: reader.list(contacts, `${place}.contacts`, (one, at) => readContact(reader, one, at)),
    roster: readRoster(reader, roster, `${place}.roster`),
    ...(ownLevel === undefined ? {} : { ownLevel: reader.code(ownLevel, `${place}.ownLevel`) }),
  };
}

function readContact(reader: DefinitionReader, value: unknown, place: string): DutyContact {
  const { code, label } = reader.members(value, place, ['code', 'label']);
  return { code: reader.code(code, `${place}.code`), label: reader.text(label, `${place}.label`) };
}

function readRoster(reader: DefinitionReader, value: unknown, place: string): DutyRoster {
  const { weekly, dated } = reader.members(value, place, ['weekly', 'dated']);
  const contactsOf = (contacts: unknown, at: string) =>
    reader.list(contacts, `${at}.contacts`, (one, where) => reader.code(one, where));
  return {
    weekly: reader.list(weekly, `${place}.weekly`, (one, at) => {
      const { weekdays, from, to, contacts } = reader.members(one, at, ['weekdays', 'from', 'to', 'contacts']);
      return {
        weekdays: reader.list(weekdays, `${at}.weekdays`, (day, where) => reader.whole(day, where, 7)),
        from: matching(reader, from, `${at}.from`, time, 'une heure HH:MM'),
        to: matching(reader, to, `${at}.to`, time, 'une heure HH:MM'),
        contacts: contactsOf(contacts, at),
      };
    }),
    dated: reader.list(
      dated,
      `${place}.dated`,
      (one, at) => {
        const { from, to, contacts } = reader.members(one, at, ['from', 'to', 'contacts']);
        return {
          from: matching(reader, from, `${at}.from`, moment, 'un moment AAAA-MM-JJTHH:MM'),
          to: matching(reader, to, `${at}.to`, moment, 'un moment AAAA-MM-JJTHH:MM'),
          contacts: contactsOf(contacts, at),
        };
      },
      0,
    ),
  };
}

function readLevel(reader: DefinitionReader, value: unknown, place: string): ReferralLevel {
  const names = ['code', 'label', 'steps', 'repeatMinutes', 'handleWithinMinutes', 'groupMinutes'];
  const { code, label, steps, repeatMinutes, handleWithinMinutes, groupMinutes } = reader.members(value, place, names);
  return {
    code: reader.code(code, `${place}.code`),
    label: reader.text(label, `${place}.label`),
    steps: reader.list(steps, `${place}.steps`, (one, at) => readStep(reader, one, at)),
    repeatMinutes: reader.whole(repeatMinutes, `${place}.repeatMinutes`, longest),
    handleWithinMinutes: reader.whole(handleWithinMinutes, `${place}.handleWithinMinutes`, longest),
    ...(groupMinutes === undefined
      ? {}
      : { groupMinutes: reader.whole(groupMinutes, `${place}.groupMinutes`, longest) }),
  };
}

function readStep(reader: DefinitionReader, value: unknown, place: string): ReferralStep {
  const { afterMinutes, type, to } = reader.members(value, place, ['afterMinutes', 'type', 'to']);
  return {
    afterMinutes: reader.whole(afterMinutes, `${place}.afterMinutes`, longest),
    type: reader.oneOf(type, `${place}.type`, ['notify', 'remind', 'escalate'], 'notify'),
    to: to === 'supervisor' ? to : reader.whole(to, `${place}.to`, 20),
  };
}

function readRoute(reader: DefinitionReader, value: unknown, place: string): ReferralRules['emergency'] {
  const { cell, level, reason } = reader.members(value, place, ['cell', 'level', 'reason']);
  return {
    cell: reader.code(cell, `${place}.cell`),
    level: reader.code(level, `${place}.level`),
    reason: reader.text(reason, `${place}.reason`),
  };
}

function readCellOfLevel(reader: DefinitionReader, value: unknown): ReferralRules['cellOfLevel'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    reader.refuse('cellOfLevel', value, 'un objet : une cellule par niveau, vide s’il n’y en a pas');
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).map(([level, cell]) => [
      reader.code(level, 'cellOfLevel'),
      reader.code(cell, `cellOfLevel.${level}`),
    ]),
  );
}

function matching(reader: DefinitionReader, value: unknown, place: string, shape: RegExp, accepted: string): string {
  if (typeof value === 'string' && shape.test(value)) {
    return value;
  }
  reader.refuse(place, value, accepted);
  return '';
}
