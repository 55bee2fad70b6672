import type { NumberKeyOf, People } from '../caller/people.ts';
import type { Register } from '../recipient/register.ts';

/** Invented people of an exercise: enough to prove that a cycle loads and that its first call leaves. */
export const drillPeople = 60;

/** Numbers that the French plan keeps for fiction: `+33 1 99 00 00 00` to `+33 1 99 00 99 99` (ARCEP decision 2018-0881). Nobody has them. */
const fictional = (index: number) => `+331990${String(index).padStart(5, '0')}`;

/**
 * Invented people of an exercise (REFLEX-11): as many as asked, each with a number that belongs to nobody. Their dials end as those of a number that is
 * not in service: what the exercise proves is the loading, the clock and the first call.
 */
export function drillRegister(
  count: number,
  { people, numberKeyOf }: { readonly people: Pick<People, 'add'>; readonly numberKeyOf: NumberKeyOf },
): Register {
  return {
    async *inForce(programme, _at, after = '') {
      for (let index = 0; index < count; index += 1) {
        const recipientId = `exercice-${String(index).padStart(5, '0')}`;
        if (recipientId > after) {
          const e164 = fictional(index);
          const numberKey = await numberKeyOf(e164);
          await people.add(programme, numberKey, e164, 'exercice');
          yield {
            recipientId,
            numberKeys: [numberKey],
            channel: 'voice',
            ageBand: '75-79',
            sector: '75000',
            riskRank: index % 10,
          };
        }
      }
    },
    removed: async () => false,
  };
}
