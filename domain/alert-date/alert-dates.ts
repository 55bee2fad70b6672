import type { AdministrativeDate } from './administrative-date.ts';

/** Port: administrative dates of the members of one structure. It exists through a structure's scope only. */
export interface AlertDates {
  read(dateId: string): Promise<AdministrativeDate | undefined>;
  ofMember(memberId: string): Promise<readonly AdministrativeDate[]>;
  /** Everybody's, some hundreds at a time. */
  all(): AsyncIterable<readonly AdministrativeDate[]>;
  /** Writes only over the version that was read (1 = none yet). */
  write(date: AdministrativeDate): Promise<boolean>;
  remove(dateId: string): Promise<void>;
  /** Forgets those of a member; answers how many there were. */
  removeOf(memberId: string): Promise<number>;
}
