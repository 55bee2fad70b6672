import { callProgress, type HandOverPorts, handOver, takeBack } from '../campaign/hand-over.ts';
import type { FollowUpCalls } from './follow-up-ports.ts';

/** Calls of moments are campaigns, one a moment, that people are handed to. */
export function campaignCalls(ports: HandOverPorts): FollowUpCalls {
  return {
    async hand(programme, calls, at) {
      const priority = await ports.content.inForce(programme, 'callPriority', at);
      for (const [moment, people] of Map.groupBy(calls, (call) => call.moment)) {
        await handOver(programme, moment, people, at, ports, priority.indexOf(moment));
      }
    },
    async withdraw(programme, people, at) {
      for (const [moment, ofMoment] of Map.groupBy(people, (one) => one.moment)) {
        await takeBack(programme, moment, ofMoment, at, ports);
      }
    },
    async progress(programme, moment, recipientIds, at) {
      return await callProgress(programme, moment, recipientIds, at, ports);
    },
  };
}
