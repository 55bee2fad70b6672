/** Routes of what agents are told, and of appointments: there only where a programme has cards, or gives appointments. Imports nothing. */
export const knowledgeRoutes = {
  /** `{ edition, day, cards }`: all that agents see today; `?jour=` another local day. */
  cards: { method: 'GET', path: '/api/{programme}/fiches', function: 'knowledge', public: false },
  /** One version, in force or not: what a call says was read. */
  cardVersion: {
    method: 'GET',
    path: '/api/{programme}/fiches/{card}/{version}',
    function: 'knowledge',
    public: false,
  },
  /** `{ cardId, version, secondsAgo? }`: the card was opened during the contact. */
  openedCard: {
    method: 'POST',
    path: '/api/{programme}/contacts/{contactId}/fiches',
    function: 'knowledge',
    public: false,
  },
  /** Cards opened during the contact; `?jour=` local day of the contact, today by default. */
  openedCards: {
    method: 'GET',
    path: '/api/{programme}/contacts/{contactId}/fiches',
    function: 'knowledge',
    public: false,
  },
  /** `?commune=`: places of that commune, then those around, nearest first. */
  places: { method: 'GET', path: '/api/{programme}/lieux', function: 'knowledge', public: false },
  /** `{ from, to, sites, appointments }`: where and until when appointments are given; with `?numero=` those of that person. */
  appointments: { method: 'GET', path: '/api/{programme}/rendez-vous', function: 'appointments', public: false },
  /** `?site=&jour=`: slots of a site on a local day, with what is free. */
  slots: { method: 'GET', path: '/api/{programme}/creneaux', function: 'appointments', public: false },
  /** `{ appointmentId, siteId, slotAt, scheme, numberKey or phone, lastName, firstName, texts, contactId? }`. */
  bookAppointment: { method: 'POST', path: '/api/{programme}/rendez-vous', function: 'appointments', public: false },
  /** `deplacer` with `{ siteId, slotAt }`, or `annuler`. */
  changeAppointment: {
    method: 'POST',
    path: '/api/{programme}/rendez-vous/{appointmentId}/{action}',
    function: 'appointments',
    public: false,
  },
  /** `{ reference, contactId, identityChecked }`: a file of the client's software, once the person is known to be who they say. */
  caseLookup: { method: 'POST', path: '/api/{programme}/dossiers', function: 'case-lookup', public: false },
  /** `?fiche=&version=` or `?lieu=`, `&numero=`, `&message=`: a `DeskTextAnswer`, what would be sent to the person on the line (SAMPS-13, SAMPS-22). */
  deskText: {
    method: 'GET',
    path: '/api/{programme}/contacts/{contactId}/sms',
    function: 'appointments',
    public: false,
  },
  /** `{ fiche, version }` or `{ lieu }`, `{ numberKey }` or `{ phone }`, `agreed: true`: sent once a contact and person. */
  sendDeskText: {
    method: 'POST',
    path: '/api/{programme}/contacts/{contactId}/sms',
    function: 'appointments',
    public: false,
  },
  /** Link of a message about an appointment. */
  messageStop: { method: 'GET', path: '/m/{token}', function: 'message-stop', public: true },
  messageStopped: { method: 'POST', path: '/m/{token}', function: 'message-stop', public: true },
  cardProgrammes: { method: 'GET', path: '/fiches', function: 'knowledge-editor', public: false },
  cardList: { method: 'GET', path: '/fiches/{programme}', function: 'knowledge-editor', public: false },
  cardGrid: { method: 'POST', path: '/fiches/{programme}/grilles', function: 'knowledge-editor', public: false },
  cardGridPreview: {
    method: 'GET',
    path: '/fiches/{programme}/grilles/{importId}',
    function: 'knowledge-editor',
    public: false,
  },
  cardGridPublish: {
    method: 'POST',
    path: '/fiches/{programme}/grilles/{importId}',
    function: 'knowledge-editor',
    public: false,
  },
  card: { method: 'GET', path: '/fiches/{programme}/fiche/{card}', function: 'knowledge-editor', public: false },
  cardEdit: { method: 'POST', path: '/fiches/{programme}/fiche/{card}', function: 'knowledge-editor', public: false },
  cardTold: {
    method: 'GET',
    path: '/fiches/{programme}/fiche/{card}/personnes',
    function: 'knowledge-editor',
    public: false,
  },
} as const;

/** Path of the link by which somebody stops messages about appointments. */
export function messageStopPath(token: string): string {
  return knowledgeRoutes.messageStop.path.replace('{token}', token);
}
