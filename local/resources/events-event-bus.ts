import type { LocalEventBridge } from '../events/local-event-bridge.ts';
import { PropertyReader } from './property-reader.ts';
import type { ResourceProvider } from './provider.ts';

/** `AWS::Events::EventBus`. */
export function eventBusProvider(events: LocalEventBridge): ResourceProvider {
  return (resource, cloud) => {
    const name = new PropertyReader(resource).accept('Description', 'Name', 'Tags').text('Name');
    events.createBus(name);
    const arn = `arn:${cloud.partition}:events:${cloud.region}:${cloud.account}:event-bus/${name}`;
    return { ref: name, attributes: { Arn: arn, Name: name } };
  };
}
