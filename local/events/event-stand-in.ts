import { CallInput, unknownAction } from '../call-input.ts';
import type { StandIn } from '../cloud.ts';
import { isJsonObject, type Json } from '../json.ts';
import { ServiceError } from '../service-error.ts';
import type { LocalEventBridge } from './local-event-bridge.ts';

/** EventBridge's own API: `PutEvents` `{Entries: [{Source, DetailType, Detail, Resources?, EventBusName?}]}`. */
export function eventStandIn(events: LocalEventBridge): StandIn {
  return {
    mutates: () => true,
    handle({ action, input, lane }) {
      if (action !== 'PutEvents') throw unknownAction('events', action, ['PutEvents']);
      const entries = new CallInput(action, input).inputs('Entries').map((entry, index) => {
        const detail: Json = JSON.parse(entry.text('Detail'));
        if (!isJsonObject(detail)) throw new ServiceError('ValidationException', 'PutEvents: Detail is no JSON object');
        const bus = entry.optionalText('EventBusName');
        const put = {
          source: entry.text('Source'),
          detailType: entry.text('DetailType'),
          detail,
          resources: entry.texts('Resources'),
          ...(bus === undefined ? {} : { bus }),
        };
        return { EventId: events.put(put, { lane: `${lane}/${index}` }) };
      });
      return { FailedEntryCount: 0, Entries: entries };
    },
  };
}
