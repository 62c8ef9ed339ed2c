// Astro, without its errands: it would post usage figures at each build, look for newer versions of itself, and keep
// notes on both in the user's home, where it fails if it may not write.

/** Call before anything of Astro's runs. The variables are Astro's own switches. */
export function keepAstroOffline(): void {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
}
