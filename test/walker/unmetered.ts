/** So many points that nobody who asks a lot runs out of them. */
export const UNMETERED = { API_POINTS: '1000000000', API_POINTS_PER_SECOND: '100000000' };
