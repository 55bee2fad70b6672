import type { PlaceDirectory } from '../../domain/place/place.ts';

const office = (
  id: string,
  name: string,
  commune: string,
  address: string,
  phone: string,
  services: readonly string[],
) => ({
  ...{ id, name, commune, address, phone, services },
  hours: 'lun-ven 7h30-15h30',
});
const social = ['Aide médicale', 'Minimum vieillesse', 'Bourses'];
const digital = ['Accompagnement numérique'];

/**
 * Communes of Province Sud, at their town halls, and places of a demonstration: the service sends its own list (SAMPS-22), which replaces them. Telephones
 * are not those of the places.
 */
export const places: PlaceDirectory = {
  communes: [
    { name: 'Nouméa', latitude: -22.2758, longitude: 166.458 },
    { name: 'Dumbéa', latitude: -22.1505, longitude: 166.4459, aliases: ['Koutio', 'Dumbéa-sur-Mer'] },
    { name: 'Mont-Dore', latitude: -22.2631, longitude: 166.5683, aliases: ['Boulari', 'Plum', 'La Coulée'] },
    { name: 'Païta', latitude: -22.1319, longitude: 166.3558, aliases: ['Tontouta'] },
    { name: 'Boulouparis', latitude: -21.8636, longitude: 166.0453, aliases: ['Tomo'] },
    { name: 'La Foa', latitude: -21.7106, longitude: 165.8278 },
    { name: 'Farino', latitude: -21.6656, longitude: 165.7744 },
    { name: 'Sarraméa', latitude: -21.6403, longitude: 165.8458 },
    { name: 'Moindou', latitude: -21.6922, longitude: 165.6769 },
    { name: 'Bourail', latitude: -21.5678, longitude: 165.4961 },
    { name: 'Thio', latitude: -21.6122, longitude: 166.2147 },
    { name: 'Yaté', latitude: -22.1567, longitude: 166.9403, aliases: ['Goro', 'Touaourou'] },
    { name: 'Île des Pins', latitude: -22.6111, longitude: 167.4858, aliases: ['Kunié', 'Vao'] },
    { name: 'Poya', latitude: -21.3464, longitude: 165.1567, aliases: ['Poya Sud'] },
  ],
  places: [
    office('dpass-noumea', 'DPASS, accueil du SAMPS', 'Nouméa', '5 rue Galliéni', '20 44 00', [...social, ...digital]),
    office('cms-noumea', 'Centre médico-social de Nouméa', 'Nouméa', '12 avenue Koenig', '20 44 10', social),
    office(
      'point-numerique-noumea',
      'Point d’accès numérique',
      'Nouméa',
      '3 rue de Soissons, Ducos',
      '20 44 11',
      digital,
    ),
    office(
      'cms-dumbea',
      'Centre médico-social de Dumbéa',
      'Dumbéa',
      '66 avenue de la Vallée, Koutio',
      '20 44 20',
      social,
    ),
    office(
      'cms-mont-dore',
      'Centre médico-social du Mont-Dore',
      'Mont-Dore',
      '120 avenue des Deux Baies, Boulari',
      '20 44 30',
      social,
    ),
    office('cms-paita', 'Centre médico-social de Païta', 'Païta', '4 rue Mgr Fraysse', '20 44 40', social),
    office('cms-boulouparis', 'Dispensaire de Boulouparis', 'Boulouparis', '1 rue du Dispensaire', '20 44 50', social),
    office('cms-la-foa', 'Centre médico-social de La Foa', 'La Foa', '2 rue Régent', '20 44 60', [
      ...social,
      ...digital,
    ]),
    office('cms-bourail', 'Centre médico-social de Bourail', 'Bourail', '8 rue Simone Drémon', '20 44 70', social),
    office(
      'mairie-bourail',
      'Mairie de Bourail, point numérique',
      'Bourail',
      '1 rue Simone Drémon',
      '20 44 71',
      digital,
    ),
    office('cms-thio', 'Dispensaire de Thio', 'Thio', '3 route de la Mission', '20 44 80', social),
    office('cms-yate', 'Dispensaire de Yaté', 'Yaté', '2 route de Waho', '20 44 90', social),
    office('cms-ile-des-pins', 'Dispensaire de l’Île des Pins', 'Île des Pins', '1 route de Vao', '20 44 95', social),
  ],
};
