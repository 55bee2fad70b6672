import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../local/cloud.ts';
import { isDeskPhoneAction } from '../../../local/connect/desk-phone/desk-phone-actions.ts';
import { DeskPhones } from '../../../local/connect/index.ts';
import type { Kernel } from '../../../local/kernel/kernel.ts';
import { type LocalLine, localSoftphone } from '../../../web/softphone/local-softphone.ts';
import { Centre } from '../../local/connect/support/centre.ts';
import { disconnect, flow, setQueue, toQueue } from '../../local/connect/support/flows.ts';
import { type SoftphoneRig, softphoneContract } from './softphone-contract.ts';

/** Inputs as the centre logs them, without the log. */
function inputsOf(kernel: Kernel): Inputs {
  const kinds = new Map<string, Parameters<Inputs['register']>[1]>();
  return {
    register: (kind, apply) => void kinds.set(kind, apply),
    submit: (kind, data) =>
      new Promise((resolve, reject) => {
        kernel.inject(() =>
          kernel.after(1, '!input', () => {
            try {
              kinds.get(kind)?.(data, '!input');
              resolve();
            } catch (error) {
              reject(error);
            }
          }),
        );
      }),
  };
}

async function openCentre(): Promise<{ centre: Centre; phones: DeskPhones }> {
  const centre = await Centre.open();
  const queues = await centre.staff(['bourses', 'responsable'], ['lea']);
  const transfer = await centre.flow('transfert', flow(toQueue('file', 'fin'), disconnect('fin')), 'QUEUE_TRANSFER');
  await centre.create('QuickConnect', 'Responsable', {
    Name: 'Responsable',
    QuickConnectConfig: {
      QuickConnectType: 'QUEUE',
      QueueConfig: { QueueArn: queues['responsable'] ?? '', ContactFlowArn: transfer },
    },
  });
  centre.answerWith(
    await centre.flow(
      'accueil',
      flow(setQueue('un', queues['bourses'] ?? '', 'file'), toQueue('file', 'fin'), disconnect('fin')),
    ),
  );
  return { centre, phones: new DeskPhones(centre.part.connect, inputsOf(centre.cloud.kernel)) };
}

function lineOf(phones: DeskPhones): LocalLine {
  return {
    listen({ view }) {
      const show = () => view(JSON.stringify({ ...phones.view('lea'), hurrying: false }));
      void phones.sit('lea', true).then(show);
      return phones.watch('lea', show);
    },
    press: (action, name) =>
      isDeskPhoneAction(action) ? phones.act('lea', action, name) : Promise.reject(new Error(action)),
  };
}

softphoneContract('of the local Connect', async (): Promise<SoftphoneRig> => {
  const { centre, phones } = await openCentre();
  const softphone = localSoftphone(lineOf(phones), () => centre.cloud.kernel.now());
  let caller: ReturnType<Centre['call']> | undefined;
  const settle = () => centre.play(2);
  return {
    softphone,
    settle,
    async ring(attributes) {
      caller = centre.call('caller', '+687751234');
      const { contactId } = caller.call;
      centre.at(0, () =>
        Object.assign(centre.part.connect.world.contacts.get(contactId)?.state.attributes ?? {}, attributes),
      );
      await centre.play(2);
    },
    async customerHangsUp() {
      caller?.call.hangUp();
      await settle();
    },
    consultedAnswers: () => centre.play(5),
    ringInVain: () => centre.play(25),
  };
});

describe('COMMON-22: a seat of the local centre', () => {
  it('makes whoever is simulated there stand back, and tells what the person says', async () => {
    const { centre, phones } = await openCentre();
    const { seen } = centre.agent('lea');
    const sitting = phones.sit('lea', true);
    await centre.play(1);
    await sitting;
    expect(seen.some((event) => event.type === 'seat' && event.taken)).toBe(true);
    expect(phones.taken()).toEqual([{ agent: 'lea', status: 'Offline', busy: false }]);
    const available = phones.act('lea', 'status', 'Available');
    await centre.play(1);
    await available;
    const { call } = centre.call('caller', '+687751234');
    await centre.play(2);
    const accepted = phones.act('lea', 'accept', undefined);
    await centre.play(2);
    await accepted;
    call.say('Bonjour, ma carte est perdue.');
    await centre.play(1);
    expect(phones.view('lea').contact?.heard).toEqual(['bourses', 'Bonjour, ma carte est perdue.']);
    expect(phones.deserted()).toEqual(['lea']);
  });
});
