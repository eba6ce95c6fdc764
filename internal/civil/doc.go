// Package civil holds the calendar and the clock as people use them: local
// dates, times of day, intervals of a day, and the instants and zones that tie
// them to the world's time line.
//
// Every type writes itself the same way as text, in SQL and in GraphQL.
package civil
