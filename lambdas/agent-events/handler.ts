import type { KinesisStreamBatchResponse, KinesisStreamEvent } from 'aws-lambda';
import { metrics } from '../../contracts/metrics.ts';
import type { AgentEvent } from '../../domain/presence/agent-event.ts';
import { type FollowAgentsPorts, followAgents } from '../../domain/presence/follow-agents.ts';
import { parseAgentEvent } from '../../domain/presence/parse-agent-event.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { log } from '../middleware/log.ts';
import { runBatch } from '../middleware/stream-batch.ts';

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
    return await runBatch<AgentEvent>(batch, 'agent-events', {
      read(text) {
        const event = parseAgentEvent(text);
        if (event.instanceArn === instanceArn) {
          return event;
        }
        count(metrics.foreignRecords, 1, 'all');
        log('warn', 'agent-events: event of another instance refused', { eventId: event.eventId });
        return undefined;
      },
      async run(events) {
        await followAgents(events, ports);
        return new Map();
      },
    });
  });
}
