// The view of a body: HTML and components, in order. Plain data.

import type { PropValue } from '../resolved.ts';

/** A part of a body: HTML, or a component. */
export type BodyPiece = string | BodyComponent;

/** A component of a body, by its name in the templates' map of components. */
export interface BodyComponent {
  readonly name: string;
  readonly props: Readonly<Record<string, PropValue>>;
  readonly children: readonly BodyPiece[];
}
