import { describe, expect, it } from 'vitest';
import type { PresenceBoard, PresentAgent } from '../../../domain/presence/presence.ts';
import { rememberedBoard } from '../../../domain/presence/remembered-board.ts';
import { at } from '../../support/calls/records.ts';

const seen = (second: number): PresentAgent => ({
  agent: 'malia.taofifenua',
  status: { name: 'Available', type: 'ROUTABLE', since: at(0) },
  contacts: [],
  routingProfile: 'samps-conseiller',
  eventAt: at(second),
});

function counted(kept: PresentAgent | undefined) {
  let reads = 0;
  const written: PresentAgent[] = [];
  const board: PresenceBoard = {
    async find() {
      reads += 1;
      return kept;
    },
    async keep(_programme, present) {
      if (present.eventAt === at(99)) {
        throw new Error('throttled');
      }
      written.push(present);
    },
  };
  return { board: rememberedBoard(board), reads: () => reads, written };
}

describe('a remembered board', () => {
  it('reads an agent once, and knows what it kept', async () => {
    const { board, reads, written } = counted(seen(0));
    expect(await board.find('samps', 'malia.taofifenua')).toEqual(seen(0));
    await board.keep('samps', seen(10));
    expect(await board.find('samps', 'malia.taofifenua')).toEqual(seen(10));
    expect(reads()).toBe(1);
    expect(written).toEqual([seen(10)]);
  });

  it('keeps programmes apart, and asks again for an agent who was not there', async () => {
    const { board, reads } = counted(undefined);
    await board.find('samps', 'malia.taofifenua');
    await board.find('samps', 'malia.taofifenua');
    await board.keep('samps', seen(0));
    await board.find('other', 'malia.taofifenua');
    expect(reads()).toBe(3);
  });

  it('does not believe a write that failed', async () => {
    const { board } = counted(seen(0));
    await board.find('samps', 'malia.taofifenua');
    await expect(board.keep('samps', seen(99))).rejects.toThrow('throttled');
    expect(await board.find('samps', 'malia.taofifenua')).toEqual(seen(0));
  });
});
