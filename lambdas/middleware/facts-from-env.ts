import { tables } from '../../contracts/tables.ts';
import type { QuestionnairePorts } from '../../domain/questionnaire/questionnaire-ports.ts';
import { factsOfFollowed } from '../../domain/survey/facts-of-followed.ts';
import { followedPeopleFromEnv } from './follow-up-ports.ts';

/** What files answer in place of people; nothing where nobody is followed. */
export function factsFromEnv(): Pick<QuestionnairePorts, 'facts'> {
  if (process.env[tables.followUps.env] === undefined) {
    return {};
  }
  const followed = followedPeopleFromEnv();
  return {
    async facts(programme, recipientId) {
      const [person] = await followed.read(programme, [recipientId]);
      return person === undefined ? {} : factsOfFollowed(person);
    },
  };
}
