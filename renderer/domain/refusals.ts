/** Why a command was refused: a state of affairs, as a value (house rule: refusals are values). */
export type Refusal =
  | 'title-missing'
  | 'title-too-long'
  | 'already-declared'
  | 'not-declared'
  | 'reason-missing'
  | 'same-title'
  | 'same-severity'
  | 'same-phase'
  | 'nothing-changed'
  | 'stamp-in-future'
  | 'stamp-needed'
  | 'person-missing'
  | 'name-too-long'
  | 'already-holds-role'
  | 'not-holding-role'
  | 'note-empty'
  | 'note-too-long'
  | 'too-many-images'
  | 'text-too-long'
  | 'time-in-future'
  | 'no-such-entry'
  | 'entry-retracted'
  | 'entry-redacted'
  | 'entry-not-retracted'
  | 'entry-is-not-a-note'
  | 'entry-not-retractable'
  | 'entry-merged'
  | 'entry-not-merged'
  | 'merged-since'
  | 'entry-pinned'
  | 'entry-not-pinned'
  | 'kind-not-changeable'
  | 'merge-with-itself'
  | 'merge-too-large'
  | 'split-leaves-nothing'
  | 'mitigation-missing'
  | 'check-back-out-of-range'
  | 'no-such-attempt'
  | 'already-judged'
  | 'update-empty'
  | 'next-update-missing'
  | 'next-update-in-past'
  | 'next-update-too-far'
  | 'clock-not-running'
  | 'clock-not-paused'
  | 'snooze-not-offered'
  | 'cadence-out-of-range'
  | 'already-resolved'
  | 'not-resolved'
  | 'nothing-to-import'
  | 'no-such-import'
  | 'import-undone'
  | 'import-not-undone'
  | 'action-item-empty'
  | 'no-such-action-item'
  | 'happens-now'
  | 'verdict-before-attempt';

/** What the person reads beside the control: what is the case, and what to do. */
export const REFUSAL_SENTENCES: { readonly [R in Refusal]: string } = {
  'title-missing': 'Say what is broken in a few words; you can change it later.',
  'title-too-long': 'The title is longer than 500 characters. Shorten it; put the rest in a note.',
  'already-declared': 'This incident is already declared.',
  'not-declared': 'No incident is open. Declare one first.',
  'reason-missing': 'Give a reason in a few words; it is kept in the log.',
  'same-title': 'That is the title already.',
  'same-severity': 'That is the severity already.',
  'same-phase': 'The incident is in that phase already.',
  'nothing-changed': 'Nothing was changed, so nothing was logged.',
  'stamp-in-future': 'A time lies in the future. Give the time at which it happened.',
  'stamp-needed': 'The time of declaring can be changed, not cleared: the incident is listed by it.',
  'person-missing': 'Say who: a name or a handle.',
  'name-too-long': 'A name has at most 200 characters. Shorten it; the rest fits in a note.',
  'already-holds-role': 'That person holds this role already.',
  'not-holding-role': 'That person does not hold this role.',
  'note-empty': 'The note is empty. Type something first.',
  'text-too-long': 'That is longer than 1,000,000 characters. Shorten it; your text is still here.',
  'note-too-long': 'The note is longer than 1,000,000 characters. Log it in parts; your text is still here.',
  'too-many-images': 'A note takes eight images. Log these first, then paste the next ones into a new note.',
  'time-in-future': 'That time lies in the future. Give the time at which it happened.',
  'no-such-entry': 'That entry is not in this incident’s log.',
  'entry-retracted': 'That entry is retracted. Restore it first.',
  'entry-redacted': 'That entry is redacted: its text is gone for good. Log a new note instead.',
  'entry-not-retracted': 'That entry is not retracted.',
  'entry-is-not-a-note':
    'The console logged that entry itself; only notes can be reworded. Its time can be changed.',
  'entry-not-retractable':
    'The console logged that entry itself; only notes and mitigation attempts can be retracted. Undo it where it was done.',
  'entry-merged': 'That entry stands in another one since they were merged. Change that one.',
  'entry-not-merged': 'That entry is not merged into another one.',
  'merged-since': 'Other notes were merged after this one. Take out the one that was merged last first.',
  'entry-pinned': 'That entry is pinned already.',
  'entry-not-pinned': 'That entry is not pinned.',
  'kind-not-changeable': 'The console logged that entry itself; only a note can be of another kind.',
  'merge-with-itself': 'Choose another note to merge this one with.',
  'merge-too-large':
    'Together they are longer than 1,000,000 characters or have more than eight images. Both stay as they are.',
  'split-leaves-nothing': 'Put the cursor between two words, so that both notes say something.',
  'mitigation-missing': 'Say what is being done, for example what is rolled back and to where.',
  'check-back-out-of-range': 'Check back in 1 to 240 minutes.',
  'no-such-attempt': 'That mitigation attempt is not in this incident’s log.',
  'already-judged': 'That attempt has its verdict already.',
  'update-empty': 'Say at least what the impact is, what we know, or what we are doing.',
  'next-update-missing': 'Say when the next update follows. Only a last one, marked resolved, promises none.',
  'next-update-in-past': 'The next update must be in the future.',
  'next-update-too-far':
    'The next update would be due more than 24 hours from now. Give a nearer time, or pause the updates with a reason.',
  'clock-not-running': 'The update clock is not running.',
  'clock-not-paused': 'The update clock is not paused.',
  'snooze-not-offered': 'Snooze for 5, 10 or 15 minutes.',
  'cadence-out-of-range': 'Send updates every 5 to 120 minutes.',
  'already-resolved': 'The incident is resolved already.',
  'not-resolved': 'The incident is not resolved.',
  'nothing-to-import': 'Tick at least one entry to import.',
  'no-such-import': 'That import is not in this incident’s log.',
  'import-undone': 'That import is undone already.',
  'import-not-undone': 'That import is not undone.',
  'action-item-empty': 'Say what is to be done.',
  'no-such-action-item': 'That action item is not in this incident’s log.',
  'happens-now': 'That takes effect when it is logged and can’t be given an earlier time.',
  'verdict-before-attempt': 'That is before the attempt began. Give a later time.',
};
