// Package availability decides which starts a branch offers. It is pure: it depends only on the snapshot it is passed.
//
// Seven rules decide, and each has a file with its tests beside it:
//
//  1. eligible.go: may this profile be booked for this service at all
//  2. opening.go: is the branch open
//  3. roster.go: is the profile rostered
//  4. absent.go: is the person absent
//  5. occupied.go: is the person occupied by another appointment
//  6. window.go: too soon, too far ahead, or off the start interval
//  7. video_only.go: what video-only mode changes about rules 2 and 3
//
// A [Search] searches a range of dates, [Obstacles] explains a single start. Both
// ask the same rules, so that a start is offered exactly when booking it succeeds.
package availability
