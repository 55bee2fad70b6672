/** What the desk is told of cards, places, appointments and files. Types only. */

/** `GET /api/{programme}/fiches`. */
export interface CardsAnswer {
  readonly edition: number;
  /** Local day of what is in force. */
  readonly day: string;
  readonly cards: readonly CardAnswer[];
}

export interface CardAnswer {
  readonly cardId: string;
  readonly version: number;
  readonly title: string;
  /** Plain text: a line that begins with « - » is an item. */
  readonly answer: string;
  readonly scheme?: string;
  readonly motive?: string;
  readonly keywords: readonly string[];
  readonly checklist: readonly string[];
  readonly payments?: { readonly next?: DatedLabel; readonly later: readonly DatedLabel[] };
  readonly refusalCode?: string;
  readonly publishedAt: string;
}

export interface DatedLabel {
  readonly day: string;
  readonly label: string;
}

/** `GET /api/{programme}/lieux?commune=`. */
export interface PlacesAnswer {
  readonly commune: string;
  readonly places: readonly {
    readonly id: string;
    readonly name: string;
    readonly commune: string;
    readonly address: string;
    readonly phone: string;
    readonly hours: string;
    readonly services: readonly string[];
    readonly kilometres: number;
    /** As it is sent by SMS. */
    readonly text: string;
  }[];
}

/** `GET /api/{programme}/rendez-vous`. */
export interface AppointmentsAnswer {
  /** Local days, both included. */
  readonly from: string;
  readonly to: string;
  readonly sites: readonly SiteAnswer[];
  readonly appointments: readonly AppointmentAnswer[];
}

export interface SiteAnswer {
  readonly id: string;
  readonly name: string;
  readonly kind: 'on-site' | 'phone';
  readonly commune?: string;
  readonly minutes: number;
}

export interface AppointmentAnswer {
  readonly appointmentId: string;
  readonly kind: 'on-site' | 'phone';
  readonly siteId: string;
  readonly site: string;
  readonly slotAt: string;
  readonly minutes: number;
  readonly scheme: string;
  readonly state: 'booked' | 'cancelled';
  readonly texts: boolean;
}

/** `GET /api/{programme}/creneaux?site=&jour=`. */
export interface SlotsAnswer {
  readonly site: string;
  readonly day: string;
  readonly slots: readonly { readonly at: string; readonly minutes: number; readonly free: number }[];
}

/** `POST /api/{programme}/dossiers`. */
export interface CaseAnswer {
  readonly file: {
    readonly reference: string;
    readonly scheme: string;
    readonly status: 'received' | 'incomplete' | 'accepted' | 'refused' | 'closed';
    readonly missing: readonly string[];
    readonly deadline?: string;
    readonly refusalCode?: string;
    readonly renewalOn?: string;
  };
  readonly refusal?: CardAnswer;
}
