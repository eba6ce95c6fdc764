// Package civil has the types of the calendar and the clock: local dates, times of day, intervals of a day, and the instants
// and zones that relate them to UTC.
//
// Every type writes itself the same way as text, in SQL and in GraphQL.
package civil
