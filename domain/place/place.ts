/** A place that receives the public (SAMPS-22). */
export interface Place {
  readonly id: string;
  readonly name: string;
  /** Name of a commune of the directory. */
  readonly commune: string;
  readonly address: string;
  /** As people dial it there, e.g. « 41 25 00 ». */
  readonly phone: string;
  /** In French, short: « lun-ven 7h30-15h30 ». */
  readonly hours: string;
  /** What it helps with, in French. */
  readonly services: readonly string[];
}

/** A commune and where its town hall is: degrees north and east. */
export interface Commune {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Other names by which people call it, or a part of it. */
  readonly aliases?: readonly string[];
}

/** Dated content: what the client told of its places. */
export interface PlaceDirectory {
  readonly communes: readonly Commune[];
  readonly places: readonly Place[];
}
