// Finds or installs a Chrome or Chromium for the tests, and starts it: with a new profile, without background traffic,
// and with access only to addresses of this machine.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';

const commands = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];

/** Features that Playwright disables. They are repeated since Chromium uses only the last `--disable-features`. */
export const featuresThatPlaywrightDisables = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

/** Two pages that belong to the address bar of every window. They cost twice as much as a page of a test. */
const pagesOfTheAddressBar = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

const flagsWithout = (disabled: readonly string[]): string[] => [
  '--no-sandbox',
  '--headless',
  `--disable-features=${[...featuresThatPlaywrightDisables, ...pagesOfTheAddressBar, ...disabled].join(',')}`,
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/**
 * Path of an installed browser that starts; `CHROME_PATH` has precedence.
 * @throws Error if `CHROME_PATH` names a file that does not exist
 */
export async function findBrowser(): Promise<string | undefined> {
  const told = process.env['CHROME_PATH'];
  if (told !== undefined && told !== '') {
    if (existsSync(told)) return told;
    throw new Error(`CHROME_PATH is ${told}, and there is no such file.`);
  }
  return [...onPath(), ...usualPlaces(), await playwrightPlace()].find((path) => existsSync(path) && starts(path));
}

/**
 * Path of a browser, installed first if there is none: Debian's package for root, else the build that Playwright
 * downloads into the user's cache. Needs no additional rights.
 * @throws Error if neither can be installed, with the package to install
 */
export async function ensureBrowser(): Promise<string> {
  const found = await findBrowser();
  if (found !== undefined) return found;
  const failures: string[] = [];
  const machine = thisMachine();
  for (const { name, commands: steps } of waysToInstall(machine)) {
    console.error(`Installing Chromium for the tests, once (${name}).`);
    const failure = firstFailure(steps);
    const installed = await findBrowser();
    if (installed !== undefined) return installed;
    if (failure !== undefined) failures.push(failure);
  }
  throw new Error([adviceFor(machine), ...failures].join('\n'));
}

/** The facts about the machine that decide how to install a browser. */
export interface Machine {
  readonly isRoot: boolean;
  /** Whether `apt-get` exists. */
  readonly hasApt: boolean;
}

/** A method to install Chromium: its commands run in order, until one fails. */
export interface WayToInstall {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
}

/** The methods to install Chromium, best first. */
export function waysToInstall({ isRoot, hasApt }: Machine): readonly WayToInstall[] {
  const apt = ['apt-get', '-q', '-y', '-o', 'DPkg::Lock::Timeout=300'];
  const debian = {
    name: 'apt-get install chromium',
    commands: [
      [...apt, 'update'],
      [...apt, 'install', '--no-install-recommends', 'chromium'],
    ],
  };
  const home = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  const playwright = {
    name: 'playwright-core install chromium',
    commands: [[process.execPath, join(home, 'cli.js'), 'install', 'chromium']],
  };
  return isRoot && hasApt ? [debian, playwright] : [playwright];
}

/** The message for a machine on which no browser could be installed. */
export function adviceFor({ hasApt }: Machine): string {
  const how = hasApt ? ' (as root: `apt-get install chromium`)' : '';
  return `There is no browser for the tests. Install Chrome or Chromium${how}, or set CHROME_PATH to one.`;
}

function thisMachine(): Machine {
  return {
    isRoot: process.getuid?.() === 0,
    hasApt: process.platform === 'linux' && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0,
  };
}

/**
 * Starts the browser of `ensureBrowser` with a fresh profile. The caller closes it.
 * @param disabled features of Chromium to disable in addition
 */
export async function launchBrowser(disabled: readonly string[] = []): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath: await ensureBrowser(), args: flagsWithout(disabled) });
}

function onPath(): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const ending = process.platform === 'win32' ? '.exe' : '';
  return commands.flatMap((command) => folders.map((folder) => join(folder, command + ending)));
}

function usualPlaces(): readonly string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
    return [...apps, ...apps.map((app) => join(process.env['HOME'] ?? '/', app))];
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
    const known = roots.filter((root) => root !== undefined);
    return known.map((root) => join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'));
  }
  return ['/opt/google/chrome/chrome', ...commands.map((command) => `/usr/bin/${command}`)];
}

async function playwrightPlace(): Promise<string> {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}

/** Ubuntu's `chromium-browser` may be a script that only asks for a snap. On Windows `--version` opens a window. */
function starts(path: string): boolean {
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

/** Runs commands in order until one fails. Returns the last lines of its output. */
function firstFailure(steps: WayToInstall['commands']): string | undefined {
  for (const step of steps) {
    const failure = failureOf(step);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

/** Runs a command quietly. Returns the last lines of its output if it fails. */
function failureOf([command = '', ...args]: readonly string[]): string | undefined {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = spawnSync(command, args, { encoding: 'utf8', env, maxBuffer: 64 * 1024 * 1024 });
  if (run.status === 0) return undefined;
  const words = run.error?.message ?? `${run.stdout}\n${run.stderr}`;
  return `\`${[command, ...args].join(' ')}\` failed: ${words.trim().split('\n').slice(-5).join('\n')}`;
}
