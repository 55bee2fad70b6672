import type { ConsentFact } from '../consent/consent.ts';
import type { ConsentText, Funding } from '../programme/alert-content.ts';
import { shortDay, shortMoment } from '../report/french.ts';
import type { Member, MemberGroup } from './member.ts';

/** A sheet of the file of what is kept of a member; its words are French. */
export interface MemberFileSection {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Said where there are no rows. */
  readonly empty: string;
}

/** Port: such a file as a workbook. */
export type MemberWorkbook = (
  sections: readonly MemberFileSection[],
  about: { readonly title: string; readonly timeZone: string; readonly at: string; readonly funding: Funding },
) => Promise<Uint8Array>;

/** What the sheet, the groups and the ledger of consents keep of a member (COMMON-15). */
export function memberFile({
  member,
  groups,
  facts,
  consentTexts,
  timeZone,
  staff,
}: {
  readonly member: Member;
  readonly groups: readonly MemberGroup[];
  readonly facts: readonly ConsentFact[];
  readonly consentTexts: readonly ConsentText[];
  readonly timeZone: string;
  /** How those who wrote something down are called, by user name. */
  readonly staff: ReadonlyMap<string, string>;
}): readonly MemberFileSection[] {
  const { lastName, firstName, birthDate, email, phone, createdAt, createdBy, changedAt, changedBy } = member;
  const nameOf = (userName: string) => staff.get(userName) ?? userName;
  const textOf = (version: string) => consentTexts.find((text) => text.version === version)?.text ?? version;
  const pairs: readonly (readonly [string, string])[] = [
    ['Nom', lastName],
    ['Prénom', firstName],
    ['Date de naissance', birthDate === undefined ? '' : shortDay(birthDate)],
    ['Téléphone', phone?.e164 ?? ''],
    ['Adresse électronique', email ?? ''],
    ['Inscrit le', `${shortMoment(timeZone, createdAt)} par ${nameOf(createdBy)}`],
    ['Modifié le', `${shortMoment(timeZone, changedAt)} par ${nameOf(changedBy)}`],
    ['Identifiant', member.memberId],
  ];
  return [
    { title: 'Fiche', columns: ['Donnée', 'Valeur'], rows: pairs, empty: '' },
    {
      title: 'Groupes',
      columns: ['Groupe'],
      rows: groups.filter(({ groupId }) => member.groups.includes(groupId)).map(({ name }) => [name]),
      empty: 'Aucun groupe.',
    },
    {
      title: 'Accords',
      columns: ['Date', 'Parole', 'Moyen', 'Écrit par', 'Phrase'],
      rows: [...facts]
        .sort((a, b) => (a.at < b.at ? -1 : 1))
        .map(({ at, change, channel, by = '', textVersion }) => [
          shortMoment(timeZone, at),
          change === 'given' ? 'Accord donné' : 'Accord retiré',
          channels[channel],
          nameOf(by),
          textOf(textVersion),
        ]),
      empty: 'Aucun accord n’a été donné.',
    },
  ];
}

const channels: Readonly<Record<ConsentFact['channel'], string>> = {
  agent: 'Au centre',
  import: 'Fichier importé',
  sms: 'SMS',
  web: 'Lien personnel',
};
