import type { KinesisStreamBatchResponse, KinesisStreamEvent } from 'aws-lambda';
import { metrics } from '../../contracts/metrics.ts';
import type { AgentEvent } from '../../domain/presence/agent-event.ts';
import { type FollowAgentsPorts, followAgents } from '../../domain/presence/follow-agents.ts';
import { parseAgentEvent } from '../../domain/presence/parse-agent-event.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { log } from '../middleware/log.ts';
import { eachRecord } from '../middleware/stream-batch.ts';

export interface AgentEventsParts {
  readonly ports: FollowAgentsPorts;
  readonly instanceArn: string;
  readonly count: (metric: string, value: number, programme: string) => void;
}

/** Agent events of the stream. One that cannot be read goes alone to the dead letters; the others are written together. */
export function agentEventsHandler(
  parts: () => Promise<AgentEventsParts>,
): FunctionHandler<KinesisStreamEvent, KinesisStreamBatchResponse> {
  return functionHandler('agent-events', async (batch) => {
    const { ports, instanceArn, count } = await parts();
    const events: AgentEvent[] = [];
    const answer = await eachRecord(batch, 'agent-events', async (text) => {
      const event = parseAgentEvent(text);
      if (event.instanceArn === instanceArn) {
        events.push(event);
      } else {
        count(metrics.foreignRecords, 1, 'all');
        log('warn', 'agent-events: event of another instance refused', { eventId: event.eventId });
      }
    });
    await followAgents(events, ports);
    return answer;
  });
}
