// Public interface of `serve`: local servers and their responses.

export { admitCall } from './admit-call.ts';
export { admitRequest, isForeignFetch, isHidden, type Admission } from './admit-request.ts';
export { guardUpgrades } from './guard-upgrades.ts';
export { sendBytes, sendFile, sendRedirect, sendRefusal, sendText } from './answer.ts';
export {
  explainListen,
  firstPort,
  ListenFailed,
  loopback,
  openServer,
  originOfServer,
  startServer,
  type RunningServer,
} from './open-server.ts';
export { prefersMarkdown } from './prefers-markdown.ts';
export { answerFromSite, leadsToBase, type SiteOptions } from './serve-site.ts';
