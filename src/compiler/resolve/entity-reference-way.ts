// The entity references that lead to the row being resolved: what stands inside one that is entered stands in the table too, so
// circles end here, and so does a table that references would make endless.

import type { Report } from '../diagnostics/index.ts';
import type { Entity, FieldItem, EntityReference } from '../model/index.ts';
import { bounds } from '../source/index.ts';
import { compareText } from '../text/index.ts';

interface Step {
  readonly reference: EntityReference;
  readonly target: Entity | FieldItem;
}

/** The way to one row of one form. */
export class EntityReferenceWay {
  readonly #report: Report;
  readonly #steps: Step[] = [];
  #rows = 0;
  #isOver = false;

  constructor(report: Report) {
    this.#report = report;
  }

  /** Begins a form: its rows are counted anew. */
  restart(): void {
    this.#rows = 0;
    this.#isOver = false;
  }

  /** Counts a row that an entity reference brings. */
  countRow(): void {
    this.#rows++;
  }

  /** The rows behind an entity reference; none (and a finding) where it leads back to itself or there are too many. */
  enter<Row>(
    reference: EntityReference,
    target: Entity | FieldItem,
    resolveRows: () => readonly Row[],
  ): readonly Row[] {
    const start = this.#steps.findIndex((step) => step.target === target);
    if (start >= 0) {
      this.#reportCycle([...this.#steps.slice(start + 1).map((step) => step.reference), reference]);
      return [];
    }
    if (this.#rows > bounds.referencedRows) {
      if (!this.#isOver) this.#report('too-many-rows', reference, { limit: bounds.referencedRows });
      this.#isOver = true;
      return [];
    }
    this.#steps.push({ reference, target });
    const rows = resolveRows();
    this.#steps.pop();
    return rows;
  }

  /** At the first of its references in path order, wherever it was entered: then all its finders say the same. */
  #reportCycle(cycle: readonly EntityReference[]): void {
    const first = cycle.toSorted(comparePlace)[0]!;
    const at = cycle.indexOf(first);
    const path = [...cycle.slice(at), ...cycle.slice(0, at), first].map(write);
    this.#report('reference-cycle', first, { path });
  }
}

function write({ key, member }: EntityReference): string {
  return member === undefined ? `(${key})` : `(${key}.${member})`;
}

function comparePlace(a: EntityReference, b: EntityReference): number {
  return compareText(a.file.path, b.file.path) || a.range.start - b.range.start;
}
