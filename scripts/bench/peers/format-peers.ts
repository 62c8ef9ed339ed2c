// Measured builds → tables in Markdown: medians with their spread, and ratios of builds of the same round.

import { caseLabels, caseNames, type CaseName } from './cases.ts';
import { generatorNames, type GeneratorName, type PeerRun } from './peer.ts';

type Measure = (run: PeerRun) => number | null;

/** Two tables: the measures of each generator, and Stele's ratios against each peer. */
export function formatPeers(runs: readonly PeerRun[]): string {
  const cases = caseNames.filter((name) => runs.some((run) => run.case === name));
  const generators = generatorNames.filter((name) => runs.some(({ generator }) => generator === name));
  return [formatMeasures(runs, cases, generators), formatRatios(runs, cases, generators)].filter(Boolean).join('\n');
}

function formatMeasures(
  runs: readonly PeerRun[],
  cases: readonly CaseName[],
  generators: readonly GeneratorName[],
): string {
  const columns: readonly (readonly [head: string, cell: (own: readonly PeerRun[]) => string])[] = [
    [
      'wall, s',
      (own) =>
        spread(
          own.map(({ milliseconds }) => milliseconds / 1000),
          2,
        ),
    ],
    [
      'CPU, s',
      (own) =>
        spread(
          own.map(({ processor }) => processor && processor / 1000),
          2,
        ),
    ],
    [
      'peak memory, MiB',
      (own) =>
        spread(
          own.map(({ memoryBytes }) => memoryBytes && memoryBytes / 1024 ** 2),
          0,
        ),
    ],
    [
      'files written',
      (own) =>
        spread(
          own.map(({ writtenFiles }) => writtenFiles),
          0,
        ),
    ],
    [
      'MiB written',
      (own) =>
        spread(
          own.map(({ writtenBytes }) => writtenBytes / 1024 ** 2),
          1,
        ),
    ],
    [
      'files of the site',
      (own) =>
        spread(
          own.map(({ files }) => files),
          0,
        ),
    ],
    [
      'MiB of the site',
      (own) =>
        spread(
          own.map(({ bytes }) => bytes / 1024 ** 2),
          1,
        ),
    ],
  ];
  const rows = cases.flatMap((name) =>
    generators.map((generator) => {
      const own = runs.filter((run) => run.case === name && run.generator === generator);
      return [caseLabels[name], generator, ...columns.map(([, cell]) => cell(own))];
    }),
  );
  return table([['case', 'generator', ...columns.map(([head]) => head)], ...rows]);
}

/** Empty if there is nothing to compare. */
function formatRatios(
  runs: readonly PeerRun[],
  cases: readonly CaseName[],
  generators: readonly GeneratorName[],
): string {
  const peers = generators.filter((name) => name !== 'stele');
  if (peers.length === generators.length || peers.length === 0) return '';
  const measures: readonly (readonly [head: string, measure: Measure])[] = [
    ['wall', ({ milliseconds }) => milliseconds],
    ['CPU', ({ processor }) => processor],
    ['memory', ({ memoryBytes }) => memoryBytes],
  ];
  const pairs = peers.flatMap((peer) => measures.map(([head, measure]) => ({ peer, head, measure })));
  const rows = cases.map((name) => [
    caseLabels[name],
    ...pairs.map(({ peer, measure }) => spread(ratios(runs, name, peer, measure), 2)),
  ]);
  return table([[ratioHead, ...pairs.map(({ peer, head }) => `${head} of ${peer}`)], ...rows]);
}

const ratioHead = 'Stele ÷ …';

/** The ratio of each round. */
function ratios(
  runs: readonly PeerRun[],
  name: CaseName,
  peer: GeneratorName,
  measure: Measure,
): readonly (number | null)[] {
  const own = runs.filter((run) => run.case === name);
  return own
    .filter(({ generator }) => generator === 'stele')
    .map((run) => {
      const other = own.find(({ generator, round }) => generator === peer && round === run.round)!;
      const [above, below] = [measure(run), measure(other)];
      return above === null || below === null || below === 0 ? null : above / below;
    });
}

/** `1.40 (1.32–1.55)`: the median, the least and the most; `-` if the system does not report the measure. */
function spread(values: readonly (number | null)[], digits: number): string {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length === 0) return '-';
  const middle = (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
  const [median, least, most] = [middle, sorted[0]!, sorted.at(-1)!].map((value) => value.toFixed(digits));
  return least === most ? median! : `${median} (${least}–${most})`;
}

/** Heads of columns without figures, which are aligned left. */
const figureless: readonly string[] = ['case', 'generator', ratioHead];

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [head, head.map((name) => (figureless.includes(name) ? '---' : '--:')), ...rows].map(line).join('');
}
