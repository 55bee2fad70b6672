import { localDay } from '../calendar/local-time.ts';
import type { Aloha } from './aloha.ts';
import { changeFile, readSlotFile } from './aloha-files.ts';
import type { ClientFiles } from './client-files.ts';
import { seatedAloha } from './seated-aloha.ts';
import type { Seats } from './seats.ts';

const slotFile = 'aloha/creneaux.csv';

/**
 * ALOHA by files (SAMPS-24): it leaves the slots that it gives us, we hold their places ourselves and leave a file for each booking, move and
 * cancellation. Places of its file are ours alone, so that nobody else may take them in between.
 */
export function fileAloha({
  files,
  seats,
  timeZone,
}: {
  readonly files: ClientFiles;
  readonly seats: Seats;
  readonly timeZone: string;
}): Aloha {
  return seatedAloha({
    seats,
    timeZone,
    async slots(siteId, day) {
      const text = await files.read(slotFile);
      const all = text === undefined ? [] : readSlotFile(text);
      return all
        .filter((slot) => slot.siteId === siteId && localDay(timeZone, slot.at) === day)
        .sort((a, b) => (a.at < b.at ? -1 : 1));
    },
    async tell(change) {
      const { name, text } = changeFile(change);
      await files.write(name, text);
    },
  });
}
