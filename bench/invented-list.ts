const lastNames =
  'Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefevre Faure Andre Mercier Blanc Guerin Boyer Garnier Chevalier Francois Legrand Gauthier Garcia Perrin Robin Clement Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noel Meyer Dufour Meunier Brun Blanchard Giraud Joly Riviere Lucas Brunet Gaillard Barbier Arnaud Martinez Gerard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoit Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez Jean Dupuy Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin Louis Deschamps Huet Vasseur Perez Boucher Fleury Royer Klein Jacquet Adam Paris Poirier Marty Aubry Guyot Carre Charles Renault Charpentier Menard Maillard Baron Bertin Bailly Herve Schneider Fernandez Collet Leger Bouvier Julien Prevost Millet Perrot Daniel Cousin Germain Breton Besson Langlois Remy'.split(
    ' ',
  );
const firstNames =
  'Jeanne Marie Denise Simone Monique Jacqueline Odette Yvette Paulette Madeleine Suzanne Germaine Marguerite Lucienne Raymonde Colette Ginette Huguette Solange Andrée Jean Pierre Michel André Roger Marcel René Louis Robert Henri Georges Jacques Maurice Lucien Raymond Claude Gilbert Fernand Émile Albert'.split(
    ' ',
  );

/**
 * A seeded list as a town sends it: a header and `count` people of invented names; 2 % of the rows broken, 1 % repeated, one number in twenty shared,
 * compound names as common as in France.
 */
export function inventedList(count: number): string[][] {
  let state = 20_260_620;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = (from: readonly string[]): string => from[random(from.length)] ?? '';
  const rows = [
    [
      'N° dossier',
      'Civilité',
      'Nom',
      'Prénom',
      'Date de naissance',
      'Téléphone fixe',
      'Portable',
      'Adresse',
      'Code postal',
      'Ville',
      'Digicode',
      'Vit seul',
      'Téléalarme',
      'Aidant',
      'Téléphone de l’aidant',
    ],
  ];
  for (let n = 1; n <= count; n += 1) {
    const previous = rows.at(-1);
    if (n > 1 && random(100) === 0 && previous !== undefined) {
      rows.push(['', ...previous.slice(1)]);
      continue;
    }
    const last = random(8) === 0 ? `${pick(lastNames)}-${pick(lastNames)}` : pick(lastNames);
    const born = new Date(Date.UTC(1925, 0, 1) + random(12_800) * 86_400_000).toISOString().slice(0, 10);
    const number = `01 ${String(40_000_000 + random(20 * count)).replaceAll(/(..)(?=.)/g, '$1 ')}`;
    rows.push([
      `D${n}`,
      random(3) === 0 ? 'M.' : 'Mme',
      last.toUpperCase(),
      random(9) === 0 ? `${pick(firstNames)}-${pick(firstNames)}` : pick(firstNames),
      random(100) === 0 ? '31/02/1930' : born.split('-').reverse().join('/'),
      random(100) === 0 ? '01 42' : number,
      random(2) === 0 ? `06 12 ${10 + random(90)} ${10 + random(90)} ${10 + random(90)}` : '',
      `${1 + random(200)} rue ${pick(lastNames)}`,
      `750${String(1 + random(20)).padStart(2, '0')}`,
      'Paris',
      random(2) === 0 ? `${1000 + random(9000)}A` : '',
      random(2) === 0 ? 'oui' : 'non',
      random(3) === 0 ? 'oui' : 'non',
      random(2) === 0 ? pick(firstNames) : '',
      random(2) === 0 ? number : '',
    ]);
  }
  return rows;
}
