import { gfmToMarkdown } from 'mdast-util-gfm';
import type { Options } from 'mdast-util-to-markdown';

/** What the draft is written with, without anything of ours that writes. */
export const libraryOptions = (tablePipeAlign: boolean): Options => ({
  bullet: '-',
  emphasis: '*',
  extensions: [gfmToMarkdown({ tablePipeAlign }), { unsafe: [{ character: '$', inConstruct: 'phrasing' }] }],
});
