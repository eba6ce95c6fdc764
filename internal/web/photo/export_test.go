package photo

// Read is read, for its tests.
var Read = Bounds.read
