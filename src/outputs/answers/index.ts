// Public interface of `answers`.

export { listAnswers, type SiteAnswers } from './list-answers.ts';
