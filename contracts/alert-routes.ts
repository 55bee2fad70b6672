/**
 * Routes that are there only where structures write to their members. French paths, none of which names a structure but those of general administrators:
 * whose data it is comes from the account of whoever asks. Imports nothing.
 */
export const alertRoutes = {
  alertHome: { method: 'GET', path: '/alertes', function: 'alert-home', public: false },
  alertNotice: { method: 'GET', path: '/alertes/notice', function: 'alert-home', public: false },
  alertNoticeImage: { method: 'GET', path: '/alertes/notice/{image}', function: 'alert-home', public: false },
  alertMentions: { method: 'GET', path: '/alertes/mentions', function: 'alert-home', public: true },

  structures: { method: 'GET', path: '/alertes/structures', function: 'structures', public: false },
  structureCreation: { method: 'POST', path: '/alertes/structures', function: 'structures', public: false },
  structure: { method: 'GET', path: '/alertes/structures/{structure}', function: 'structures', public: false },
  structureName: { method: 'POST', path: '/alertes/structures/{structure}/nom', function: 'structures', public: false },
  structureAccess: {
    method: 'POST',
    path: '/alertes/structures/{structure}/acces',
    function: 'structures',
    public: false,
  },
  structureAccessStep: {
    method: 'POST',
    path: '/alertes/structures/{structure}/acces/{userName}',
    function: 'structures',
    public: false,
  },
  structureUsers: { method: 'GET', path: '/alertes/utilisateurs', function: 'structures', public: false },
  structureUserCreation: { method: 'POST', path: '/alertes/utilisateurs', function: 'structures', public: false },
  structureUserStep: {
    method: 'POST',
    path: '/alertes/utilisateurs/{userName}',
    function: 'structures',
    public: false,
  },

  members: { method: 'GET', path: '/alertes/adherents', function: 'members', public: false },
  memberCreation: { method: 'POST', path: '/alertes/adherents', function: 'members', public: false },
  /** By POST: the beginning of somebody's name is no part of an address. */
  memberSearch: { method: 'POST', path: '/alertes/adherents/recherche', function: 'members', public: false },
  memberForm: { method: 'GET', path: '/alertes/adherents/nouveau', function: 'members', public: false },
  member: { method: 'GET', path: '/alertes/adherents/{memberId}', function: 'members', public: false },
  memberView: { method: 'GET', path: '/alertes/adherents/{memberId}/{view}', function: 'members', public: false },
  memberStep: { method: 'POST', path: '/alertes/adherents/{memberId}/{action}', function: 'members', public: false },

  memberGroups: { method: 'GET', path: '/alertes/groupes', function: 'member-groups', public: false },
  memberGroupCreation: { method: 'POST', path: '/alertes/groupes', function: 'member-groups', public: false },
  memberGroup: { method: 'GET', path: '/alertes/groupes/{groupId}', function: 'member-groups', public: false },
  memberGroupStep: {
    method: 'POST',
    path: '/alertes/groupes/{groupId}/{action}',
    function: 'member-groups',
    public: false,
  },

  memberImports: { method: 'GET', path: '/alertes/import', function: 'member-import', public: false },
  memberImport: { method: 'GET', path: '/alertes/import/{importId}', function: 'member-import', public: false },
  memberImportStep: { method: 'POST', path: '/alertes/import/{importId}', function: 'member-import', public: false },
  memberImportErrors: {
    method: 'GET',
    path: '/alertes/import/{importId}/erreurs',
    function: 'member-import',
    public: false,
  },

  alerts: { method: 'GET', path: '/alertes/messages', function: 'alerts', public: false },
  alertCreation: { method: 'POST', path: '/alertes/messages', function: 'alerts', public: false },
  alertForm: { method: 'GET', path: '/alertes/messages/nouveau', function: 'alerts', public: false },
  alertPreview: { method: 'POST', path: '/alertes/messages/apercu', function: 'alerts', public: false },
  alert: { method: 'GET', path: '/alertes/messages/{alertId}', function: 'alerts', public: false },
  alertStep: { method: 'POST', path: '/alertes/messages/{alertId}/{action}', function: 'alerts', public: false },

  alertStop: { method: 'GET', path: '/a/{token}', function: 'alert-stop', public: true },
  alertStopped: { method: 'POST', path: '/a/{token}', function: 'alert-stop', public: true },

  memberDates: { method: 'GET', path: '/alertes/dates', function: 'alert-dates', public: false },
  memberDateCreation: { method: 'POST', path: '/alertes/dates', function: 'alert-dates', public: false },
  memberDate: { method: 'GET', path: '/alertes/dates/{dateId}', function: 'alert-dates', public: false },
  memberDateStep: { method: 'POST', path: '/alertes/dates/{dateId}/{action}', function: 'alert-dates', public: false },

  alertStatistics: { method: 'GET', path: '/alertes/statistiques', function: 'alert-statistics', public: false },
  alertWorkbook: { method: 'GET', path: '/alertes/statistiques.xlsx', function: 'alert-statistics', public: false },
} as const;

/** Where whoever opens the site is led when it has nothing but these pages. */
export const alertRoot = { method: 'GET', path: '/', function: 'alert-home', public: false } as const;

/** Group of those who manage structures and accesses, of every structure and of no member: `<programme>:general`. */
export const generalRole = 'general';

/** Path of the link by which a member stops the messages of their structure. */
export function stopPath(token: string): string {
  return alertRoutes.alertStop.path.replace('{token}', token);
}
