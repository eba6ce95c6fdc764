package booking

// WithHistory is withHistory, for its tests.
var WithHistory = withHistory
