/**
 * Where an object is, seen from who asks: on the caller's own mail server, on another one of its
 * organization, with another tenant, or nowhere.
 */
export const PLACES = ['own', 'sibling', 'other', 'none'] as const;
export type Place = (typeof PLACES)[number];

/** Global ids of the objects of one place, by type; some types have several, named by their state. */
export type Examples = Readonly<Record<string, string>>;
