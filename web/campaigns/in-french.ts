/** Fields of the API as its refusals name them, and as the forms of these pages do. */
const fields: Readonly<Record<string, string>> = {
  agents: 'Conseillers prévus',
  level: 'Niveau',
  choice: 'Le cycle en cours',
  deadline: 'Échéance',
  lists: 'Listes',
  name: 'Nom de la commande',
  setBy: 'Qui l’a fixée',
  type: 'Objet',
  withinHours: 'durée des tentatives',
};

/** A refusal of the API in the words of the page it is shown on. */
export function inFrench(refusal: string): string {
  return refusal
    .replace(/« confirm » : "without-agents"/, 'la case « Armer sans conseiller »')
    .replace(/ \(« agents »\)/, '')
    .replace(/« (\w+) »/g, (whole, name: string) => (fields[name] === undefined ? whole : `« ${fields[name]} »`));
}
