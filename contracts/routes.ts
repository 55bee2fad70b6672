/** Routes of the HTTP API. Pages are French paths for people; `/api` is for the agent desk. Imports nothing. */
export const routes = {
  signIn: { method: 'GET', path: '/connexion', function: 'sign-in', public: true },
  signInReturn: { method: 'GET', path: '/connexion/retour', function: 'sign-in', public: true },
  signOut: { method: 'POST', path: '/deconnexion', function: 'sign-in', public: true },
  home: { method: 'GET', path: '/', function: 'report-page', public: false },
  reports: { method: 'GET', path: '/rapports', function: 'report-page', public: false },
  reportDownload: {
    method: 'GET',
    path: '/rapports/{programme}/{kind}/{issue}',
    function: 'report-page',
    public: false,
  },
  wrapUp: { method: 'POST', path: '/api/{programme}/contacts/{contactId}/wrap-up', function: 'wrap-up', public: false },
  /** Calls that people dial with another telephone. */
  manualCalls: { method: 'GET', path: '/api/{programme}/appels-a-composer', function: 'manual-calls', public: false },
  /** `prendre`: into the agent's hands; `issue`: what came of it. */
  manualCall: {
    method: 'POST',
    path: '/api/{programme}/appels-a-composer/{numberKey}/{action}',
    function: 'manual-calls',
    public: false,
  },
  contactContext: {
    method: 'GET',
    path: '/api/{programme}/contacts/{contactId}',
    function: 'desk-context',
    public: false,
  },
  contactDraft: {
    method: 'PUT',
    path: '/api/{programme}/contacts/{contactId}/brouillon',
    function: 'desk-context',
    public: false,
  },
  training: { method: 'GET', path: '/api/{programme}/entrainement', function: 'desk-context', public: false },
  openQuestion: { method: 'POST', path: '/api/{programme}/questions', function: 'pending-questions', public: false },
  answerQuestion: {
    method: 'POST',
    path: '/api/{programme}/questions/{questionId}/{action}',
    function: 'pending-questions',
    public: false,
  },
  session: { method: 'GET', path: '/api/session', function: 'session', public: false },
  desk: { method: 'GET', path: '/api/poste', function: 'session', public: false },
  settings: { method: 'GET', path: '/api/{programme}/reglages', function: 'settings', public: false },
  changeSetting: { method: 'POST', path: '/api/{programme}/reglages/{setting}', function: 'settings', public: false },
  cancelSetting: {
    method: 'POST',
    path: '/api/{programme}/reglages/{setting}/annulation',
    function: 'settings',
    public: false,
  },
  liveBoard: { method: 'GET', path: '/api/{programme}/tableau', function: 'live-board', public: false },
  watch: { method: 'GET', path: '/api/{programme}/veille', function: 'live-board', public: false },
  staffing: { method: 'GET', path: '/api/{programme}/effectifs', function: 'live-board', public: false },
  listQuestions: { method: 'GET', path: '/api/{programme}/questions', function: 'pending-questions', public: false },
} as const;

/**
 * Routes that are there only where a programme's questionnaires are also answered by personal link. Public: the token is what opens them, and nothing of
 * the person is in them.
 */
export const surveyRoutes = {
  survey: { method: 'GET', path: '/s/{token}', function: 'survey', public: true },
  surveyAnswer: { method: 'POST', path: '/s/{token}', function: 'survey', public: true },
  surveyCall: { method: 'GET', path: '/s/{token}/rappel', function: 'survey', public: true },
  surveyCallAsked: { method: 'POST', path: '/s/{token}/rappel', function: 'survey', public: true },
  surveyStop: { method: 'GET', path: '/s/{token}/stop', function: 'survey', public: true },
  surveyStopped: { method: 'POST', path: '/s/{token}/stop', function: 'survey', public: true },
  surveyNotice: { method: 'GET', path: '/s/informations', function: 'survey', public: true },
  surveyAccessibility: { method: 'GET', path: '/s/accessibilite', function: 'survey', public: true },
  usefulContacts: {
    method: 'GET',
    path: '/api/{programme}/contacts-utiles',
    function: 'questionnaire-answers',
    public: false,
  },
} as const;

/** Routes that are there only where a programme follows people. */
export const followUpRoutes = {
  followUpPerson: {
    method: 'GET',
    path: '/api/{programme}/suivi/personnes/{recipientId}',
    function: 'followed-people',
    public: false,
  },
  followUpCalls: { method: 'GET', path: '/api/{programme}/suivi/appels', function: 'followed-people', public: false },
  followUpResults: {
    method: 'GET',
    path: '/api/{programme}/suivi/resultats',
    function: 'followed-people',
    public: false,
  },
  followUpList: { method: 'POST', path: '/api/{programme}/suivi/listes', function: 'followed-people', public: false },
  followUpListAnswer: {
    method: 'GET',
    path: '/api/{programme}/suivi/listes/{list}',
    function: 'followed-people',
    public: false,
  },
  followUpPriority: {
    method: 'POST',
    path: '/api/{programme}/suivi/priorites',
    function: 'followed-people',
    public: false,
  },
  followUpHours: {
    method: 'POST',
    path: '/api/{programme}/suivi/horaires',
    function: 'followed-people',
    public: false,
  },
  followUpVolumes: {
    method: 'GET',
    path: '/api/{programme}/suivi/volumes',
    function: 'followed-people',
    public: false,
  },
  followUpVolume: {
    method: 'POST',
    path: '/api/{programme}/suivi/volumes',
    function: 'followed-people',
    public: false,
  },
} as const;

/** Routes that are there only where a programme writes to people. */
export const messageRoutes = {
  messageTemplates: { method: 'GET', path: '/api/{programme}/messages', function: 'message-preview', public: false },
  messagePreview: {
    method: 'POST',
    path: '/api/{programme}/messages/apercu',
    function: 'message-preview',
    public: false,
  },
} as const;

/** Routes that are there only where a programme has rules of retention. */
export const retentionRoutes = {
  retentionPlan: { method: 'GET', path: '/api/{programme}/conservation', function: 'person-rights', public: false },
  retentionSearch: {
    method: 'POST',
    path: '/api/{programme}/personnes/recherche',
    function: 'person-rights',
    public: false,
  },
  retentionData: {
    method: 'GET',
    path: '/api/{programme}/personnes/{recipientId}/donnees',
    function: 'person-rights',
    public: false,
  },
  retentionErasure: {
    method: 'POST',
    path: '/api/{programme}/personnes/{recipientId}/effacement',
    function: 'person-rights',
    public: false,
  },
} as const;

/** Path of a personal link: what a message adds to the public URL. */
export function linkPath(token: string): string {
  return surveyRoutes.survey.path.replace('{token}', token);
}

/** Cookie of whoever has shown who they are: HttpOnly, of the path of one link, sealed by us. */
export const surveyCookie = 'permanence_suivi';

/** Session cookie: HttpOnly, Secure in AWS, SameSite=Lax; its value is the issuer's ID token (design decision 19). */
export const sessionCookie = 'permanence_session';
/** Cognito groups: `<programme>:<role>` or `administrator`. */
export const roles = ['agent', 'supervisor', 'client'] as const;
