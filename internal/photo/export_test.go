package photo

// Occupy takes the turn until free is called.
func (e *Encoder) Occupy() (free func()) {
	e.turn <- struct{}{}
	return func() { <-e.turn }
}
