import { planAlert, registerMember } from '../../../simulation/alertes/act.ts';
import type { CreatedStructure } from '../../../simulation/alertes/create-structures.ts';
import type { AlertesWorld } from '../../../simulation/alertes/open-alertes.ts';

/** Seven members of each centre; the last figure of their numbers. A mother and her child share theirs, one has a landline, one agreed to nothing. */
const people = [
  ['d’Orsay', 'Lucie', '04/05/1980', 1, ['petite-enfance', 'culture'], true],
  ['d’Orsay', 'Léo', '04/05/2018', 1, ['petite-enfance'], true],
  ['Éluard', 'Paul', '14/12/1995', 2, ['petite-enfance'], true],
  ['Elvire', 'Anne', '29/02/2004', 3, ['jeunesse'], true],
  ['Zola', 'Émile', '02/04/1940', 4, ['culture'], true],
  ['Nguyen', 'Bao', '01/02/1990', 0, ['rsa'], true],
  ['Haddad', 'Samir', '11/11/1971', 6, ['rsa'], false],
] as const;

export interface LivedCentre {
  /** Id of the message that was sent to `petite-enfance`. */
  readonly sent: string;
  /** Path by which Paul Éluard stops the messages of this centre. */
  readonly stopPath: string;
}

/** Members are registered and a message is sent in each centre, in virtual time, before anybody looks. */
export async function liveCentres(
  world: AlertesWorld,
  structures: readonly CreatedStructure[],
): Promise<readonly LivedCentre[]> {
  const sent: string[] = [];
  for (const [centre, { users }] of structures.entries()) {
    const referent = users[1]?.userName ?? '';
    for (const [lastName, firstName, birthDate, figure, groups, consent] of people) {
      const phone = figure === 0 ? `03 20 12 34 5${centre}` : `06 12 34 5${centre} 0${figure}`;
      await registerMember(world, referent, { lastName, firstName, birthDate, phone, groups, consent });
    }
    sent.push(
      await planAlert(world, referent, {
        ...{ title: 'Atelier du mercredi', category: 'enfance', groups: ['petite-enfance'] },
        text: 'Bonjour {prenom}, un atelier parents-enfants a lieu mercredi à 14 h. {structure}',
      }),
    );
  }
  await world.runUntil(world.cloud.kernel.now() + 20 * 60_000);
  return sent.map((id, centre) => {
    const [text] = world.cloud.sms.inbox(`+33612345${centre}02`);
    const link = /https?:\S+/.exec(text?.body ?? '')?.[0];
    if (link === undefined) throw new Error(`Paul Éluard of centre ${centre} got no link: ${text?.body}`);
    return { sent: id, stopPath: new URL(link).pathname };
  });
}
