// Remembers the findings of each page and sample, so that only those that have changed are checked again. The memory
// changes no finding, only the time that a check takes.

import type { Code, CodeArgs, Place, Report } from '../diagnostics/index.ts';
import type { CollectedSample, Page, ResolvedEntity, ResolvedModel } from '../model/index.ts';

type Finding = (report: Report) => void;

interface Remembered {
  /** The settings that rules read. */
  readonly settings: string;
  /** The entities of a page as they were resolved; absent for a sample. */
  readonly entities?: readonly ResolvedEntity[] | undefined;
  readonly findings: Finding[];
}

/** The part of a model that is checked again. */
export interface ChangedPart {
  readonly changed: ResolvedModel;
  /** Reports findings in it, and remembers them. */
  readonly reportChanged: Report;
}

/** Keep one for each content folder. Give it only to rules that read one page or sample at a time. */
export class CheckMemory {
  readonly #known = new WeakMap<Page | CollectedSample, Remembered>();

  /** Reports the findings of pages and samples that are the same as in an earlier check, and returns the others. */
  begin(resolved: ResolvedModel, report: Report): ChangedPart {
    const { model, pages } = resolved;
    const settings = JSON.stringify(model.site.languages);
    const byFile = new Map<string, Finding[]>();
    const isNew = (key: Page | CollectedSample, entities?: readonly ResolvedEntity[]): boolean => {
      const last = this.#known.get(key);
      if (last !== undefined && last.settings === settings && last.entities === entities) {
        for (const finding of last.findings) finding(report);
        return false;
      }
      const findings: Finding[] = [];
      this.#known.set(key, { settings, entities, findings });
      byFile.set(key.file.path, findings);
      return true;
    };
    const newPages = new Map([...pages].filter(([, { page, entities }]) => isNew(page, entities)));
    const samples = [...model.samples.byFolder.values()].flatMap((stems) => [...stems.values()].flat());
    const newSamples = samples.filter((sample) => isNew(sample));
    return {
      changed: {
        ...resolved,
        pages: newPages,
        model: {
          ...model,
          pages: new Map([...newPages].map(([route, { page }]) => [route, page])),
          samples: { ...model.samples, byFolder: new Map([['', new Map([['', newSamples]])]]) },
        },
      },
      reportChanged<C extends Code>(code: C, place: Place, args: CodeArgs<C>) {
        const path = typeof place.file === 'string' ? place.file : place.file.path;
        byFile.get(path)?.push((to) => to(code, place, args));
        report(code, place, args);
      },
    };
  }
}
