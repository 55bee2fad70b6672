/** The cloud cannot start, or go on, for a reason that the message tells whole: a busy port, a folder in use, another world's log. */
export class StartRefused extends Error {}
