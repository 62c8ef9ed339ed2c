// How much a finding weighs: its own file, since both the catalogue and the diagnostics need it.

/** `error`: the site would say something wrong or nothing. `warning`: probably a mistake. `advice`: could be better. */
export type Severity = 'error' | 'warning' | 'advice';
