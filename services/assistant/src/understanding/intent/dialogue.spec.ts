import { expect, test } from '@jest/globals';
import { dialogueAct } from './dialogue.ts';

const said = (previousReply: string | undefined) => ({ now: '', timeZone: 'UTC', previousReply });
const confirming = said('Is this what you want?');
const offering = said('Here are some times when you are both free.');

test.each([
  ['yes', 'dialog.confirm'],
  ['That works for me, thanks', 'dialog.confirm'],
  ['looks great', 'dialog.confirm'],
  ['no', 'dialog.deny'],
  ["that's not what I asked for", 'dialog.deny'],
  ['never mind', 'dialog.deny'],
  ['make it an hour', 'dialog.revise'],
  ['yes but add Sam', 'dialog.revise'],
  ['no, it should be on Tuesday', 'dialog.revise'],
  ['actually at 4', 'dialog.revise'],
])('after a question "%s" is %s', (text, act) => {
  expect(dialogueAct(text, confirming)?.act).toBe(act);
});

test.each([
  ['the second one', 'dialog.select'],
  ['10:30 works', 'dialog.select'],
  ['let us go with the first', 'dialog.select'],
  ['none of these', 'dialog.deny'],
  ['something later than that instead', 'dialog.revise'],
])('after an offer "%s" is %s', (text, act) => {
  expect(dialogueAct(text, offering)?.act).toBe(act);
});

test.each([
  ['what do I have on Monday'],
  ['schedule another meeting with Bob tomorrow'],
  ['when is my dentist appointment'],
])('"%s" starts anew, whatever was asked', (text) => {
  expect(dialogueAct(text, confirming)).toBeUndefined();
});

test('nothing is a move in a talk when nothing is waiting', () => {
  expect(dialogueAct('yes', said(undefined))).toBeUndefined();
  expect(dialogueAct('make it an hour', said("I've put that on your calendar."))).toBeUndefined();
});
