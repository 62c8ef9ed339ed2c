// The severity of a finding. It has a file of its own because both the catalogue and `diagnostic.ts` import it.

/** `error`: the site would be wrong or incomplete. `warning`: probably a mistake. `advice`: could be better. */
export type Severity = 'error' | 'warning' | 'advice';
