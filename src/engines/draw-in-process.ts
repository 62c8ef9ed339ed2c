// The process behind `picture-process.ts`: says that it is ready, then answers each picture with its PNG. What cannot be
// drawn ends it.

import { createPictureMaker } from './resvg-pictures.ts';

const maker = await createPictureMaker();

process.on('message', ({ svg, width }: { readonly svg: string; readonly width: number }) => {
  process.send!(new Uint8Array(maker.draw(svg, width)));
});
process.on('disconnect', () => process.exit());
process.send!(new Uint8Array(0));
