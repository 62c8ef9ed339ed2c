// `_approvals.yaml` → the approvals of changes (format.md 8.6). An approval without a reason or a name does not count.

import type { Report } from '../diagnostics/index.ts';
import { approvalShape, approvalsShape } from '../format/index.ts';
import type { ApprovalEntry, DataDocument } from '../model/index.ts';
import { MapReader } from './map-reader.ts';
import { refuse, type DecodeContext } from './refuse.ts';

export function decodeApprovals(document: DataDocument | undefined, report: Report): readonly ApprovalEntry[] {
  if (document?.root === undefined) return [];
  const context: DecodeContext = { file: document.file, report, parseText: noText };
  if (document.root.kind !== 'map') {
    refuse(context, '_approvals.yaml', document.root, { kind: 'map', shape: () => approvalsShape });
    return [];
  }
  const file = new MapReader(context, document.root, approvalsShape);
  if (!document.isPartial) file.require();
  return file.maps('approvals').flatMap((node) => {
    const map = new MapReader(context, node, approvalShape);
    map.require();
    const [change, reason, who] = [map.text('change'), map.text('reason'), map.text('who')];
    const kind = map.choice('kind') ?? 'accepted';
    const until = map.text('until');
    // An expiry that cannot be read must not make an approval permanent.
    if (!change || !reason || !who || (map.has('until') && !until)) return [];
    return [{ change, kind, reason, who, until }];
  });
}

function noText(): never {
  throw new Error('Approvals have no Markdown.');
}
