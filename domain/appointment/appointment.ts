/** Received on a site, or rung by an agent who helps with the form (SAMPS-26). */
export type AppointmentKind = 'on-site' | 'phone';
