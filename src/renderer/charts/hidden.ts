/** Drawn twice for the eye, said once: marks and tables carry the words for screen readers. */
export const HIDDEN = { 'aria-hidden': true } as const;
