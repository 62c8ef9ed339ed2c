// The child process of `picture-process.ts`. It sends an empty message when it is ready, then a PNG for each picture. A
// picture that cannot be drawn ends the process.

import { createPictureMaker } from './resvg-pictures.ts';

const maker = await createPictureMaker();

process.on('message', ({ svg, width }: { readonly svg: string; readonly width: number }) => {
  process.send!(new Uint8Array(maker.draw(svg, width)));
});
process.on('disconnect', () => process.exit());
process.send!(new Uint8Array(0));
