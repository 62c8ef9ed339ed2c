// Syntaxes of comments on one line that several languages share.

import type { CommentSyntax } from '../source/index.ts';

export const hash: CommentSyntax = { openings: ['#'], closing: '' };
export const slashes: CommentSyntax = { openings: ['//'], closing: '' };
export const dashes: CommentSyntax = { openings: ['--'], closing: '' };
export const percents: CommentSyntax = { openings: ['%'], closing: '' };
export const semicolons: CommentSyntax = { openings: [';'], closing: '' };
export const markup: CommentSyntax = { openings: ['<!--'], closing: '-->' };
export const styles: CommentSyntax = { openings: ['/*'], closing: '*/' };
