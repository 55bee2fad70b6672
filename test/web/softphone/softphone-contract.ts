import { beforeEach, describe, expect, it } from 'vitest';
import type { Softphone, SoftphoneState } from '../../../web/softphone/softphone.ts';

/** A centre with one agent at this softphone, and what a test makes happen there. */
export interface SoftphoneRig {
  readonly softphone: Softphone;
  /** A person rings, and is put to the agent once they are free. */
  ring(attributes: Readonly<Record<string, string>>): Promise<void>;
  customerHangsUp(): Promise<void>;
  /** It rings until the centre gives up. */
  ringInVain(): Promise<void>;
  /** Whoever was asked for advice takes the call. */
  consultedAnswers(): Promise<void>;
  /** Lets what was asked take effect. */
  settle(): Promise<void>;
}

/** What every softphone does, real or local (COMMON-22). */
export function softphoneContract(name: string, open: () => Promise<SoftphoneRig>): void {
  describe(`COMMON-22: the softphone, ${name}`, () => {
    let rig: SoftphoneRig;
    let phone: Softphone;
    const state = (): SoftphoneState => phone.state;
    const did = async (act: Promise<void>) => {
      const settled = rig.settle();
      await act;
      await settled;
      await rig.settle();
    };
    beforeEach(async () => {
      rig = await open();
      phone = rig.softphone;
      await rig.settle();
    });
    const connected = async () => {
      await did(phone.setStatus('Available'));
      await rig.ring({ scheme: 'BOURSES', personId: 'p-1' });
      await did(phone.accept());
    };

    it('opens offline, with the statuses of the centre and nobody on the line', () => {
      expect(state()).toMatchObject({ connection: 'open', status: { name: 'Offline', kind: 'offline' } });
      expect(state().statuses).toEqual(
        expect.arrayContaining([
          { name: 'Available', kind: 'available' },
          { name: 'Pause', kind: 'away' },
        ]),
      );
      expect(state().contact).toBeUndefined();
    });

    it('takes a status, and tells whoever watches with a new state', async () => {
      const seen: SoftphoneState[] = [];
      const stop = phone.subscribe(() => seen.push(phone.state));
      await did(phone.setStatus('Pause'));
      stop();
      expect(state().status).toEqual({ name: 'Pause', kind: 'away' });
      const told = seen.length;
      expect(told).toBeGreaterThan(0);
      await did(phone.setStatus('Available'));
      expect(seen).toHaveLength(told);
    });

    it('shows who rings with what the flow knows, and no number', async () => {
      await did(phone.setStatus('Available'));
      await rig.ring({ scheme: 'BOURSES', personId: 'p-1' });
      expect(state().contact).toMatchObject({
        state: 'incoming',
        direction: 'inbound',
        queue: 'bourses',
        attributes: { scheme: 'BOURSES', personId: 'p-1' },
        muted: false,
      });
      expect(JSON.stringify(state())).not.toMatch(/\+?\d{9,}(?![\d-])(?=")/);
    });

    it('goes from ringing to conversation to wrap-up to free', async () => {
      await connected();
      const { contactId } = state().contact ?? {};
      expect(contactId).toBeTruthy();
      expect(state().contact?.state).toBe('connected');
      await did(phone.hangUp());
      expect(state().contact).toMatchObject({ contactId, state: 'after-call-work' });
      await did(phone.completeAfterCallWork());
      expect(state().contact).toBeUndefined();
      expect(state().status?.name).toBe('Available');
    });

    it('wraps up as well when the person hangs up', async () => {
      await connected();
      await rig.customerHangsUp();
      expect(state().contact?.state).toBe('after-call-work');
    });

    it('holds, resumes, and turns the microphone off and on', async () => {
      await connected();
      await did(phone.hold());
      expect(state().contact?.state).toBe('on-hold');
      await did(phone.resume());
      expect(state().contact?.state).toBe('connected');
      await did(phone.mute(true));
      expect(state().contact?.muted).toBe(true);
      await did(phone.mute(false));
      expect(state().contact?.muted).toBe(false);
    });

    it('keeps a status chosen during a call for its end', async () => {
      await connected();
      await did(phone.setStatus('Pause'));
      expect(state()).toMatchObject({ nextStatus: 'Pause', contact: { state: 'connected' } });
      await did(phone.hangUp());
      await did(phone.completeAfterCallWork());
      expect(state().status?.name).toBe('Pause');
      expect(state().nextStatus).toBeUndefined();
    });

    it('hands the person over to a quick connect, and leaves the agent to write', async () => {
      await connected();
      expect(state().quickConnects).toEqual(['Responsable']);
      await did(phone.transfer('Responsable'));
      expect(state().contact?.state).toBe('after-call-work');
    });

    it('asks for advice first: the person waits on hold, and is handed over', async () => {
      await connected();
      await did(phone.consult('Responsable'));
      expect(state().contact).toMatchObject({ state: 'on-hold', consultation: { with: 'Responsable' } });
      await rig.consultedAnswers();
      expect(state().contact?.consultation?.state).toBe('connected');
      // To hang up here would hand the person over.
      for (const act of [() => phone.hangUp(), () => phone.transfer('Responsable'), () => phone.resume()]) {
        const refused = expect(act()).rejects.toThrow('Terminez d’abord la consultation');
        await rig.settle();
        await refused;
      }
      await did(phone.completeTransfer());
      expect(state().contact?.state).toBe('after-call-work');
      expect(state().contact?.consultation).toBeUndefined();
    });

    it('asks for advice, and comes back to the person', async () => {
      await connected();
      await did(phone.consult('Responsable'));
      await rig.consultedAnswers();
      await did(phone.comeBack());
      expect(state().contact?.state).toBe('connected');
      expect(state().contact?.consultation).toBeUndefined();
      await did(phone.hangUp());
      expect(state().contact?.state).toBe('after-call-work');
    });

    it('is over when the person hangs up while advice is asked for', async () => {
      await connected();
      await did(phone.consult('Responsable'));
      await rig.customerHangsUp();
      expect(state().contact).toMatchObject({ state: 'after-call-work' });
      expect(state().contact?.consultation).toBeUndefined();
    });

    it('says that a call was missed, until a status is chosen again', async () => {
      await did(phone.setStatus('Available'));
      await rig.ring({});
      await rig.ringInVain();
      expect(state().contact?.state).toBe('missed');
      await did(phone.setStatus('Pause'));
      expect(state().contact).toBeUndefined();
    });

    it('declines a call', async () => {
      await did(phone.setStatus('Available'));
      await rig.ring({});
      await did(phone.decline());
      expect(state().contact?.state).toBe('missed');
    });

    it.each([
      ['accept', () => phone.accept()],
      ['hangUp', () => phone.hangUp()],
      ['hold', () => phone.hold()],
      ['completeAfterCallWork', () => phone.completeAfterCallWork()],
      ['consult', () => phone.consult('Responsable')],
      ['completeTransfer', () => phone.completeTransfer()],
      ['comeBack', () => phone.comeBack()],
      ['setStatus', () => phone.setStatus('Ailleurs')],
    ])('refuses %s when it makes no sense, in French', async (_name, act) => {
      const refused = expect(act()).rejects.toThrow(/\p{Lu}.*\.$/u);
      await rig.settle();
      await refused;
      expect(state()).toMatchObject({ connection: 'open' });
    });
  });
}
