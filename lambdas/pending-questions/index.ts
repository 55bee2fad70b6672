import { dynamoClient } from '../../adapters/dynamo-client.ts';
import { dynamoQuestions } from '../../adapters/dynamo-questions.ts';
import { tables } from '../../contracts/tables.ts';
import { now } from '../middleware/clock.ts';
import { deployedProgrammes } from '../middleware/deployed-programmes.ts';
import { lazy } from '../middleware/lazy.ts';
import { livePushFromEnv } from '../middleware/live-from-env.ts';
import { callbacksFromEnv, contentFromEnv, journalFromEnv } from '../middleware/ports-from-env.ts';
import { requireEnv } from '../middleware/require-env.ts';
import { pendingQuestionsHandler } from './handler.ts';

export const handler = pendingQuestionsHandler(
  lazy(() => ({
    ports: {
      questions: dynamoQuestions(dynamoClient(), requireEnv(tables.questions.env)),
      journal: journalFromEnv(),
      content: contentFromEnv(),
      register: callbacksFromEnv(),
    },
    programmes: deployedProgrammes(),
    now,
    push: livePushFromEnv(),
  })),
);
