import type { MotiveDefinition } from '../../domain/programme/programme.ts';

/** The seven reasons to call named by the tender § 1.2.1 (SAMPS-12..18), in its order, and the one it leaves open (SAMPS-19). */
export const motives: readonly MotiveDefinition[] = [
  { code: 'FORMULAIRE_EN_LIGNE', label: 'Aide pour remplir le formulaire en ligne' },
  { code: 'CRITERES_PIECES', label: 'Critères d’éligibilité et pièces justificatives' },
  { code: 'DOSSIER_INCOMPLET', label: 'Dossier incomplet' },
  { code: 'MOTIF_REFUS', label: 'Motif du refus' },
  { code: 'RENDEZ_VOUS', label: 'Demande de rendez-vous' },
  { code: 'DATE_VERSEMENT', label: 'Date ou période de versement' },
  { code: 'RECUPERER_REPONSE', label: 'Récupérer une réponse sur le compte provincial' },
  { code: 'AUTRE', label: 'Autre motif' },
];
