import { ServiceError } from '../../service-error.ts';
import { stopContact } from '../calls/stop-contact.ts';
import { updateAttributes } from '../calls/update-attributes.ts';
import { scheduleRouting } from '../queueing/routing.ts';
import { describedContact } from './described-contact.ts';
import { isPast, requireContact, requireInstance } from './input.ts';
import { type Operation, takeEffect } from './operation.ts';

/** Contacts that StopContact refuses, by initiation method (API reference). */
const unstoppable: readonly string[] = ['DISCONNECT', 'TRANSFER', 'QUEUE_TRANSFER', 'EXTERNAL_OUTBOUND', 'MONITOR'];

export const describeContact: Operation = {
  mutates: false,
  run(world, input) {
    requireInstance(world, input);
    return { Contact: describedContact(world, requireContact(world, input.text('ContactId'))) };
  },
};

export const stopContactOperation: Operation = {
  mutates: true,
  run(world, input, { lane }) {
    requireInstance(world, input);
    const contact = requireContact(world, input.text('ContactId'));
    const { initiationMethod } = contact.state;
    if (unstoppable.includes(initiationMethod))
      throw input.refuse(
        'ContactId',
        `a contact not started by ${unstoppable.join(', ')} (it is ${initiationMethod})`,
        'InvalidRequestException',
      );
    if (isPast(world, contact.disconnectedAt))
      throw new ServiceError('ContactNotFoundException', `contact ${contact.id} has already ended`, 410);
    takeEffect(world, lane, () => stopContact(world, contact));
    return {};
  },
};

export const getContactAttributes: Operation = {
  mutates: false,
  run(world, input) {
    requireInstance(world, input);
    const contact = requireContact(world, input.text('InitialContactId'));
    return { Attributes: { ...contact.state.attributes } };
  },
};

export const updateContactAttributes: Operation = {
  mutates: true,
  run(world, input, { lane }) {
    requireInstance(world, input);
    const contact = requireContact(world, input.text('InitialContactId'));
    const attributes = input.attributes('Attributes');
    takeEffect(world, lane, () => updateAttributes(world, contact, attributes));
    return {};
  },
};

export const updateContactRoutingData: Operation = {
  mutates: true,
  run(world, input, { lane }) {
    requireInstance(world, input);
    const contact = requireContact(world, input.text('ContactId'));
    const priority = input.optionalInteger('QueuePriority', 1, 9_223_372_036_854_775_000);
    const adjustment = input.optionalInteger('QueueTimeAdjustmentSeconds', -1_000_000_000, 1_000_000_000);
    if (input.has('RoutingCriteria'))
      throw input.refuse('RoutingCriteria', 'absent: not simulated by the local Connect', 'InvalidRequestException');
    takeEffect(world, lane, () => {
      if (priority !== undefined) contact.state.queuePriority = priority;
      if (adjustment !== undefined) contact.state.queueTimeAdjustmentSeconds = adjustment;
      const { waiting } = contact;
      if (waiting === undefined) return;
      waiting.line.reorder(waiting, () => {
        if (priority !== undefined) waiting.priority = priority;
        if (adjustment !== undefined) waiting.orderAt = waiting.enqueuedAt - adjustment * 1000;
      });
      scheduleRouting(world);
    });
    return {};
  },
};
