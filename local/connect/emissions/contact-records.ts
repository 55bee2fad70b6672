import { type Contact, laneOf, serial } from '../contact.ts';
import { draw, now, type World } from '../world.ts';
import { contactRecord } from './contact-record.ts';

const repeatMs: readonly [number, number] = [1_000, 90_000];

/** Sends the record of a completed contact to the stream of the instance, some seconds later, and now and then twice. */
export function scheduleRecord(world: World, contact: Contact): void {
  contact.recorded = true;
  const streamArn = world.instance.storage.get('CONTACT_TRACE_RECORDS')?.target;
  if (streamArn === undefined) return;
  const { cloud, options } = world;
  const lane = laneOf(contact, `record/${serial(contact, 'record')}`);
  const random = draw(world, lane);
  const [least, most] = options.recordDelaySeconds;
  const delay = random.integer(least * 1000, most * 1000);
  const data = JSON.stringify(contactRecord(world, contact));
  const put = (putLane: string) => () =>
    void cloud.streams.put(streamArn, { data, partitionKey: contact.id, lane: putLane });
  cloud.kernel.at(now(world) + delay, lane, put(lane));
  if (random.chance(cloud.settings.unfriendly.duplicate))
    cloud.kernel.at(now(world) + delay + random.integer(...repeatMs), `${lane}/again`, put(`${lane}/again`));
}

/** The contact changed after its record: a new one follows, told apart by LastUpdateTimestamp (whole seconds, always later). */
export function reissueRecord(world: World, contact: Contact): void {
  contact.lastUpdateAt = Math.max(now(world), contact.lastUpdateAt + 1000);
  if (contact.recorded) scheduleRecord(world, contact);
}
