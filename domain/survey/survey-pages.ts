/** Words of the public pages that are of one programme. French texts. */
export interface SurveyPages {
  /** Who writes to people, e.g. « ARS Provence-Alpes-Côte d’Azur ». */
  readonly service: string;
  /** Number that people may call, as they dial it, with its hours: on each page. */
  readonly helpPhone: string;
  readonly helpHours: string;
  /** Signs for which one calls the 15 at once, as the end of « si vous avez… »: on each page (ARS-51). */
  readonly severeSigns: string;
  /** Information of people (COMMON-16): who calls, why, for how long, their rights. */
  readonly notice: readonly NoticeSection[];
  /** To whom a fault of accessibility is told. */
  readonly accessibilityContact: string;
}

export interface NoticeSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}
