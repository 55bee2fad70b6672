import type { Markup } from '../html.ts';

/** Houses that a line joins; its name stands beside it. */
export const logo: Markup = {
  markup:
    '<svg aria-hidden="true" viewBox="0 0 44 40" width="44" height="40"><path d="M6 34V19l9-8 9 8v15z" fill="#fff"/><path d="M24 34V16l7-6 7 6v18z" fill="#ffd166"/>' +
    '<path d="M12 26h6M29 24h4" stroke="#0b4f6c" stroke-width="2.5"/><circle cx="22" cy="5" r="3" fill="#fff"/><path d="M15 11l6-5M31 10l-8-4" stroke="#fff" stroke-width="2"/></svg>',
};
