import type { Notice } from '../domain/programme/notice.ts';
import type { Programme } from '../domain/programme/programme.ts';
import { notice as alertesNotice } from './alertes/notice.ts';
import { alertes } from './alertes/programme.ts';
import type { Centre } from './centre.ts';
import { reflexCentre } from './reflex/centre.ts';
import { reflex } from './reflex/programme.ts';
import { sampsCentre } from './samps/centre.ts';
import { samps } from './samps/programme.ts';
import { suiviCentre } from './suivi/centre.ts';
import { suivi } from './suivi/programme.ts';

/** Every programme by name: seeds of its live content. */
export const programmes: Readonly<Record<string, Programme>> = { samps, reflex, suivi, alertes };

/** What each programme that people call asks of the Connect instance, by programme name. */
export const centres: Readonly<Record<string, Centre>> = {
  samps: sampsCentre,
  reflex: reflexCentre,
  suivi: suiviCentre,
};

/** How to use the pages of a programme, for those who do, by programme name. */
export const notices: Readonly<Record<string, Notice>> = { alertes: alertesNotice };
