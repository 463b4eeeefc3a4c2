import type { Draft } from 'immer';
import { LONGEST_COMMENT, takesComment } from '#shared/model/comment.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Command } from './command.ts';
import { draftItem } from './edit-cells.ts';
import { RefusedError } from './refusal.ts';

/** Writes, replaces or, with a blank text, takes away what stands beside a cell or a row. */
export function setComment(
  draft: Draft<Scenario>,
  { key, at, text }: Extract<Command, { type: 'setComment' }>,
): void {
  const item = draftItem(draft, key);
  const words = text.trim();
  if (words.length > LONGEST_COMMENT) throw new RefusedError('comment-too-long', { key });
  if (at === null) {
    if (words === '') delete item.note;
    else item.note = words;
    return;
  }
  if (!takesComment(draft.timeline, at)) throw new RefusedError('outside-timeline', { key, period: at });
  if (words !== '') {
    item.comments ??= {};
    item.comments[at] = words;
  } else if (item.comments && Object.hasOwn(item.comments, at)) {
    delete item.comments[at];
    if (Object.keys(item.comments).length === 0) delete item.comments;
  }
}
