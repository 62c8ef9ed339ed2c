// Turns off Astro's network use. By default, Astro sends usage statistics at each build and checks for new versions. It
// stores data about both in the user's home folder, and fails if it cannot write there.

/** Sets environment variables that Astro reads. Call it before any code of Astro runs. */
export function keepAstroOffline(): void {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
}
