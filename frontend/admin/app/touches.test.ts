import { stringifyDocument } from '@urql/core';
import { expect, test } from 'vitest';
import { setUp, timesOf } from '../api/touches';
import { firstDayQuery, firstDayStaffQuery } from '../features/first_day/first_day_query';
import { readinessQuery } from '../features/first_day/readiness_query';
import { mailTextsQuery } from '../features/mail_texts/mail_texts_query';
import { openingHoursQuery } from '../features/opening_hours/opening_hours_query';
import { branchQuery } from '../features/settings/settings_query';
import { newPeopleHoursQuery, newPeopleQuery } from '../features/staff/new_people_query';
import { profileQuery } from '../features/staff/profile_query';
import { workPlanQuery } from '../features/work_plan/work_plan_query';
import { startQuery } from '../session/session';

test.each([
  ['APPOINTMENT', [], false, false],
  ['BRANCH', [], true, true],
  ['WORK_PLAN', ['stf_ben'], true, true],
  ['WORK_PLAN', ['stf_anna'], true, false],
  ['WORK_PLAN', [], true, true],
  ['ABSENCE', ['stf_anna'], true, true], // of another profile of the same person, perhaps
  ['A_LATER_KIND', [], true, true],
])('a change of %s of %j', (kind, staffIds, touchesSetUp, touchesBen) => {
  expect([setUp({ kind, staffIds }), timesOf('stf_ben')({ kind, staffIds })]).toEqual([touchesSetUp, touchesBen]);
});

/** The queries that are not read again when customers book. */
test.each([firstDayQuery, firstDayStaffQuery, readinessQuery, newPeopleHoursQuery, newPeopleQuery, mailTextsQuery, openingHoursQuery, branchQuery, profileQuery, workPlanQuery, startQuery])('a query of the set-up reads nothing that a booking changes', (query) => {
  expect(stringifyDocument(query)).not.toMatch(/\b(appointments?|customers?|mails|utilization|report|strandedAppointments|bookable(?!Online)\w+|startExplanation|history|roster)\b/);
});
