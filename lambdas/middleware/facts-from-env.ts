import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoFollowUps } from '../../adapters/dynamo-follow-ups.ts';
import type { ReadItem } from '../../adapters/read-item.ts';
import { tables } from '../../contracts/tables.ts';
import type { QuestionnairePorts } from '../../domain/questionnaire/questionnaire-ports.ts';
import { factsOfFollowed } from '../../domain/survey/facts-of-followed.ts';
import { requireEnv } from './require-env.ts';

/** What files answer in place of people; nothing where nobody is followed. */
export function factsFromEnv(read?: ReadItem): Pick<QuestionnairePorts, 'facts'> {
  if (process.env[tables.followUps.env] === undefined) {
    return {};
  }
  const followed = dynamoFollowUps(dynamoClient(), requireEnv(tables.followUps.env), read);
  return {
    async facts(programme, recipientId) {
      const [person] = await followed.read(programme, [recipientId]);
      return person === undefined ? {} : factsOfFollowed(person);
    },
  };
}
