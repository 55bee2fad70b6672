import type { Content } from '../../domain/content/content.ts';
import type { Programme } from '../../domain/programme/programme.ts';

/** Age from which one may register for age alone, at an ISO instant. */
export type RegistrationAge = (programme: Programme, at: string) => Promise<number>;

/** As the programme has it in force; nobody registers for their age where it has none. */
export function registrationAge(content: Content): RegistrationAge {
  return async ({ name, outbound }, at) =>
    outbound?.registerRules === undefined
      ? Number.POSITIVE_INFINITY
      : (await content.inForce(name, 'registerRules', at)).registrationAge;
}
