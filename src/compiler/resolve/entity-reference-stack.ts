// The stack of entity references to the row that is being resolved. The rows inside the target of a reference become
// part of the table. This module detects circles of references, and tables that become too large.

import type { Report } from '../diagnostics/index.ts';
import type { Entity, FieldItem, EntityReference } from '../model/index.ts';
import { bounds } from '../source/index.ts';
import { compareText } from '../text/index.ts';

interface Step {
  readonly reference: EntityReference;
  readonly target: Entity | FieldItem;
}

/** The references from the list of a form to one of its rows. */
export class EntityReferenceStack {
  readonly #report: Report;
  readonly #steps: Step[] = [];
  #rows = 0;
  #isOver = false;

  constructor(report: Report) {
    this.#report = report;
  }

  /** Resets the number of rows. Must be called before each form. */
  restart(): void {
    this.#rows = 0;
    this.#isOver = false;
  }

  /** Counts a row that is added by an entity reference. */
  countRow(): void {
    this.#rows++;
  }

  /**
   * Resolves the rows inside the target of an entity reference.
   * @returns no rows if the references form a circle or add too many rows; both are reported
   */
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

  /**
   * Reports a circle at its first reference in path order. So the same circle found elsewhere gives the same finding.
   */
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
